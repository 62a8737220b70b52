using System.Net;
using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Dossiers;
using Mingce.Core.Reporting;
using Mingce.Core.Routines;
using Mingce.Core.Spreadsheets;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>删除 and 恢复: what is in the 回收站 counts nowhere.</summary>
public sealed class DeletionTests
{
    private const string Title = "第三期道德讲堂";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Delete_EnteredRecord_CountsNowhereUntilItIsRestored(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, Title, a =>
        {
            a.ActualHeadcount = 47;
            a.OfKinds("moral-lecture", "visit");
        });
        await using var content = new MemoryStream([1, 2, 3]);
        await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, activity, "签到表.pdf", content, false, office.Ledger.Clock.Now, default));
        var browser = await office.SignInAsync();
        using var planned = await browser.SubmitAsync("/routines/new?preset=moral-lecture", []);
        planned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TraceAsync(office, browser)).ShouldBe(All(there: true));

        var address = $"/activities/{activity.Id}";
        (await browser.SubmitAsync(address + "/removal", [("Reason", " ")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var deleted = await browser.SubmitAsync(address + "/removal", [("Reason", "登记重复")]);
        deleted.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await browser.ReadAsync(deleted.Headers.Location!.ToString());
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("回收站");
        (await TraceAsync(office, browser)).ShouldBe(All(there: false));
        var bin = await browser.ReadAsync("/activities/deleted");
        bin.QuerySelector("tbody tr")!.TextContent.ShouldContain("登记重复");
        (await (await office.SignInAsync(Role.Staff)).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ReadAsync(address)).QuerySelector(".notice-due")!.TextContent.ShouldContain("回收站");
        foreach (var closed in new[] { "/edit", "/evidence/new", "/removal", "/captions" })
            (await browser.GetAsync(address + closed)).StatusCode.ShouldNotBe(HttpStatusCode.OK, closed);

        // 撤销 of the notice and 恢复 of the bin are the same form.
        (await browser.SubmitAsync("/", Browser.FormOf(page, ".undo"), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TraceAsync(office, browser)).ShouldBe(All(there: true));
        (await browser.ReadAsync("/activities/deleted")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Events.Where(e => e.SubjectId == activity.Id).OrderBy(e => e.Id).Select(e => e.What).ToListAsync()).TakeLast(2).ShouldBe(["删除", "恢复"]);
        (await db.Evidence.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Delete_RecordThatADecisionNames_LeavesTheOccurrenceOpen(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "合并举办的讲堂", a => a.OfKinds("party-day"));
        var routine = await office.Ledger.SaveAsync(office.Unit, new Routine
        {
            UnitId = office.Unit.Id, Title = "道德讲堂", KindId = "moral-lecture", Status = RoutineStatus.Active, Year = 2026, StartsOn = new(2026, 3, 1), EnteredAt = office.Ledger.Clock.Now,
        }.Recurring(new Recurrence(Frequency.Monthly)));
        var waiver = new Waiver { UnitId = office.Unit.Id, RoutineId = routine.Id, OccurrenceOn = new(2026, 3, 31) };
        waiver.MergeInto(activity.Id, "与主题党日合并");
        await office.Ledger.SaveAsync(office.Unit, waiver);
        var browser = await office.SignInAsync();
        var address = $"/routines/{routine.Id}/occurrences/2026-03-31";
        (await browser.ReadAsync(address)).QuerySelector("main")!.TextContent.ShouldContain("已办");

        (await browser.SubmitAsync($"/activities/{activity.Id}/removal", [("Reason", "误登")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.ReadAsync(address)).QuerySelector("main .tag")!.TextContent.ShouldNotContain("已办");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Edit_DeletedMeanwhile_Is409AndKeepsTheText(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, Title, a => a.OfKinds("moral-lecture"));
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync($"/activities/{activity.Id}/edit"));
        (await (await office.SignInAsync()).SubmitAsync($"/activities/{activity.Id}/removal", [("Reason", "误登")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        for (var i = 0; i < 2; i++)
        {
            using var lost = await browser.SubmitAsync($"/activities/{activity.Id}/edit", form, [("Input.Place", "三楼"), ("Reason", "补地点")]);
            lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var page = await Browser.ReadAsync(lost);
            page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("刚被他人删除");
            page.QuerySelector("#Input_Place")!.GetAttribute("value").ShouldBe("三楼");
            form = Browser.FormOf(page);
        }
    }

    private static Dictionary<string, bool> All(bool there) =>
        new[] { "list", "timeline", "sheet", "home", "weeks", "routine", "score", "report", "statement", "dossier" }.ToDictionary(place => place, _ => there);

    // Where the record shows or counts.
    private static async Task<Dictionary<string, bool>> TraceAsync(Office office, Browser browser)
    {
        await using var db = office.Ledger.OpenDb(office.Unit);
        var today = OfficeCalendar.Today(office.Ledger.Clock);
        var scheme = SchemeCatalogue.Default(KindCatalogue.LoadDefault()).Load("xiaogan");
        var id = (await db.Activities.SingleAsync()).Id.ToString();
        var card = await new SelfAssessment(db).ScoreAsync(scheme, new(2026, 1, 1), new(2026, 12, 31), today);
        var home = await browser.ReadAsync("/");
        return new()
        {
            ["list"] = await ShowsAsync("/activities?status=all"),
            ["timeline"] = await ShowsAsync("/activities?view=timeline"),
            ["sheet"] = await SheetHasAsync(browser),
            ["home"] = home.Body!.TextContent.Contains(Title, StringComparison.Ordinal),
            ["weeks"] = home.QuerySelector(".year-count a")!.TextContent == "1",
            ["routine"] = (await browser.ReadAsync("/calendar")).QuerySelectorAll(".rows .tag").Any(mark => mark.TextContent.Contains("✓ 已办", StringComparison.Ordinal)),
            ["score"] = card.Standards.Any(s => s.Counted.Contains(id) || s.Claimed.Contains(id)),
            ["report"] = await IsThereAsync(async () => (await new WorkReports(db).ComposeAsync(office.Unit, 2026, today)).Figures.Any(f => f.Text.Contains("47", StringComparison.Ordinal))),
            ["statement"] = (await browser.ReadAsync("/reports")).QuerySelector("main")!.TextContent.Contains("47", StringComparison.Ordinal),
            ["dossier"] = await IsThereAsync(async () => (await new DossierPreparation(db).PrepareAsync(scheme, office.Unit, new(2026, 1, 1), new(2026, 12, 31), office.Ledger.Clock.Now)).Standards.Any(s => s.Exhibits.Count > 0)),
        };

        async Task<bool> ShowsAsync(string address) => (await browser.ReadAsync(address)).Body!.TextContent.Contains(Title, StringComparison.Ordinal);

        static async Task<bool> IsThereAsync(Func<Task<bool>> look)
        {
            try
            {
                return await look();
            }
            catch (UserFaultException)
            {
                return false; // Nothing is left to tell of.
            }
        }
    }

    private static async Task<bool> SheetHasAsync(Browser browser)
    {
        using var response = await browser.GetAsync("/activities.xlsx?status=all");
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return SpreadsheetReader.Read("x.xlsx", file).Single().Rows.Any(row => row.Cells.Contains(Title));
    }
}
