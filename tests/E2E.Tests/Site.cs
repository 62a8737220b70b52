using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Samples;
using Mingce.Core.Units;
using Mingce.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Testing;

namespace E2E.Tests;

/// <summary>What a page is looked at on.</summary>
public enum Screen
{
    Desktop,
    Phone,
}

/// <summary>A server over the ledger of the sample unit in autumn, and the browser that visits it: one for all tests, which each bring their own records.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string AccountName = "lianluoyuan";

    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string? signedIn;

    public TestLedger Ledger { get; private set; } = null!;
    public Unit Unit { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.WhyMissing is not null)
            return;
        Ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        Ledger.Clock.Now = new(2026, 10, 22, 1, 30, 0, DateTimeKind.Utc);
        Unit = await SampleUnit.CreateAsync(Ledger.Folder, Ledger.Clock);
        await Ledger.NewAccountAsync(Unit, Role.Administrator, AccountName);

        var kinds = KindCatalogue.LoadDefault();
        app = Server.Create(new(Ledger.Folder, kinds, SchemeCatalogue.Default(kinds).Load("xiaogan"), Ledger.Clock, ["http://127.0.0.1:0"]));
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>A window of somebody who is not signed in.</summary>
    public Task<Window> VisitAsync(Screen screen, bool javaScript = true) => OpenAsync(screen, javaScript, null);

    /// <summary>A window of the administrator, who keeps the ledger too, signed in.</summary>
    public async Task<Window> OpenAsync(Screen screen)
    {
        if (signedIn is null)
        {
            await using var first = await VisitAsync(screen);
            await first.SignInAsync();
            signedIn = await first.Page.Context.StorageStateAsync();
        }
        return await OpenAsync(screen, javaScript: true, signedIn);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        if (Ledger is not null)
            await Ledger.DisposeAsync();
    }

    /// <summary>A server of its own over an empty ledger, which asks for the first unit, and a window on it.</summary>
    public async Task<FirstStart> OpenEmptyAsync(Screen screen, bool javaScript)
    {
        var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        var kinds = KindCatalogue.LoadDefault();
        var server = Server.Create(new(ledger.Folder, kinds, SchemeCatalogue.Default(kinds).Load("xiaogan"), ledger.Clock, ["http://127.0.0.1:0"], FirstStart.Code));
        await server.StartAsync();
        return new FirstStart(await OpenAsync(screen, javaScript, null, server.Urls.Single()), server, ledger);
    }

    private async Task<Window> OpenAsync(Screen screen, bool javaScript, string? state, string? address = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = address ?? app!.Urls.Single(),
            ViewportSize = screen == Screen.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1366, Height = 768 },
            IsMobile = screen == Screen.Phone,
            HasTouch = screen == Screen.Phone,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = javaScript,
            StorageState = state,
        });
        context.SetDefaultTimeout(15_000);
        return new Window(await context.NewPageAsync());
    }
}

/// <summary>All tests share the site, so they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SiteCollection : ICollectionFixture<Site>
{
    public const string Name = "site";
}

/// <summary>An empty ledger with its server and a window.</summary>
public sealed record FirstStart(Window Window, WebApplication Server, TestLedger Ledger) : IAsyncDisposable
{
    public const string Code = "abcd-efgh-jkmn";

    public async ValueTask DisposeAsync()
    {
        await Window.DisposeAsync();
        await Server.DisposeAsync();
        await Ledger.DisposeAsync();
    }
}
