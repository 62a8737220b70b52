using System.Net;
using Mingce.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

public sealed class AssessmentTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Assessment_FreshUnit_SaysWhatIsAssignedAndMissing(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var page = await browser.ReadAsync("/assessment");
        page.QuerySelector("main")!.TextContent.ShouldContain("已赋分24分中得0分");
        page.QuerySelector("main")!.TextContent.ShouldContain("其余大项未取得");
        page.QuerySelectorAll(".tree li").Length.ShouldBe(10);
        page.QuerySelectorAll("#gaps li").Length.ShouldBeGreaterThan(5);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Standard_RecordWithoutEvidence_IsListedAndNotCounted(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "走访慰问困难户", a => a.OfKinds("visit"));
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/assessment/1.8")).QuerySelector("main")!.TextContent.ShouldContain("仅列出、暂不计分");
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector("main")!.TextContent.ShouldContain("！仅列出");

        var address = $"/activities/{activity.Id}/evidence/new";
        var original = (await browser.ReadAsync(address)).QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().Last();
        await browser.SubmitAsync(address, original, [("Original.Title", "慰问名册"), ("Original.Place", "档案室"), ("Original.Keeper", "李红")]);
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector("main")!.TextContent.ShouldContain("✓ 计入");
        (await browser.ReadAsync("/assessment/1.8")).QuerySelector($"a[href='/activities/{activity.Id}']").ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Grade_GivenAndChanged_CountsWithNameAndReason(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var first = await GradeFormAsync(browser);
        (await browser.SubmitAsync("/", first, [("Points", "1.5"), ("Reason", "制度齐全，一次会议缺记录")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/assessment")).QuerySelector("main")!.TextContent.ShouldContain("中得1.5分");
        (await browser.SubmitAsync("/", await GradeFormAsync(browser), [("Points", "2"), ("Reason", "会议记录已找到")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(office.Unit);
        var grade = await db.Attestations.SingleAsync();
        (grade.Points, grade.Reason, grade.Year, grade.Subject).ShouldBe((200, "会议记录已找到", 2026, "1.2-1"));
        (await db.Events.CountAsync(e => e.SubjectId == grade.Id)).ShouldBe(2);

        // The form of before the grade was given is too late.
        using var lost = await browser.SubmitAsync("/", first, [("Points", "0.5"), ("Reason", "我的理由")]);
        lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await Browser.ReadAsync(lost);
        again.QuerySelector("#Reason")!.GetAttribute("value").ShouldBe("我的理由");
        again.QuerySelector("main")!.TextContent.ShouldContain("会议记录已找到");
    }

    [Theory]
    [InlineData("2.01", "理由")]
    [InlineData("-0.5", "理由")]
    [InlineData("1.005", "理由")]
    [InlineData("", "理由")]
    [InlineData("1", "")]
    public async Task Grade_OutOfRangeOrWithoutReason_IsRefused(string points, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var response = await browser.SubmitAsync("/", await GradeFormAsync(browser), [("Points", points), ("Reason", reason)]);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Attestations.CountAsync()).ShouldBe(0);
    }

    [Theory, OnSqlite]
    public async Task Standard_RoleThatMayNotGrade_SeesNoForm(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Staff);
        (await browser.ReadAsync("/assessment/1.2")).QuerySelectorAll("main form").ShouldBeEmpty();
        (await browser.GetAsync("/assessment/9.9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlFormElement> GradeFormAsync(Browser browser) =>
        Browser.FormOf(await browser.ReadAsync("/assessment/1.2"));
}
