using System.Text;
using System.Text.RegularExpressions;
using Mingce.Core.Activities;
using Mingce.Core.Search;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Tests;

/// <summary>Finding something, one person everywhere, and destroying what was uploaded by mistake.</summary>
[Collection(SiteCollection.Name)]
public sealed class SearchJourneyTests(Site site)
{
    [BrowserTheory, InlineData(Screen.Desktop, true), InlineData(Screen.Phone, true), InlineData(Screen.Phone, false)]
    public async Task Search_FromAnyPage_LeadsToTheRecord(Screen screen, bool javaScript)
    {
        var title = $"古籍晒书{screen}{javaScript}";
        await site.Ledger.NewActivityAsync(site.Unit, title, a => a.Text = "整理馆藏县志三十册。");
        await using var window = await site.VisitAsync(screen, javaScript);
        await window.SignInAsync();
        var page = window.Page;
        await window.GoToAsync("/calendar");
        if (screen == Screen.Phone)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "搜索", Exact = true }).ClickAsync();
            await page.GetByLabel("关键词").FillAsync($"县志 {title}");
            await page.GetByRole(AriaRole.Button, new() { Name = "搜索" }).ClickAsync();
        }
        else
        {
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.InsertTextAsync($"县志 {title}");
            await page.Keyboard.PressAsync("Enter");
        }
        await window.ShowsAsync("搜索");
        await Expect(page.Locator(".hits mark").Nth(1)).ToHaveTextAsync("县志");
        if (javaScript)
            await window.CheckAsync();
        await page.Locator(".hits a").First.ClickAsync();
        await window.ShowsAsync(title);
    }

    [BrowserTheory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task Destroy_FileUploadedByMistake_IsGoneAndSaysWhatRemains(Screen screen)
    {
        var activity = await site.Ledger.NewActivityAsync(site.Unit, $"档案整理{screen}");
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes($"误传的内容{screen}"));
        await site.Ledger.SaveAsync(site.Unit, await EvidenceIntake.KeepAsync(site.Ledger.Folder.Evidence, activity, "误传材料.txt", content, false, site.Ledger.Clock.Now, CancellationToken.None));
        await new SearchBacklog(site.Ledger.Folder).WorkAsync(null, CancellationToken.None);
        await using var window = await site.OpenAsync(screen);
        var page = window.Page;

        await window.GoToAsync($"/activities/{activity.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "销毁", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^销毁.*误传材料$") }).ClickAsync();
        await window.ShowsAsync("销毁文件");
        await page.GetByLabel("销毁原因").FillAsync("误传");
        await page.GetByLabel("请照抄材料名称以确认").FillAsync("误传");
        await page.GetByRole(AriaRole.Button, new() { Name = "销毁", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("与材料名称不一致");
        await Expect(page.GetByLabel("销毁原因")).ToHaveValueAsync("误传");
        await page.GetByLabel("请照抄材料名称以确认").FillAsync("误传材料");
        await page.GetByRole(AriaRole.Button, new() { Name = "销毁", Exact = true }).ClickAsync();
        await window.ShowsAsync("销毁结果");
        await Expect(page.Locator("main")).ToContainTextAsync("备份");
        await window.CheckAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "返回活动" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("销毁文件");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("误传材料");
        await window.GoToAsync($"/search?q=误传的内容{screen}");
        await Expect(page.Locator("main")).ToContainTextAsync("没有找到");
    }
}
