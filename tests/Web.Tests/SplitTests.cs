using System.Net;
using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Intake;
using Mingce.Core.Reporting;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>拆分 of a 汇总 record into dated ones: the sum stays the same everywhere.</summary>
public sealed class SplitTests
{
    private static readonly Scheme Scheme = SchemeFile.Parse(
        """
        id: lectures
        title: 讲堂
        source: 测试
        completeness: 全
        sections:
          - name: 讲堂
            standards:
              - id: "1"
                name: 每季度举办道德讲堂
                points: 4
                checks:
                  - {name: 讲堂, points: 4, rule: threshold, kinds: [moral-lecture], per: quarter, minimum: 1}
        """, "lectures.yaml", KindCatalogue.LoadDefault());

    [Theory, OnSqlite]
    public async Task Split_WhatIsNoDayAndNoNumber_IsToldWithoutTheNamesOfTheCode(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (summary, _) = await AddSummaryAsync(office);
        using var refused = await (await office.SignInAsync()).SubmitAsync($"/activities/{summary.Id}/parts", [("Rows[0].On", "三月五日"), ("Rows[0].Headcount", "很多")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var alert = (await Browser.ReadAsync(refused)).QuerySelector("[role=alert]")!.TextContent;
        alert.Any(char.IsAsciiLetter).ShouldBeFalse(alert);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Split_Summary_NothingCountsTwiceOrIsLost(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (summary, photos) = await AddSummaryAsync(office);
        var browser = await office.SignInAsync();
        var address = $"/activities/{summary.Id}/parts";
        (await FiguresAsync(office)).ShouldBe((4, 120, 200));
        (await ScoreAsync(office)).ShouldBe((0, 1));

        using var first = await browser.SubmitAsync(address, [
            ("Rows[0].On", "2025-02-11"), ("Rows[0].Title", "诚实守信讲堂"), ("Rows[0].Headcount", "35"), ("Rows[0].Amounts", "60份"),
            ("Rows[1].On", "2025-05-20"), ("Rows[1].Headcount", "30"), ($"Evidence[{photos[0]}]", "1"), ($"Evidence[{photos[1]}]", "2")]);
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await FiguresAsync(office)).ShouldBe((4, 120, 200));
        (await ScoreAsync(office)).ShouldBe((2, 1));
        var page = await browser.ReadAsync($"/activities/{summary.Id}");
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("余 2次");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("55 人");
        page.QuerySelector(".history")!.TextContent.ShouldContain("4次（汇总，无具体日期）改为 → 2次");
        page.QuerySelectorAll(".facts a[href^='/activities/']").Length.ShouldBe(2);

        // The rest has to go somewhere, or to be given up.
        var rest = new[] { ("Rows[0].On", "2025-08-12"), ("Rows[0].Headcount", "25"), ("Rows[1].On", "2025-11-18"), ("Rows[1].Headcount", "30") };
        using var refused = await browser.SubmitAsync(address, rest);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("还余 140份");
        using var second = await browser.SubmitAsync(address, [.. rest, ("Rows[1].Amounts", "140份")]);
        second.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await FiguresAsync(office)).ShouldBe((4, 120, 200));
        (await ScoreAsync(office)).ShouldBe((2, 2));
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.SingleAsync(a => a.Id == summary.Id)).Status.ShouldBe(ActivityStatus.Superseded);
        var parts = await db.Activities.Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Evidence).Where(a => a.PartOfId == summary.Id).OrderBy(a => a.FromOn).ToListAsync();
        parts.Select(a => (a.Title, a.KindIds.Single(), a.Hosts.Single().Name, a.Count, a.IsSummary, a.Campaign)).ShouldBe([
            ("诚实守信讲堂", "moral-lecture", "工会", 1, false, "双城同创"), ("道德讲堂", "moral-lecture", "工会", 1, false, "双城同创"),
            ("道德讲堂", "moral-lecture", "工会", 1, false, "双城同创"), ("道德讲堂", "moral-lecture", "工会", 1, false, "双城同创")]);
        parts.Select(a => a.Evidence.Count).ShouldBe([1, 1, 0, 0]);
        (await db.Evidence.CountAsync()).ShouldBe(2);
        (await browser.ReadAsync($"/activities/{parts[0].Id}")).QuerySelector(".facts")!.TextContent.ShouldContain("拆分自");
        (await browser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Split_MoreThanTheSummaryHas_IsRefusedAndKeepsWhatWasTyped(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (summary, _) = await AddSummaryAsync(office);
        var browser = await office.SignInAsync();
        var address = $"/activities/{summary.Id}/parts";
        foreach (var (fields, message) in new (string[], string)[]
        {
            ([], "至少填写一次"),
            (["Rows[0].Headcount=30"], "请填写第1次的日期"),
            (["Rows[0].On=2027-01-01"], "晚于今天"),
            (["Rows[0].On=2026-01-15"], "不在汇总记录的时间内"),
            (["Rows[0].On=2025-01-15", "Rows[0].Headcount=121"], "多于汇总的 120 人"),
            (["Rows[0].On=2025-01-15", "Rows[0].Amounts=若干"], "看不出数量和单位"),
            (["Rows[0].On=2025-01-15", "Rows[0].Amounts=201份"], "多于汇总的 200份"),
            (["Rows[0].On=2025-01-15", "Rows[0].Amounts=3万元"], "没有以“元”计的数量"),
            (["Rows[0].On=2025-01-15", "Rows[1].On=2025-02-15", "Rows[2].On=2025-03-15", "Rows[3].On=2025-04-15"], "还余 120 人、200份"),
        })
        {
            using var refused = await browser.SubmitAsync(address, [.. fields.Select(f => f.Split('=')).Select(f => (f[0], f[1]))]);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, message);
            var page = await Browser.ReadAsync(refused);
            page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(message);
            foreach (var field in fields.Select(f => f.Split('=')))
                page.QuerySelector($"[name='{field[0]}']")!.GetAttribute("value").ShouldBe(field[1]);
        }
        // A fifth row of four.
        var form = Browser.FormOf(await browser.ReadAsync(address));
        using var more = await browser.SubmitAsync(address + "?handler=more", form, []);
        var wide = await Browser.ReadAsync(more);
        wide.QuerySelectorAll(".parts tbody tr").Length.ShouldBe(10);
        using var five = await browser.SubmitAsync(address, Browser.FormOf(wide), [.. Enumerable.Range(0, 5).Select(i => ($"Rows[{i}].On", $"2025-0{i + 1}-10"))]);
        (await Browser.ReadAsync(five)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("不能拆出 5 次");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.SingleAsync()).Count.ShouldBe(4);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_TextOfASplitTotal_IsNotProposedAgain(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await ImportAsync("举办道德讲堂4次。");
        Guid id;
        await using (var db = office.Ledger.OpenDb(office.Unit))
            id = (await db.Activities.SingleAsync()).Id;
        var browser = await office.SignInAsync();
        (await browser.SubmitAsync($"/activities/{id}/parts", [.. Enumerable.Range(0, 4).Select(i => ($"Rows[{i}].On", $"2025-0{i + 1}-10"))])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await ImportAsync("举办道德讲堂4次。开展清扫12次。");

        await using var after = office.Ledger.OpenDb(office.Unit);
        (await after.Activities.Where(a => a.Status == ActivityStatus.Entered).OrderBy(a => a.FromOn).Select(a => a.Count).ToListAsync()).ShouldBe([12, 1, 1, 1, 1], ignoreOrder: true);

        async Task ImportAsync(string text)
        {
            await using var db = office.Ledger.OpenDb(office.Unit);
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            await new ReportImport(db, await db.ReadKindsAsync()).ImportAsync(new ReportFile("总结.txt", bytes, text, "utf-8"), office.Unit, 2025, confirm: true, office.Ledger.Change);
        }
    }

    private static async Task<(Activity Summary, IReadOnlyList<Guid> Photos)> AddSummaryAsync(Office office)
    {
        var summary = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂", a =>
        {
            (a.IsSummary, a.Count, a.ActualHeadcount, a.Campaign) = (true, 4, 120, "双城同创");
            a.OfKinds("moral-lecture").With(new Quantity(200, "份")).HostedBy("工会").During(Period.OfYear(2025));
        });
        var photos = new List<Guid>();
        foreach (var i in new byte[] { 1, 2 })
        {
            await using var content = new MemoryStream([i]);
            photos.Add((await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, summary, $"{i}.pdf", content, false, office.Ledger.Clock.Now, default))).Id);
        }
        return (summary, photos);
    }

    // Occasions, people and sheets over all records that count, and the report agrees.
    private static async Task<(int Occasions, int People, decimal Sheets)> FiguresAsync(Office office)
    {
        await using var db = office.Ledger.OpenDb(office.Unit);
        var entered = await db.Activities.Include(a => a.Quantities).Where(a => a.Status == ActivityStatus.Entered).ToListAsync();
        var figures = (entered.Sum(a => a.Count), entered.Sum(a => a.ActualHeadcount ?? 0), entered.SelectMany(a => a.Quantities).Sum(q => q.Value.Value));
        var report = await new WorkReports(db).ComposeAsync(office.Unit, 2025, new(2026, 3, 5));
        report.Figures.Where(f => f.Quantity.Unit == "份").Sum(f => f.Quantity.Value).ShouldBe(figures.Item3);
        report.Figures.Where(f => f.Quantity.Unit is "人" or "人次").Sum(f => f.Quantity.Value).ShouldBe(figures.Item2);
        return figures;
    }

    private static async Task<(int Counted, int Claimed)> ScoreAsync(Office office)
    {
        await using var db = office.Ledger.OpenDb(office.Unit);
        var card = await new SelfAssessment(db).ScoreAsync(Scheme, new(2025, 1, 1), new(2025, 12, 31), OfficeCalendar.Today(office.Ledger.Clock));
        var standard = card.Standards.Single();
        return (standard.Counted.Count, standard.Claimed.Count);
    }
}
