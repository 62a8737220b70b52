using System.Net;
using Mingce.Core.Accounts;
using Mingce.Core.Ideas;
using Mingce.Core.Routines;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>活动参考 and 保管期限 through their pages. The clock stands on Thursday, 5 March 2026.</summary>
public sealed class IdeaTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ideas_DeliveredOne_IsChangedRetiredAndBack(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await Titles(browser, "/ideas")).Count.ShouldBe(20);
        (await Titles(browser, "/ideas?kind=reading")).ShouldBe(["午间共读半小时"]);
        (await Titles(browser, "/ideas?season=端午")).ShouldBe(["端午食堂包粽子"]);
        (await Titles(browser, "/ideas")).Take(3).ShouldBe(["自己出题的灯谜会", "便民小修小补集市", "认养一片树"]);

        (await browser.SubmitAsync("/ideas/lunch-reading/edit", [("Input.Title", "每周共读"), ("Input.Kinds", "reading")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Titles(browser, "/ideas?kind=reading")).ShouldBe(["每周共读"]);
        var retire = Browser.FormOf(await browser.ReadAsync("/ideas/lunch-reading"));
        (await browser.SubmitAsync("/ideas/lunch-reading", retire, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Titles(browser, "/ideas?kind=reading")).ShouldBeEmpty();
        (await Titles(browser, "/ideas?state=retired")).ShouldBe(["每周共读"]);
        (await browser.SubmitAsync("/ideas/lunch-reading", retire, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var row = await db.Ideas.SingleAsync();
        (row.PresetId, row.IsRetired).ShouldBe(("lunch-reading", false));
        (await db.Events.CountAsync(e => e.SubjectId == row.Id)).ShouldBe(3);
        var restore = Browser.FormOf(await browser.ReadAsync("/ideas/lunch-reading/edit"), "form[action$=Restoration]");
        (await browser.SubmitAsync("/ideas/lunch-reading/edit", restore, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Titles(browser, "/ideas?kind=reading")).ShouldBe(["午间共读半小时"]);
        (await browser.ReadAsync("/ideas/lunch-reading/edit")).QuerySelector("form[action$=Restoration]").ShouldBeNull();
        (await browser.GetAsync("/ideas/nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await office.SignInAsync(Role.Staff)).ReadAsync("/ideas/lunch-reading")).QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Idea_OfOneUnit_IsNotSeenByAnother(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var other = await office.Ledger.NewUnitAsync("市图书馆");
        var idea = await office.Ledger.SaveAsync(other, new Idea { UnitId = other.Id, Title = "读者见面会", KindIds = "reading" });
        var browser = await office.SignInAsync();
        (await Titles(browser, "/ideas")).ShouldNotContain("读者见面会");
        (await browser.GetAsync($"/ideas/{idea.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/ideas/{idea.Id}/edit")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Past_ChosenTitles_BecomeIdeasOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "3月诗歌朗诵会", a => { a.OfKinds("reading").During(Period.Of(new(2024, 3, 9))); a.Text = "选诗\n排练\n朗诵"; });
        var last = await office.Ledger.NewActivityAsync(office.Unit, "诗歌朗诵会（4月）", a => { a.OfKinds("reading").During(Period.Of(new(2025, 4, 9))); a.Text = "选诗\n排练\n朗诵"; });
        await office.Ledger.NewActivityAsync(office.Unit, "今年的朗诵会", a => a.OfKinds("reading"));
        var browser = await office.SignInAsync();
        var page = await browser.ReadAsync("/ideas/past?kind=reading");
        page.QuerySelectorAll("#Chosen li").ShouldHaveSingleItem().TextContent.ShouldContain("2 次");
        (await browser.SubmitAsync("/ideas/past", [])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync("/ideas/past", [("Chosen", $"{last.Id}")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/ideas/past?kind=reading")).QuerySelectorAll("#Chosen li").ShouldBeEmpty();
        await using var db = office.Ledger.OpenDb(office.Unit);
        var idea = await db.Ideas.SingleAsync();
        (idea.Title, idea.KindIds, idea.Months, idea.StepLines.Count, idea.ActivityId).ShouldBe(("诗歌朗诵会", "reading", "4", 3, last.Id));
        (await browser.ReadAsync($"/ideas/{idea.Id}")).QuerySelector($"a[href='/activities/{last.Id}']").ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Idea_IsProposedBesideItsOccurrence_AndFillsThePlan(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await office.Ledger.SaveAsync(office.Unit, new Routine
        {
            UnitId = office.Unit.Id,
            Title = "学雷锋志愿服务",
            KindId = "volunteer",
            Status = RoutineStatus.Active,
            Year = 2026,
            StartsOn = new(2026, 3, 1),
            EnteredAt = office.Ledger.Clock.Now,
        }.Recurring(new Recurrence(Frequency.Monthly)));
        var browser = await office.SignInAsync();
        var page = await browser.ReadAsync($"/routines/{routine.Id}/occurrences/2026-03-31");
        var ideas = page.QuerySelectorAll("a[href^='/ideas/']").Select(a => a.TextContent).ToList();
        ideas.ShouldContain("便民小修小补集市");
        ideas.ShouldNotContain("写春联送邻居");
        var link = page.QuerySelector("a[href*='idea=mutual-help-spring']")!.GetAttribute("href")!;
        (await browser.ReadAsync(link)).QuerySelector("textarea")!.TextContent.ShouldContain("统计职工的手艺");

        var details = await browser.ReadAsync("/ideas/mutual-help-spring");
        foreach (var (word, field) in new[] { ("列入常态化安排", "Input.Title"), ("已开展，登记活动", "Input.Title"), ("准备活动、生成方案", "Input.Title") })
        {
            var form = await browser.ReadAsync(details.QuerySelectorAll("main a").Single(a => a.TextContent == word).GetAttribute("href")!);
            form.QuerySelector($"input[name='{field}']")!.GetAttribute("value").ShouldBe("便民小修小补集市", word);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ideas_SameTitleHeldOften_IsToldAsAFact(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        foreach (var month in new[] { 1, 2, 3 })
            await office.Ledger.NewActivityAsync(office.Unit, $"{month}月读书会", a => a.OfKinds("reading").During(Period.Of(new(2026, month, 3))));
        var page = await (await office.SignInAsync()).ReadAsync("/ideas");
        var repeat = page.QuerySelectorAll("li").Single(li => li.TextContent.Contains("读书会") && li.TextContent.Contains("3 次"));
        repeat.QuerySelector("a")!.GetAttribute("href")!.ShouldStartWith("/activities?kind=reading&q=");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Retention_OwnTerm_ChangesWhatIsListedAndDeletesNothing(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "旧读书会", a => a.OfKinds("reading").During(Period.Of(new(2014, 5, 1))));
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/retention")).QuerySelector("#reached-activities").ShouldBeNull();
        using var wrong = await browser.SubmitAsync("/retention/activities", [("Term", "很久"), ("Source", "归档范围表")]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync("/retention/activities", [("Term", "10年"), ("Source", "归档范围表")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/retention")).QuerySelector("#reached-activities")!.TextContent.ShouldContain("旧读书会");
        var form = Browser.FormOf(await browser.ReadAsync("/retention/activities"), "form[action$=Restoration]");
        (await browser.SubmitAsync("/retention/activities", form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/retention")).QuerySelector("#reached-activities").ShouldBeNull();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.CountAsync()).ShouldBe(1);
    }

    private static async Task<List<string>> Titles(Browser browser, string address) =>
        [.. (await browser.ReadAsync(address)).QuerySelectorAll(".ideas strong").Select(title => title.TextContent)];
}
