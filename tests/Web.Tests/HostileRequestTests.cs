using System.Net;
using AngleSharp.Html.Dom;
using Mingce.Core.Accounts;
using Mingce.Web;
using Mingce.Web.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>Requests that no page of ours sends.</summary>
public sealed class HostileRequestTests
{
    [Theory, OnSqlite]
    public async Task Post_MoreFieldsThanAnyForm_IsABadRequest(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var content = new MultipartFormDataContent();
        for (var i = 0; i < 1500; i++)
            content.Add(new ByteArrayContent([1]), "Files", $"{i}.txt");

        using var response = await browser.SendAsync(new(HttpMethod.Post, "/activities/new") { Content = content });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Browser.ReadAsync(response)).QuerySelector("h1")!.TextContent.ShouldBe("请求无效");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Request_WithWhatIsNoCharacter_IsABadRequest(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var none in new[] { "\0", "\uFFFE" })
        {
            using var posted = await browser.SubmitAsync("/activities/new", [("Input.Kind", "study"), ("Input.Title", $"a{none}b")]);
            posted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            using var asked = await browser.GetAsync($"/activities?q={Uri.EscapeDataString(none)}");
            asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    // A name of blanks passes the browser's own check of required fields.
    [Theory, OnSqlite]
    public async Task Post_EveryFieldBlank_IsAskedForAgainAndNeverFails(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Administrator);
        var failed = new List<string>();
        foreach (var address in EndpointList.Of(office.App).Where(e => e.Methods.Contains("POST") && !e.Route.Contains('{', StringComparison.Ordinal) && e.Rule.Resource != Resource.Session).Select(e => e.Route))
        {
            using var page = await browser.GetAsync(address);
            if (page.StatusCode != HttpStatusCode.OK || (await Browser.ReadAsync(page)).QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().FirstOrDefault() is not { } form)
                continue;
            var fields = form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Where(name => name.Length > 0 && !name.StartsWith("__", StringComparison.Ordinal)).Distinct();
            using var answer = await browser.SubmitAsync(address, form, [.. fields.Select(name => (name, " "))]);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                failed.Add(address);
        }
        failed.ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task File_AskedForByAnotherMethod_Is405(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Post, HttpMethod.Delete })
            (await browser.SendAsync(new(method, "/reports/work-report"))).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, method.Method);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Create_SameFormManyTimesAtOnce_GivesOneRecord(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => browser.SubmitAsync("/activities/new", form, [("Input.Kind", "study")]))));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.CountAsync()).ShouldBe(1);
    }
}
