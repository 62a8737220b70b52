using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Testing;
using static Microsoft.Playwright.Assertions;

namespace E2E.Tests;

/// <summary>Registering with photos on a phone, on a connection that comes and goes.</summary>
[Collection(SiteCollection.Name)]
public sealed class UploadJourneyTests(Site site)
{
    private static readonly string[] Names = ["IMG_20261020_090000.png", "微信图片_20261021142233.png", "签到表.png"];

    [BrowserTheory, InlineData(Screen.Phone)]
    public async Task Register_ConnectionLostOnTheWayAndAtTheEnd_IsEnteredOnceWithEveryPhoto(Screen screen)
    {
        var title = "断网登记";
        await using var window = await site.OpenAsync(screen);
        var page = window.Page;
        // Every first try of an upload is cut off, and the answer to one more is lost after it arrived; so is the first try to save.
        var uploads = 0;
        await page.RouteAsync(new Regex("/activities/uploads\\?form=.*key="), async route =>
        {
            if (++uploads <= 2)
                await route.AbortAsync("connectionreset");
            else if (uploads == 3)
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
            else
                await route.ContinueAsync();
        });
        var saves = 0;
        await page.RouteAsync("**/activities/new", async route =>
        {
            if (route.Request.Method != "POST" || ++saves > 2)
                await route.ContinueAsync();
            else
            {
                if (saves == 2)
                    await route.FetchAsync(new() { MaxRedirects = 0 });
                await route.AbortAsync("internetdisconnected");
            }
        });

        await window.GoToAsync("/activities/new");
        await page.GetByLabel(new Regex("^照片和文件")).SetInputFilesAsync(Files(Names));
        await page.Locator(".chip:has(input)").First.ClickAsync();
        await page.GetByText("标题、内容、主办").ClickAsync();
        await page.GetByLabel("标题").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        // Every lost try is followed by a longer pause.
        await Expect(window.Heading).ToHaveTextAsync(title, new() { Timeout = 60_000 });
        await Expect(page.Locator(".gallery li")).ToHaveCountAsync(Names.Length);
        saves.ShouldBeGreaterThan(2);

        await using var db = site.Ledger.OpenDb(site.Unit);
        (await db.Activities.CountAsync(a => a.Title == title)).ShouldBe(1);
        (await db.Evidence.CountAsync(e => db.Activities.Any(a => a.Id == e.ActivityId && a.Title == title))).ShouldBe(Names.Length);
        (await page.EvaluateAsync<int>("Object.keys(localStorage).filter(k => k.startsWith('mingce:')).length")).ShouldBe(0);
    }

    [BrowserTheory, InlineData(Screen.Phone)]
    public async Task Register_PageReloadedWhileOffline_KeepsTextAndFilesAndSendsThemLater(Screen screen)
    {
        await using var window = await site.VisitAsync(screen);
        await window.SignInAsync();
        var page = window.Page;
        await window.GoToAsync("/activities/new");
        await page.RouteAsync(new Regex("/activities/uploads\\?form=.*key="), route => route.AbortAsync("connectionreset"));
        await page.Locator(".chip:has(input)").First.ClickAsync();
        await page.GetByLabel("实到人数").FillAsync("7");
        await page.GetByLabel(new Regex("^照片和文件")).SetInputFilesAsync(Files(Names[0]));
        await Expect(page.Locator(".upload-list .state")).ToContainTextAsync("连接中断");
        await Expect(page.Locator(".draft-state")).ToContainTextAsync("草稿已保存");
        await page.UnrouteAllAsync();
        await page.ReloadAsync();
        window.ForgetComplaints();

        await Expect(page.GetByLabel("实到人数")).ToHaveValueAsync("7");
        await Expect(page.Locator(".upload-list .state")).ToContainTextAsync("照片日期 2026年10月20日（按文件名）");
        await Expect(page.GetByLabel("日期", new() { Exact = true })).ToHaveValueAsync("2026-10-20");
        await Expect(page.Locator(".day-note")).ToContainTextAsync("已按照片填写：照片日期 2026年10月20日（按文件名）");
        await window.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.Locator(".gallery li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".facts")).ToContainTextAsync("2026年10月20日");
        await window.CheckAsync();
    }

    [BrowserTheory, InlineData(Screen.Desktop)]
    public async Task Register_ByKeyboardOnly_WithAPhotoTakenBackAndAnotherDraftLeft_Works(Screen screen)
    {
        await using var window = await site.OpenAsync(screen);
        var page = window.Page;
        await window.GoToAsync("/activities/new");
        await window.TabToAsync("[name='Input.Kind']");
        await page.Keyboard.PressAsync("Space");
        await window.TabToAsync("#Files");
        await page.GetByLabel(new Regex("^照片和文件")).SetInputFilesAsync(Files(Names[0], Names[2]));
        await Expect(page.Locator(".upload-list progress:not([hidden])")).ToHaveCountAsync(0);
        await window.TabToAsync(".upload-list button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".upload-list li")).ToHaveCountAsync(1);
        await window.TabToAsync("main button[type=submit]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".gallery li")).ToHaveCountAsync(1);
        await Expect(page.Locator(".gallery img")).ToHaveAttributeAsync("alt", "照片：签到表");
    }

    private static FilePayload[] Files(params string[] names) =>
        [.. names.Select(name => new FilePayload { Name = name, MimeType = "image/png", Buffer = TestPicture.Draw(Array.IndexOf(Names, name) + 20) })];
}
