using System.Net;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Reporting;
using Mingce.Core.Spreadsheets;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>登记活动: what the form offers, and records of several kinds.</summary>
public sealed class RegistrationTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Register_SeveralKinds_IsOneRecordWhereverItIsCounted(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync(
            "/activities/new", [("Input.Kind", "party-day"), ("Input.OtherKinds", "volunteer"), ("Input.OtherKinds", "party-day"), ("Input.OtherKinds", "clean-up"), ("Input.ActualHeadcount", "31"), ("Input.Amounts", "5200元")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await browser.ReadAsync(saved.Headers.Location!.ToString());
        page.QuerySelector(".facts")!.TextContent.ShouldContain("主题党日、志愿服务、环境整治");
        (await browser.ReadAsync("/")).QuerySelector(".year-count a")!.TextContent.ShouldBe("1");
        foreach (var query in new[] { "", "?kind=party-day", "?kind=volunteer", "?kind=clean-up" })
            (await browser.ReadAsync("/activities" + query)).QuerySelectorAll("tbody tr").Length.ShouldBe(1, query);
        (await SheetRowsAsync(browser, "/activities.xlsx?kind=volunteer")).ShouldHaveSingleItem().ShouldContain("主题党日、志愿服务、环境整治");

        await using var db = office.Ledger.OpenDb(office.Unit);
        var report = await new WorkReports(db).ComposeAsync(office.Unit, 2026, new(2026, 3, 5));
        report.Figures.Where(f => f.Text.Contains("31", StringComparison.Ordinal)).ShouldHaveSingleItem();
        report.Figures.Where(f => f.Text.Contains("5200", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Form_NextRecord_OffersWhatTheLastOnesSaidAndFillsNothingIn(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "走访", a =>
        {
            (a.Place, a.Campaign, a.ActualHeadcount, a.PlannedHeadcount) = ("北门社区", "双城同创", 12, 15);
            a.OfKinds("visit", "volunteer").During(Period.Of(new(2026, 3, 1)));
        });
        await office.Ledger.NewActivityAsync(office.Unit, "早先的走访", a => { a.Place = "东湖社区"; a.OfKinds("visit").During(Period.Of(new(2026, 2, 1))); });
        await office.Ledger.NewActivityAsync(office.Unit, "学习", a => a.OfKinds("study").During(Period.Of(new(2026, 3, 2))));
        await office.Ledger.NewActivityAsync(await office.Ledger.NewUnitAsync("市图书馆"), "别的单位", a => { a.Place = "别处"; a.OfKinds("blood").During(Period.Of(new(2026, 3, 3))); });

        var page = await (await office.SignInAsync()).ReadAsync("/activities/new");

        page.QuerySelectorAll("[name='Input.Kind']").Take(2).Select(i => i.GetAttribute("value")).ShouldBe(["study", "visit"]);
        page.QuerySelectorAll("[name='Input.Kind']").Select(i => i.GetAttribute("value")).Distinct().Count().ShouldBe(KindCatalogue.LoadDefault().All.Count);
        page.QuerySelectorAll("#places option").Select(o => (o.GetAttribute("value"), o.GetAttribute("data-kind"))).ShouldBe([("北门社区", "visit")]);
        page.QuerySelectorAll("#campaigns option").Select(o => o.GetAttribute("value")).ShouldBe(["双城同创"]);
        foreach (var field in new[] { "Place", "Campaign", "ActualHeadcount", "PlannedHeadcount", "Title" })
            (page.QuerySelector($"#Input_{field}")!.GetAttribute("value") ?? "").ShouldBe("", field);
        page.QuerySelectorAll("main form [required]").Select(e => e.GetAttribute("name")).Distinct().ShouldBe(["Input.Kind", "Input.On"]);
        page.QuerySelector(".more-fields")!.HasAttribute("open").ShouldBeFalse();
    }

    [Theory, OnSqlite]
    public async Task Form_NewUnitWithRoutinesAndOwnKinds_OffersThoseKindsFirst(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        await browser.SubmitAsync("/kinds/new", [("Input.Name", "路域环境整治"), ("Input.CountsAs", "clean-up")]);
        await browser.SubmitAsync("/routines/new?preset=party-day", []);
        var page = await browser.ReadAsync("/activities/new");
        page.QuerySelectorAll(".chips > .chip:has(input)").Take(2).Select(c => c.TextContent.Trim()).ShouldBe(["主题党日", "路域环境整治"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Correct_OwnRecordOfStaff_IsAllowedToThemAndNoOtherStaff(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (author, colleague) = (await office.SignInAsync(Role.Staff), await office.SignInAsync(Role.Staff));
        using var saved = await author.SubmitAsync("/activities/new", [("Input.Kind", "clean-up"), ("Input.On", "2026-03-05")]);
        var address = saved.Headers.Location!.ToString();
        (await author.ReadAsync(address)).QuerySelector($"a[href='{address}/edit']").ShouldNotBeNull();
        (await colleague.ReadAsync(address)).QuerySelector($"a[href='{address}/edit']").ShouldBeNull();
        var form = Browser.FormOf(await author.ReadAsync(address + "/edit"));

        (await colleague.GetAsync(address + "/edit")).Headers.Location!.ToString().ShouldBe(address);
        var posted = Browser.FormOf(await colleague.ReadAsync("/activities/new"));
        posted.Action = address + "/edit";
        (await colleague.SubmitAsync(address, posted, [("Input.Kind", "study")])).Headers.Location!.ToString().ShouldBe(address);
        (await author.SubmitAsync(address + "/edit", form, [("Input.On", "2026-03-04"), ("Input.ActualHeadcount", "12"), ("Reason", "日期登错")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(office.Unit);
        // The proposed title went with the day.
        (await db.Activities.Select(a => new { a.Title, a.ActualHeadcount }).SingleAsync()).ShouldBe(new { Title = "环境整治（3月4日）", ActualHeadcount = (int?)12 });
        (await author.ReadAsync("/mine")).QuerySelector(".rows a")!.TextContent.ShouldBe("环境整治（3月4日）");
        (await colleague.ReadAsync("/mine")).QuerySelector($"a[href='{address}']").ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Register_SourceCampaignAndPlannedHeadcount_StandOnThePageAndCanBeFiltered(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync(
            "/activities/new", [("Input.Kind", "volunteer"), ("Input.Source", "Joint"), ("Input.Campaign", " 双城同创 "), ("Input.PlannedHeadcount", "20"), ("Input.ActualHeadcount", "18")]);
        await office.Ledger.NewActivityAsync(office.Unit, "别的", a => a.OfKinds("volunteer"));
        var facts = (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelector(".facts")!.TextContent;
        new[] { "联办", "双城同创", "20 人", "18 人" }.ShouldAllBe(word => facts.Contains(word));
        (await browser.ReadAsync("/activities?campaign=双城同创")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        var address = saved.Headers.Location!.ToString() + "/edit";
        (await browser.ReadAsync(address)).QuerySelector("#Input_Campaign")!.GetAttribute("value").ShouldBe("双城同创");
        using var bad = await browser.SubmitAsync(address, [("Input.Source", "7"), ("Input.OtherKinds", "no-such-kind"), ("Reason", "试")]);
        bad.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(bad);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("请从列表中选择");
        page.QuerySelector(".more-fields")!.HasAttribute("open").ShouldBeTrue();
        (await browser.SubmitAsync(address, [("Input.OtherKinds", "clean-up"), ("Reason", "同时清扫")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.Include(a => a.Kinds).SingleAsync(a => a.Campaign != "")).KindIds.ShouldBe(["volunteer", "clean-up"]);
    }

    private static async Task<List<string>> SheetRowsAsync(Browser browser, string address)
    {
        using var response = await browser.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return [.. SpreadsheetReader.Read("x.xlsx", file).Single().Rows.Skip(1).Select(row => string.Join('|', row.Cells))];
    }
}
