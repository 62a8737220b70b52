using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Units;
using Mingce.Rules.Schemes;
using Mingce.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Testing;

namespace Web.Tests;

/// <summary>A running server over a fresh ledger with one unit.</summary>
public sealed class Office : IAsyncDisposable
{
    private static readonly KindCatalogue Kinds = KindCatalogue.LoadDefault();
    private static readonly Scheme Xiaogan = SchemeCatalogue.Default(Kinds).Load("xiaogan");

    private Office(TestLedger ledger, Unit unit, WebApplication app) => (Ledger, Unit, App) = (ledger, unit, app);

    public TestLedger Ledger { get; }
    public Unit Unit { get; }
    public WebApplication App { get; }

    /// <param name="scheme">The scheme in force; null for xiaogan.</param>
    public static async Task<Office> OpenAsync(Provider provider, Scheme? scheme = null)
    {
        var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var app = Create(ledger, scheme: scheme);
        await app.StartAsync();
        return new Office(ledger, unit, app);
    }

    public static WebApplication Create(TestLedger ledger, Action<WebApplicationBuilder>? configure = null, string? setupCode = null, Scheme? scheme = null)
    {
        var options = new ServerOptions(ledger.Folder, Kinds, scheme ?? Xiaogan, ledger.Clock, [], setupCode);
        return Server.Create(options, builder =>
        {
            builder.WebHost.UseTestServer();
            configure?.Invoke(builder);
        });
    }

    /// <summary>A browser of somebody who is not signed in.</summary>
    public Browser Visit() => new(App.GetTestServer());

    /// <summary>A browser signed in with a new account of the role.</summary>
    public async Task<Browser> SignInAsync(Role role = Role.Coordinator, Unit? unit = null)
    {
        var account = await Ledger.NewAccountAsync(unit ?? Unit, role, $"{role}-{Guid.CreateVersion7():n}");
        var browser = Visit();
        (await browser.SignInAsync(account.Name)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Ledger.DisposeAsync();
    }
}

/// <summary>An HTTP client that keeps cookies, follows no redirects, and posts the forms that pages contain.</summary>
public sealed class Browser(TestServer server)
{
    private static readonly Uri Root = new("http://localhost/");
    private readonly HttpClient client = server.CreateClient();

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.GetCookieHeader(Root) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
                Cookies.SetCookies(Root, cookie);
        }
        return response;
    }

    /// <summary>The page at the address, which must be there.</summary>
    public async Task<IHtmlDocument> ReadAsync(string address)
    {
        using var response = await GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await ReadAsync(response);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>Fills the page's form in and posts it, with every hidden field that the page put there.</summary>
    /// <param name="page">The address of the page that holds the form.</param>
    /// <param name="form">Which form of the page.</param>
    /// <param name="fields">Values by field name.</param>
    /// <param name="files">Files for the file field.</param>
    public async Task<HttpResponseMessage> SubmitAsync(
        string page, IHtmlFormElement form, IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Bytes)[] files)
    {
        var values = form.Elements.OfType<IHtmlInputElement>()
            .Where(i => i.Name is { Length: > 0 } && i.Type is not ("file" or "submit") && (i.Type is not ("checkbox" or "radio") || i.IsChecked)).Select(i => (i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(area => (area.Name!, area.Value)))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(select => (select.Name!, select.Value ?? ""))).ToList();
        var typed = fields.ToList();
        foreach (var (name, _) in typed)
        {
            form.Elements.ShouldContain(e => e.GetAttribute("name") == name, $"{page} has no field {name}");
            values.RemoveAll(value => value.Item1 == name);
        }
        // A box with no value is one that is not ticked.
        values.AddRange(typed.Where(field => field.Value.Length > 0 || !form.Elements.OfType<IHtmlInputElement>().Any(i => i.Name == field.Name && i.Type == "checkbox")));
        return await SendAsync(new(HttpMethod.Post, form.GetAttribute("action") is { Length: > 0 } action ? action : page) { Content = Content(values, form, files) });
    }

    public async Task<HttpResponseMessage> SubmitAsync(string page, IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Bytes)[] files) =>
        await SubmitAsync(page, FormOf(await ReadAsync(page)), fields, files);

    /// <summary>The page's own form: the frame's sign-out form stands outside main.</summary>
    public static IHtmlFormElement FormOf(IHtmlDocument page, string selector = "main form[method=post]") =>
        page.QuerySelectorAll(selector).OfType<IHtmlFormElement>().First();

    public Task<HttpResponseMessage> SignInAsync(string name, string password = TestLedger.Password, string page = "/sign-in") =>
        SubmitAsync(page, [("Name", name), ("Password", password)]);

    private static HttpContent Content(List<(string Name, string Value)> values, IHtmlFormElement form, (string Name, byte[] Bytes)[] files)
    {
        if (form.Enctype != "multipart/form-data")
            return new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
        {
            // The extended form takes every name as it is, a line break or a quotation mark too.
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new("form-data") { Name = "Files", FileNameStar = name };
            content.Add(part);
        }
        return content;
    }
}
