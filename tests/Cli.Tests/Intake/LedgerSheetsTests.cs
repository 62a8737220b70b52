using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Intake.Ledgers;
using Mingce.Core.Spreadsheets;
using Mingce.Rules;
using Testing;

namespace Cli.Tests.Intake;

/// <summary>Ledgers of activities in the forms that offices have.</summary>
public sealed class LedgerSheetsTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string, TestSheet> Forms => new()
    {
        { "head in the first row", new("台账", [["活动时间", "活动名称", "地点", "参加人数", "主办科室", "活动类型"], ["2026年3月5日", "学雷锋志愿服务", "滨河社区", 12, "办公室", "志愿服务"]]) },
        { "other words in another order", new("台账", [["责任科室", "类别", "主题", "实到", "场所", "日期"], ["办公室", "志愿服务", "学雷锋志愿服务", "12人", "滨河社区", "2026.3.5"]]) },
        { "title rows, number and note", new("2026年", [["某中心2026年度志愿服务活动台账"], [], ["序号", "时 间", "活动\n名称", "活动地点", "参加人数（人）", "主办单位", "备注"], [1, "3月5日（星期四）", "学雷锋志愿服务", "滨河社区", 12, "办公室", null]], "A1:G1") },
        { "head over two rows", new("台账", [["活动时间", "活动名称", "地点", "人数", null, "主办科室"], [null, null, null, "应到", "实到", null], ["2026-03-05", "学雷锋志愿服务", "滨河社区", 15, 12, "办公室"]], "A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2") },
        { "serial number of a day", new("台账", [["日期", "活动名称", "地点", "参加人数", "主办"], [46086, "学雷锋志愿服务", "滨河社区", "12", "办公室"], ["合计", 1, null, 12, null], ["填表人：某某", null, null, null, null]]) },
        { "the head again on the next page", new("台账", [["时间", "活动名称", "地点", "参加人数", "主办"], ["2026/3/5 9:00", "学雷锋志愿服务", "滨河社区", 12, "办公室"], ["时间", "活动名称", "地点", "参加人数", "主办"]]) },
    };

    [Theory, MemberData(nameof(Forms))]
    public void Read_FormsOfOffices_GiveTheSameActivity(string form, TestSheet sheet)
    {
        var reading = Read(sheet);
        reading.Faults.ShouldBeEmpty(form);
        var entry = reading.Entries.ShouldHaveSingleItem(form);
        entry.Period.ShouldBe(Period.Of(new(2026, 3, 5)), form);
        (entry.Title, entry.Place, entry.Headcount).ShouldBe(("学雷锋志愿服务", "滨河社区", 12), form);
        entry.Hosts.ShouldBe(["办公室"], form);
        entry.Kinds.ShouldBe(["volunteer"], form);
        entry.IsComplete.ShouldBeTrue(form);
    }

    [Theory]
    [InlineData("2026.3.5", "2026-03-05", "2026-03-05", PeriodPrecision.Day)]
    [InlineData("2026．03．05", "2026-03-05", "2026-03-05", PeriodPrecision.Day)]
    [InlineData("20260305", "2026-03-05", "2026-03-05", PeriodPrecision.Day)]
    [InlineData("3月5日", "2026-03-05", "2026-03-05", PeriodPrecision.Day)]
    [InlineData("3.10", "2026-03-10", "2026-03-10", PeriodPrecision.Day)]
    [InlineData("3月5日-7日", "2026-03-05", "2026-03-07", PeriodPrecision.Day)]
    [InlineData("3月5日至3月7日", "2026-03-05", "2026-03-07", PeriodPrecision.Day)]
    [InlineData("2026.3.5-3.7", "2026-03-05", "2026-03-07", PeriodPrecision.Day)]
    [InlineData("2026.3.30—2026.4.1", "2026-03-30", "2026-04-01", PeriodPrecision.Day)]
    [InlineData("2026年3月5日上午9:00-11:30", "2026-03-05", "2026-03-05", PeriodPrecision.Day)]
    [InlineData("2026年3月", "2026-03-01", "2026-03-31", PeriodPrecision.Month)]
    [InlineData("2026.03", "2026-03-01", "2026-03-31", PeriodPrecision.Month)]
    [InlineData("202603", "2026-03-01", "2026-03-31", PeriodPrecision.Month)]
    [InlineData("3月上旬", "2026-03-01", "2026-03-10", PeriodPrecision.TenDays)]
    [InlineData("第一季度", "2026-01-01", "2026-03-31", PeriodPrecision.Quarter)]
    public void Read_DatesAsTyped_AreTakenAsExactlyAsTheyAreTold(string typed, string from, string to, PeriodPrecision precision)
    {
        var entry = Read(new TestSheet("2026年台账", [["时间", "活动名称", "人数"], [typed, "学习", 10]])).Entries.ShouldHaveSingleItem(typed);
        entry.Period.ShouldBe(new Period(DateOnly.Parse(from), DateOnly.Parse(to), precision), typed);
    }

    [Theory]
    [InlineData("2026.13.5", "无法识别")]
    [InlineData("2026-02-30", "无法识别")]
    [InlineData("待定", "无法识别")]
    [InlineData("2026-12-01", "晚于今天")]
    [InlineData("", "没有日期")]
    [InlineData("#REF!", "公式出错")]
    [InlineData("3月7日-5日", "无法识别")]
    public void Read_FaultyDate_IsReportedAndTheOtherRowsAreTaken(string typed, string reason)
    {
        var reading = Read(new TestSheet("2026年台账", [["时间", "活动名称"], [typed, "学习"], ["3月1日", "走访"]]));
        reading.Entries.ShouldHaveSingleItem().Title.ShouldBe("走访");
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column).ShouldBe((2, "时间"));
        fault.Message.ShouldContain(reason);
    }

    [Fact]
    public void Read_NumberThatMayHaveLostItsZero_IsAsked()
    {
        var reading = Read(new TestSheet("2026年台账", [["时间", "活动名称"], [3.1, "学习"], ["3.1", "走访"], [3.15, "观影"]]));
        reading.Entries.Select(e => (e.Title, e.Period.From.Day)).ShouldBe([("走访", 1), ("观影", 15)]);
        reading.Faults.ShouldHaveSingleItem().Message.ShouldContain("3.10");
    }

    [Fact]
    public void Read_DateWithoutYear_AsksForTheYearUnlessItIsChosen()
    {
        IReadOnlyList<Sheet> sheets = Sheets(new TestSheet("台账", [["时间", "活动名称"], ["3月5日", "学习"]]));
        new LedgerSheets(sheets).Read(Kinds, null, Today).Faults.ShouldHaveSingleItem().Message.ShouldContain("没有年份");
        new LedgerSheets(sheets).Read(Kinds, 2025, Today).Entries.ShouldHaveSingleItem().Period.From.ShouldBe(new(2025, 3, 5));
    }

    [Fact]
    public void Read_WhatIsNoNumber_IsNeverAHeadcount()
    {
        var reading = Read(new TestSheet("2026年台账", [["时间", "活动名称", "参加人数", "参加人员"], ["3月5日", "学习", "全体", "全体干部职工"], ["3月6日", "走访", "30余人", null], ["3月7日", "观看电影", null, null], ["3月8日", "慰问", "30余人次", null]]));
        reading.Entries.ShouldAllBe(e => e.Headcount == null);
        reading.Entries[0].Doubts.ShouldHaveSingleItem().ShouldContain("全体");
        reading.Entries[0].Text.ShouldContain("参加人员：全体干部职工");
        reading.Entries[2].IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Read_KindNotToldAndNotSeen_IsLeftOpen()
    {
        var reading = Read(new TestSheet("2026年台账", [["时间", "活动名称", "活动类型"], ["3月5日", "某某", "其它"], ["3月6日", "某某", "主题党日、志愿服务"]]));
        reading.Entries[0].Kinds.ShouldBeEmpty();
        reading.Entries[0].IsComplete.ShouldBeFalse();
        reading.Entries[1].Kinds.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2026年活动台账", null)]
    [InlineData("活动登记表", null)]
    [InlineData("活动信息统计表", null)]
    [InlineData("志愿服务活动登记台账", "volunteer")]
    [InlineData("入户调查统计表", "survey")]
    public void Read_RowWithoutKind_TakesTheOneThatTheSheetTells(string title, string? kind)
    {
        var entry = Read(new TestSheet("2026年", [[title, null], ["时间", "活动名称"], ["3月5日", "某某"]], "A1:B1")).Entries.ShouldHaveSingleItem(title);
        entry.Kinds.ShouldBe(kind is null ? [] : [kind], title);
    }

    [Fact]
    public void Read_PrivateColumnsAndLongNumbers_AreNotTaken()
    {
        IReadOnlyList<Sheet> sheets = Sheets(new TestSheet("2026年台账", [["时间", "活动名称", "联系电话", "身份证号"], ["3月5日", "走访", "13800138000", "420900199001011234"], ["3月6日", "慰问420900199001011234", null, null]]));
        var ledger = new LedgerSheets(sheets);
        var reading = ledger.Read(Kinds, null, Today);
        reading.Entries.ShouldHaveSingleItem().Title.ShouldBe("走访");
        reading.Faults.ShouldHaveSingleItem().Message.ShouldContain("身份证");
        string.Join('|', ledger.WithoutPrivate().SelectMany(s => s.Rows).SelectMany(r => r.Cells)).ShouldNotContain("4209");
    }

    [Fact]
    public void Read_ColumnThatAPersonChose_IsTakenForIt()
    {
        IReadOnlyList<Sheet> sheets = Sheets(new TestSheet("2026年台账", [["时间", "活动名称", "哪里办的"], ["3月5日", "走访", "滨河社区"]]));
        new LedgerSheets(sheets).Read(Kinds, null, Today).Remarks.ShouldHaveSingleItem().ShouldContain("哪里办的");
        var chosen = new Dictionary<(int Sheet, int Column), LedgerField> { [(0, 2)] = LedgerField.Place };
        new LedgerSheets(sheets, chosen).Read(Kinds, null, Today).Entries.ShouldHaveSingleItem().Place.ShouldBe("滨河社区");
    }

    [Fact]
    public void CopyWithFaults_PutRight_ReadsAgain()
    {
        var ledger = new LedgerSheets(Sheets(new TestSheet("2026年台账", [["台账"], ["时间", "活动名称"], ["3月5日", "=走访"], ["某日", "学习"]], "A1:B1")));
        var copy = SpreadsheetReader.Read("副本", new MemoryStream(ledger.CopyWithFaults(ledger.Read(Kinds, null, Today).Faults)));
        copy[0].Rows.Select(r => r[2].Length > 0).ShouldBe([true, false, true]);
        new LedgerSheets(copy).Read(Kinds, null, Today).Entries.ShouldHaveSingleItem().Title.ShouldBe("=走访");
    }

    [Fact]
    public void Read_NoHead_IsRefusedWithWhatIsWanted() =>
        Should.Throw<UserFaultException>(() => Read(new TestSheet("表", [["甲", "乙"], ["1", "2"]]))).Message.ShouldContain("活动时间和活动名称");

    private static IReadOnlyList<Kind> Kinds { get; } = KindCatalogue.LoadDefault().All;

    private static LedgerReading Read(params TestSheet[] sheets) => new LedgerSheets(Sheets(sheets)).Read(Kinds, null, Today);

    private static IReadOnlyList<Sheet> Sheets(params TestSheet[] sheets) => SpreadsheetReader.Read("台账", new MemoryStream(TestSpreadsheet.Of(sheets)));
}
