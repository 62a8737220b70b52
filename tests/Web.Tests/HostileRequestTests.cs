using System.Net;
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
    public async Task Request_WithNul_IsABadRequest(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var posted = await browser.SubmitAsync("/activities/new", [("Input.Kind", "study"), ("Input.Title", "a\0b")]);
        posted.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var asked = await browser.GetAsync("/activities?q=%00");
        asked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
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
