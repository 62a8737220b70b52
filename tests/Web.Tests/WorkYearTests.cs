using System.Net;
using Mingce.Core.Accounts;
using Mingce.Core.WorkItems;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>工作年度: which year the pages about a year's work show. The clock stands on Thursday, 5 March 2026.</summary>
public sealed class WorkYearTests
{
    private static readonly string[] Told = ["/", "/assessment", "/assessment/1.8", "/reports", "/work-items", "/work-items/practical-tasks", "/work-items/new", "/work-items/import"];

    [Theory, OnSqlite, OnPostgreSql]
    public async Task WorkYear_NotSet_FollowsTheCalendar(Provider provider)
    {
        await using var office = await OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var address in Told)
            (await browser.ReadAsync(address)).QuerySelector(".work-year").ShouldBeNull(address);
        (await HeadAsync(browser, "/assessment")).ShouldContain("2026年度");
        (await HeadAsync(browser, "/reports")).ShouldContain("2026年度");
        (await HeadAsync(browser, "/work-items/practical-tasks")).ShouldContain("2026年“我为群众办实事”");
        (await TitlesAsync(browser, "/work-items")).ShouldBe(["去年未办结", "今年计划"]);
        (await CountAsync(browser)).ShouldBe("1");

        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddYears(1);
        (await HeadAsync(await office.SignInAsync(), "/assessment")).ShouldContain("2027年度");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task WorkYear_Set_IsWhatThePagesShowUnlessAnotherIsAskedFor(Provider provider)
    {
        await using var office = await OpenAsync(provider);
        var browser = await office.SignInAsync();
        var staff = await office.SignInAsync(Role.Staff);
        (await CountAsync(staff)).ShouldBe("1");
        (await browser.SubmitAsync("/unit", [("WorkYear", "2025")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        foreach (var address in Told)
        {
            var told = (await browser.ReadAsync(address)).QuerySelector(".work-year").ShouldNotBeNull(address);
            told.TextContent.ShouldContain("工作年度：2025年", customMessage: address);
            told.QuerySelector("a")!.GetAttribute("href").ShouldBe("/unit#WorkYear");
        }
        // Others are told, and find no way to a page that is closed to them.
        (await staff.ReadAsync("/")).QuerySelector(".work-year")!.QuerySelector("a").ShouldBeNull();
        (await CountAsync(staff)).ShouldBe("2");
        var home = await browser.ReadAsync("/");
        home.QuerySelector(".year-count a")!.GetAttribute("href").ShouldBe("/activities?from=2025-01-01&to=2025-12-31");
        home.QuerySelectorAll(".week.ahead").ShouldBeEmpty();
        home.QuerySelector(".figure-wide h2")!.TextContent.ShouldStartWith("2025年度自评");
        // What is due goes by the calendar.
        home.QuerySelector("#work-items")!.TextContent.ShouldContain("今年计划");

        foreach (var address in new[] { "/assessment", "/assessment/1.8", "/reports" })
        {
            (await HeadAsync(browser, address)).ShouldContain("2025年度", customMessage: address);
            (await HeadAsync(browser, address + "?year=2026")).ShouldContain("2026年度", customMessage: address);
        }
        (await HeadAsync(browser, "/work-items/practical-tasks")).ShouldContain("2025年“我为群众办实事”");
        using var report = await browser.GetAsync("/reports/work-report");
        report.Content.Headers.ContentDisposition!.FileNameStar.ShouldNotBeNull().ShouldContain("2025年工作总结");
        (await browser.ReadAsync("/work-items/import")).QuerySelector("#Year")!.GetAttribute("value").ShouldBe("2025");

        // This year's tasks are to be done all the same.
        (await TitlesAsync(browser, "/work-items")).ShouldBe(["去年未办结", "今年计划", "去年已办结"]);
        (await TitlesAsync(browser, "/work-items?year=2025")).ShouldBe(["去年未办结", "去年已办结"]);
        (await TitlesAsync(browser, "/work-items?year=2026")).ShouldBe(["去年未办结", "今年计划"]);
        using var entered = await browser.SubmitAsync("/work-items/new", [("Input.Title", "收尾"), ("Input.List", "Plan")]);
        entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.WorkItems.SingleAsync(i => i.Title == "收尾")).Year.ShouldBe(2025);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task WorkYear_Changed_IsRecordedAndGoesBackToTheCalendar(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/unit")).QuerySelectorAll("#WorkYear option").Select(o => o.TextContent)
            .ShouldBe(["随日历（今年，2026年）", "2025年（上年）", "2026年（今年）", "2027年（明年）"]);
        (await browser.SubmitAsync("/unit", [("WorkYear", "2025")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync("/unit", [("Input.ShortName", "政务中心")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync("/unit", [("WorkYear", "")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Units.SingleAsync()).WorkYear.ShouldBeNull();
        (await db.Events.Where(e => e.What == "更正单位情况").OrderBy(e => e.Id).ToListAsync())
            .SelectMany(e => e.Changes).Select(c => (c.Field, c.From, c.To)).ShouldBe([("工作年度", "随日历", "2025年"), ("工作年度", "2025年", "随日历")]);
        (await HeadAsync(browser, "/assessment")).ShouldContain("2026年度");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task WorkYear_OutsideTheOffered_IsRefusedAndTheTextKept(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var year in new[] { "2024", "2028", "-1", "9999999999", "去年" })
        {
            using var refused = await browser.SubmitAsync("/unit", [("WorkYear", year), ("Input.ShortName", "政务中心")]);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, year);
            var page = await Browser.ReadAsync(refused);
            page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("工作年度");
            page.QuerySelector("[name='Input.ShortName']")!.GetAttribute("value").ShouldBe("政务中心");
        }
        using (var denied = await (await office.SignInAsync(Role.Staff)).GetAsync("/unit"))
            denied.StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // One that is set stays to be chosen when the years have gone on.
        await browser.SubmitAsync("/unit", [("WorkYear", "2025")]);
        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddYears(2);
        browser = await office.SignInAsync();
        (await browser.SubmitAsync("/unit", [("Input.ShortName", "政务中心")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Units.SingleAsync()).WorkYear.ShouldBe(2025);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task WorkYear_StillLastYearAfterMarch_IsTheCoordinatorsToDo(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await (await office.SignInAsync()).SubmitAsync("/unit", [("WorkYear", "2025")]);
        foreach (var (month, day, lines) in new[] { (3, 31, 0), (4, 1, 1) })
        {
            office.Ledger.Clock.Now = new(2026, month, day, 2, 0, 0, DateTimeKind.Utc);
            (await (await office.SignInAsync()).ReadAsync("/")).QuerySelectorAll("#todo a[href='/unit#WorkYear']").Length.ShouldBe(lines);
            (await (await office.SignInAsync(Role.Staff)).ReadAsync("/")).QuerySelectorAll("main a[href='/unit#WorkYear']").ShouldBeEmpty();
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task WorkYear_NotBegun_ShowsWhatIsAheadAndNothingToSign(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, AttestationTests.Scheme);
        var browser = await office.SignInAsync();
        var list = (await browser.ReadAsync("/assessment")).QuerySelector("#negative a")!.GetAttribute("href")!;
        var address = list[..list.IndexOf('?', StringComparison.Ordinal)];
        var form = Browser.FormOf(await browser.ReadAsync(address));
        await browser.SubmitAsync("/unit", [("WorkYear", "2027")]);

        var home = await browser.ReadAsync("/");
        home.QuerySelectorAll(".week").Length.ShouldBe(home.QuerySelectorAll(".week.ahead").Length);
        (await (await office.SignInAsync(Role.Head)).ReadAsync("/")).QuerySelector("main a[href^='/assessment/negative']").ShouldBeNull();
        (await browser.ReadAsync("/assessment")).QuerySelector("#negative a").ShouldBeNull();
        // The pages lead back to this year, and on again.
        (await browser.ReadAsync("/assessment?year=2026")).QuerySelectorAll(".page-head a").Select(a => a.GetAttribute("href")).ShouldContain("?year=2027");
        (await browser.ReadAsync(address)).QuerySelector("main")!.TextContent.ShouldContain("2027年度尚未开始");
        form.SetAttribute("action", address + "?year=2027");
        using var refused = await browser.SubmitAsync(address, form, [("Confirmed", "true")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Attestations.AnyAsync()).ShouldBeFalse();
    }

    // Two activities and two tasks of last year, one of each of this year.
    private static async Task<Office> OpenAsync(Provider provider)
    {
        var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "今年走访");
        foreach (var title in new[] { "去年走访", "去年清扫" })
            await office.Ledger.NewActivityAsync(office.Unit, title, a => a.During(Period.Of(new DateOnly(2025, 11, 3))));
        await AddAsync("去年未办结", 2025, new(2026, 3, 1));
        await AddAsync("今年计划", 2026, new(2026, 3, 9));
        await AddAsync("去年已办结", 2025, new(2025, 12, 1), isClosed: true);
        return office;

        async Task AddAsync(string title, int year, DateOnly due, bool isClosed = false)
        {
            var item = new WorkItem { UnitId = office.Unit.Id, Title = title, Year = year, List = WorkList.Plan, DueOn = due, EnteredAt = office.Ledger.Clock.Now };
            if (isClosed)
                item.Close(due, "按期办结", new("李红", Guid.CreateVersion7()));
            await office.Ledger.SaveAsync(office.Unit, item);
        }
    }

    private static async Task<string> HeadAsync(Browser browser, string address) => (await browser.ReadAsync(address)).QuerySelector(".page-head")!.TextContent;

    private static async Task<string> CountAsync(Browser browser) => (await browser.ReadAsync("/")).QuerySelector(".year-count a")!.TextContent;

    private static async Task<IEnumerable<string>> TitlesAsync(Browser browser, string address) =>
        (await browser.ReadAsync(address)).QuerySelectorAll("tbody th a").Select(a => a.TextContent);
}
