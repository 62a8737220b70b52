using Mingce.Core.Activities;
using Mingce.Core.Intake.Ledgers;
using Mingce.Core.Spreadsheets;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Core.Tests.Intake;

/// <summary>Rows of a spreadsheet as records.</summary>
public sealed class LedgerImportTests
{
    private static readonly DateOnly Today = new(2026, 3, 5);
    private static readonly KindCatalogue Kinds = KindCatalogue.LoadDefault();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Apply_KindsThatKeepNoContentOrNobody_KeepOnlyWhatTheyMay(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await using var db = ledger.OpenDb(unit);
        var import = new LedgerImport(db, unit, Kinds);
        var reading = Read(
        [
            ["时间", "活动名称", "活动类型", "地点", "参加人数", "主办科室", "内容"],
            ["2026年3月2日", "与张某谈心谈话", "谈心谈话", "三楼会议室", 2, "办公室", "家中有事"],
            ["2026年3月2日", "与李某谈心谈话", "谈心谈话", "三楼会议室", 2, "办公室", "工作调动"],
            ["2026年3月3日", "一季度思想动态分析", "思想动态分析", "", 12, "办公室", "总体平稳"],
        ]);

        var plan = await import.PlanAsync(reading);
        plan.New.ShouldBe(3, "two talks of one day are two");
        plan.Remarks.ShouldContain("谈心谈话只登记日期和人数，2 行的标题、内容和地点不导入。");
        await import.ApplyAsync(plan, enter: false, Today, ledger.Change);

        var records = await db.Activities.AsNoTracking().Include(a => a.Hosts).Include(a => a.Kinds).OrderBy(a => a.FromOn).ToListAsync();
        records.Take(2).ShouldAllBe(a => a.Title == "谈心谈话" && a.Text == "" && a.Place == "" && a.Hosts.Count == 0 && a.ActualHeadcount == 2);
        (records[2].Text, records[2].ActualHeadcount).ShouldBe(("总体平稳", null));
        (await import.PlanAsync(reading)).New.ShouldBe(0, "the same file brings nothing new");
    }

    [Fact]
    public void Read_LongContent_IsTakenWhole()
    {
        var content = new string('学', 4999) + "完";
        Read([["时间", "活动名称", "内容"], ["2026年3月2日", "学习", content]]).Entries.ShouldHaveSingleItem().Text.ShouldBe(content);
    }

    [Fact]
    public void Read_ColumnThatAPersonChose_IsNoLongerAskedAbout()
    {
        var sheets = Sheets([["时间", "活动名称", "哪里办的", "杂项"], ["2026年3月2日", "走访", "滨河社区", "略"]]);
        var chosen = new Dictionary<(int Sheet, int Column), LedgerField> { [(0, 2)] = LedgerField.Place, [(0, 3)] = LedgerField.Other };
        var remark = new LedgerSheets(sheets, chosen).Read(Kinds.ForReading, null, Today).Remarks.ShouldHaveSingleItem();
        remark.ShouldContain("杂项");
        remark.ShouldNotContain("哪里办的");
    }

    private static LedgerReading Read(object?[][] rows) => new LedgerSheets(Sheets(rows)).Read(Kinds.ForReading, null, Today);

    private static IReadOnlyList<Sheet> Sheets(object?[][] rows) => SpreadsheetReader.Read("台账", new MemoryStream(TestSpreadsheet.Of(new TestSheet("2026年台账", rows))));
}
