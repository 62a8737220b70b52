using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Testing;

namespace E2E.Tests;

/// <summary>A browser window that remembers what its console complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    private readonly List<string> complaints = [];

    public Window(IPage page)
    {
        Page = page;
        // A refused script, style or picture is told here; the status of the page itself is the test's own matter.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Location.StartsWith(page.Url, StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    public ILocator Heading => Page.Locator("h1");

    public Task<IResponse?> GoToAsync(string address) => Page.GotoAsync(address);

    public async Task SignInAsync()
    {
        await GoToAsync("/sign-in");
        await Page.GetByLabel("账号").FillAsync(Site.AccountName);
        await Page.GetByLabel("口令").FillAsync(TestLedger.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await ShowsAsync("工作台");
    }

    /// <summary>Waits for the page of this heading.</summary>
    public Task ShowsAsync(string heading) => Assertions.Expect(Heading).ToHaveTextAsync(heading);

    /// <summary>Presses Tab until the focus, which must be seen, is on the element.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (!await Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
                continue;
            (await Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")).ShouldNotBe("none", selector);
            return;
        }
        throw new InvalidOperationException($"Tab does not reach {selector} on {Page.Url}");
    }

    /// <summary>The page is usable by everybody: nothing serious for axe, no scrolling sideways, whole pictures, a silent console.</summary>
    public async Task CheckAsync()
    {
        var where = Page.Url;
        // Pictures further down load when they are scrolled to.
        await Page.EvaluateAsync("async () => { for (const i of document.images) { i.loading = 'eager'; await i.decode(); } }");
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        width.ShouldBeLessThanOrEqualTo(Page.ViewportSize!.Width, $"{where} scrolls sideways");

        var found = (await Page.RunAxe(Rules)).Violations.Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Impact}) {n.Target}: {n.Html}"));
        found.ShouldBeEmpty(where);
        complaints.ShouldBeEmpty(where);
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
