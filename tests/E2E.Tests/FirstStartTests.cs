using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Tests;

/// <summary>From the empty ledger to the first record, and from an old report to the ledger.</summary>
[Collection(SiteCollection.Name)]
public sealed class FirstStartTests(Site site)
{
    [BrowserTheory, InlineData(Screen.Desktop)]
    public async Task FirstStart_ByKeyboard_LeadsToTheFirstSteps(Screen screen)
    {
        await using var start = await site.OpenEmptyAsync(screen, javaScript: true);
        var (window, keys) = (start.Window, start.Window.Page.Keyboard);
        await window.GoToAsync("/");
        await Expect(window.Heading).ToContainTextAsync("首次设置");
        await window.CheckAsync();
        foreach (var (field, text) in new[]
        {
            ("#Code", FirstStart.Code), ("#Unit_FullName", "云溪市水务局"), ("#Unit_SelfName", "我局"), ("#Unit_EstablishedPosts", "46"),
        })
        {
            await window.TabToAsync(field);
            await keys.InsertTextAsync(text);
        }
        await window.TabToAsync("#Unit_HasPartyGroup");
        await keys.PressAsync("Space");
        foreach (var (field, text) in new[]
        {
            ("#Departments", "办公室\n规划股"), ("#People", "王敏 办公室 主任"), ("#Name", "lihua"), ("#DisplayName", "李华"), ("#Password", "Lantian-2026"), ("#Repeated", "Lantian-2026"),
        })
        {
            await window.TabToAsync(field);
            await keys.InsertTextAsync(text);
        }
        await keys.PressAsync("Enter");
        await window.ShowsAsync("工作台");
        await Expect(window.Page.Locator(".first-steps .is-done h3")).ToContainTextAsync("录入机构和人员");
        await window.CheckAsync();

        await window.TabToAsync(".first-steps a[href='/routines/new']");
        await keys.PressAsync("Enter");
        await window.ShowsAsync("新增常态化安排");
    }

    [BrowserTheory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task FirstStart_WithoutScript_Works(Screen screen)
    {
        await using var start = await site.OpenEmptyAsync(screen, javaScript: false);
        var page = start.Window.Page;
        await start.Window.GoToAsync("/");
        await page.GetByLabel("设置码").FillAsync("wrong");
        await page.GetByLabel("单位全称").FillAsync("云溪市水务局");
        await page.Locator("#Name").FillAsync("lihua");
        await page.Locator("#DisplayName").FillAsync("李华");
        await page.Locator("#Password").FillAsync("Lantian-2026");
        await page.Locator("#Repeated").FillAsync("Lantian-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "完成设置" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("设置码不正确");
        await Expect(page.GetByLabel("单位全称")).ToHaveValueAsync("云溪市水务局");
        await page.GetByLabel("设置码").FillAsync(FirstStart.Code);
        await page.Locator("#Password").FillAsync("Lantian-2026");
        await page.Locator("#Repeated").FillAsync("Lantian-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "完成设置" }).ClickAsync();
        await start.Window.ShowsAsync("工作台");
        await Expect(page.Locator(".first-steps li")).ToHaveCountAsync(3);
    }

    [BrowserTheory, InlineData(Screen.Desktop)]
    public async Task OldReport_ByKeys_BecomesRecords(Screen screen)
    {
        await using var window = await site.OpenAsync(screen);
        var page = window.Page;
        await window.GoToAsync("/imports");
        await page.GetByLabel("总结所属年度").FillAsync("2023");
        await page.GetByLabel("或者粘贴文字").FillAsync("某中心2023年工作总结\n全年举办道德讲堂4次，讲授主题党课3次。\n捐款5600元。开展无偿献血8人。");
        await page.GetByRole(AriaRole.Button, new() { Name = "读取" }).ClickAsync();
        var drafts = page.Locator(".draft");
        await Expect(drafts.First).ToContainTextAsync("谁做的？");
        await Expect(page.Locator(".draft.is-current")).ToBeFocusedAsync();
        await window.CheckAsync();

        // X skips the doubtful one, J goes on, A confirms, U takes it back.
        await page.Keyboard.PressAsync("x");
        await Expect(drafts.First).ToContainTextAsync("已跳过");
        await Expect(page.Locator(".draft.is-current")).ToHaveAttributeAsync("data-state", "waiting");
        // Without a connection the page stays, and says so.
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("连接中断");
        await page.Context.SetOfflineAsync(false);
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".draft-accepted")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".draft-accepted")).ToHaveCountAsync(0);

        // Everything was on the screen: the rest is confirmed at once.
        foreach (var draft in await drafts.AllAsync())
            await draft.ScrollIntoViewIfNeededAsync();
        await Expect(page.Locator("[data-seen=no]")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^一并确认其余") }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("已一并确认");
        await Expect(page.Locator(".draft-waiting")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "完成" }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("底稿已删除");
    }

    [BrowserTheory, InlineData(Screen.Phone)]
    public async Task OldReport_WithoutScript_IsSeenAndConfirmed(Screen screen)
    {
        await using var window = await site.VisitAsync(screen, javaScript: false);
        await window.SignInAsync();
        var page = window.Page;
        await window.GoToAsync("/imports");
        await page.GetByLabel("总结所属年度").FillAsync("2022");
        await page.GetByLabel("或者粘贴文字").FillAsync("某中心2022年工作总结\n全年举办道德讲堂4次，讲授主题党课3次。");
        await page.GetByRole(AriaRole.Button, new() { Name = "读取" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "逐条看完后可一并确认" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("还有 2 条没有看过");
        await page.GetByRole(AriaRole.Button, new() { Name = "以上 2 条已看过" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "一并确认其余 2 条" }).ClickAsync();
        await Expect(page.Locator(".draft-accepted")).ToHaveCountAsync(2);
    }
}
