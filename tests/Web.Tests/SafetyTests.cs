using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mingce.Web;
using Mingce.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Testing;

namespace Web.Tests;

public sealed partial class SafetyTests
{
    private const string Csp =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Theory, OnSqlite]
    public async Task Headers_OnEveryAnswer_AreThere(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var (address, status) in new[] { ("/", 200), ("/sign-in", 302), ("/nothing-here", 404), ("/activities", 200), ("/css/site.css", 200) })
        {
            using var response = await browser.GetAsync(address);
            ((int)response.StatusCode).ShouldBe(status, address);
            response.Headers.GetValues("Content-Security-Policy").Single().ShouldBe(Csp, address);
            response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff", address);
            response.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin", address);
            response.Headers.GetValues("Cache-Control").Single().ShouldBe(address.EndsWith(".css", StringComparison.Ordinal) ? "public, max-age=3600" : "no-store", address);
            response.Headers.Contains("Server").ShouldBeFalse(address);
        }
    }

    [Theory, OnSqlite]
    public async Task Cookies_OfASession_AreClosedToScriptsAndOtherSites(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Mingce.Core.Accounts.Role.Staff);
        using var response = await office.Visit().SignInAsync(account.Name);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("mingce=", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("secure"); // plain http on a LAN
    }

    [Theory, OnSqlite]
    public async Task Post_WithoutAntiforgeryToken_IsRefused(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var address in new[] { "/activities/new", "/sign-in", "/sign-out" })
        {
            using var response = await browser.SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("Name", "x")]) });
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
            (await Browser.ReadAsync(response)).QuerySelector("h1")!.TextContent.ShouldBe("请求无效");
        }
    }

    [Theory, OnSqlite]
    public async Task Page_MethodItDoesNotHandle_Is405(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "集中学习");
        var browser = await office.SignInAsync();
        foreach (var address in new[] { "/", $"/activities/{activity.Id}", "/assessment/1.2" })
            (await browser.SendAsync(new(HttpMethod.Options, address))).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, address);
        (await browser.SendAsync(new(HttpMethod.Head, $"/activities/{activity.Id}"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnSqlite]
    public async Task Create_PageWithASecondAccessRule_Fails(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        Should.Throw<InvalidOperationException>(() => Office.Create(ledger, builder => builder.Services.Configure<RazorPagesOptions>(o =>
            o.Conventions.AddFolderApplicationModelConvention("/Activities", page => page.EndpointMetadata.Add(new AccessRuleAttribute(Resource.Error, AccessAction.View, Relation.Public))))))
            .Message.ShouldContain("carries 2 access rules");
    }

    [Theory, OnSqlite]
    public async Task EndpointList_EndpointWithoutOrWithTwoRules_Fails(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        foreach (var rules in new[] { 0, 2 })
        {
            await using var app = Office.Create(ledger);
            var endpoint = app.MapGet("/extra", (HttpContext _) => Task.CompletedTask);
            for (var i = 0; i < rules; i++)
                endpoint.WithMetadata(new AccessRuleAttribute(Resource.Error, AccessAction.View, Relation.Public));
            Should.Throw<InvalidOperationException>(() => EndpointList.Of(app)).Message.ShouldContain($"/extra carries {rules} access rules");
        }
    }

    [Fact]
    public void Views_HoldNoRawHtmlAndNoInlineScriptOrStyle()
    {
        var views = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../src/Mingce.Web/Pages"), "*.cshtml", SearchOption.AllDirectories);
        views.Length.ShouldBeGreaterThan(10);
        foreach (var view in views)
        {
            var text = OwnModule().Replace(File.ReadAllText(view), "");
            foreach (var banned in new[] { "Html.Raw", "HtmlString", "<script", "<style", " style=", " onclick=" })
                text.ShouldNotContain(banned, Case.Insensitive, view);
        }
    }

    [GeneratedRegex("""<script type="module" src="/js/[a-z-]+\.js" asp-append-version="true"></script>""", RegexOptions.None, 1000)]
    private static partial Regex OwnModule();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
