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

    /// <summary>After a connection that was lost on purpose, of which the console tells.</summary>
    public void ForgetComplaints() => complaints.Clear();

    /// <summary>The page is usable by everybody.</summary>
    public async Task CheckAsync() => (await FaultsAsync()).ShouldBeEmpty(Page.Url);

    /// <summary>What keeps somebody from using the page: something serious for axe, scrolling sideways, a broken picture, a form that is refused for want of its token, a complaint in the console.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        // Pictures further down load when they are scrolled to.
        var broken = await Page.EvaluateAsync<string[]>(
            "async () => { const broken = []; for (const i of document.images) { i.loading = 'eager'; try { await i.decode(); } catch { broken.push(i.src); } } return broken; }");
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        // In one run on the page itself: the newer way opens a second page for the outcome, and no page here has frames.
#pragma warning disable CS0618 // Obsolete for pages with frames of other origins.
        var result = await Page.Locator("html").RunAxeLegacy(Rules);
#pragma warning restore CS0618
        var serious = result.Violations.Where(v => v.Impact is "serious" or "critical").SelectMany(v => v.Nodes.Select(n => $"{v.Id} ({v.Impact}) {n.Target}: {n.Html}"));
        var open = await Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('form[method=post]')].filter(f => !f.elements.namedItem('__RequestVerificationToken')).map(f => f.action)");
        string[] said = [.. complaints];
        complaints.Clear();
        return [.. serious, .. broken.Select(source => $"broken picture {source}"), .. open.Select(action => $"form without its token {action}"), .. said, .. width > Page.ViewportSize!.Width ? [$"scrolls sideways: {width}"] : Array.Empty<string>()];
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
