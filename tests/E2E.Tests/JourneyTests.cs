using System.Text.RegularExpressions;
using Mingce.Core.Activities;
using Mingce.Core.Dossiers;
using Mingce.Core.Routines;
using Mingce.Core.Spreadsheets;
using Mingce.Gongwen;
using Mingce.Rules.Routines;
using Microsoft.Playwright;
using Testing;
using static Microsoft.Playwright.Assertions;

namespace E2E.Tests;

/// <summary>What people come for, from the first click to the result.</summary>
[Collection(SiteCollection.Name)]
public sealed partial class JourneyTests(Site site)
{
    [BrowserTheory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task Workbench_Figures_LeadToTheirRecords(Screen screen)
    {
        await using var window = await site.OpenAsync(screen);
        await window.GoToAsync("/");
        var activities = window.Page.Locator(".year-count [href$='12-31']");
        var count = await activities.InnerTextAsync();
        await activities.ClickAsync();
        await window.ShowsAsync("活动台账");
        await Expect(window.Page.Locator(".page-head")).ToContainTextAsync($"共 {count} 条");

        await window.Page.GoBackAsync();
        var gaps = window.Page.Locator(".figure .big[href='/assessment#gaps']");
        count = await gaps.InnerTextAsync();
        await gaps.ClickAsync();
        await Expect(window.Page.Locator("#gaps .rows > li")).ToHaveCountAsync(int.Parse(count));
        await window.Page.Locator("#gaps .rows a").First.ClickAsync();
        await Expect(window.Heading).ToContainTextAsync("测评标准");
    }

    [BrowserTheory, InlineData(true), InlineData(false)]
    public async Task Register_OnThePhoneWithPhoto_IsInTheLedgerWithItsEvidence(bool javaScript)
    {
        await using var window = await site.VisitAsync(Screen.Phone, javaScript);
        var page = window.Page;
        await window.SignInAsync();
        var photo = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg });
        var title = $"入户走访（脚本{(javaScript ? "开" : "关")}）";

        await page.GetByRole(AriaRole.Link, new() { Name = "登记", Exact = true }).ClickAsync();
        await page.GetByText("更多", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "走访慰问" }).CheckAsync();
        await page.GetByText("标题、内容、主办").ClickAsync();
        await page.GetByLabel("标题").FillAsync(title);
        await page.GetByLabel("实到人数").FillAsync("6");
        await page.GetByLabel(new Regex("^照片和文件")).SetInputFilesAsync(new FilePayload { Name = "入户.jpg", MimeType = "image/jpeg", Buffer = photo });
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await window.ShowsAsync(title);
        await Expect(page.Locator(".facts")).ToContainTextAsync("6 人");
        if (javaScript)
            await window.CheckAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "返回台账", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        // Beside it stands the record with the same picture.
        var picture = page.Locator(".gallery a:has(img)");
        await Expect(picture.Locator("img")).ToHaveAttributeAsync("alt", new Regex("照片：入户"));
        var bytes = await page.APIRequest.GetAsync(await picture.EvaluateAsync<string>("a => a.href"));
        (await bytes.BodyAsync()).ShouldBe(photo);
    }

    [BrowserTheory, InlineData(Screen.Desktop)]
    public async Task SignInAndRegister_ByKeyboard_WorkWithTheFocusSeen(Screen screen)
    {
        await using var window = await site.VisitAsync(screen);
        var keys = window.Page.Keyboard;
        await window.GoToAsync("/");
        await window.TabToAsync("#Name");
        await keys.TypeAsync(Site.AccountName);
        await window.TabToAsync("#Password");
        await keys.TypeAsync(TestLedger.Password);
        await keys.PressAsync("Enter");
        await window.ShowsAsync("工作台");

        await window.TabToAsync(".skip-link");
        await keys.PressAsync("Enter");
        await window.TabToAsync("main a[href='/activities/new']");
        await keys.PressAsync("Enter");
        await window.ShowsAsync("登记活动");
        await window.TabToAsync("[name='Input.Kind']");
        await keys.PressAsync("Space");
        var kind = await window.Page.Locator(".chip:has(:checked)").InnerTextAsync();
        await window.TabToAsync(".more-fields > summary");
        await keys.PressAsync("Enter");
        await window.TabToAsync("#Input_Title");
        await keys.InsertTextAsync("只用键盘登记");
        await window.TabToAsync("main button[type=submit]");
        await keys.PressAsync("Enter");
        await window.ShowsAsync("只用键盘登记");
        await Expect(window.Page.Locator(".facts")).ToContainTextAsync(kind);
    }

    [BrowserTheory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task Draft_Confirmed_BecomesARecord(Screen screen)
    {
        var title = $"从旧总结读出的活动（{screen}）";
        await site.Ledger.NewActivityAsync(site.Unit, title, a => { a.Status = ActivityStatus.Draft; a.OfKinds("study"); });
        await using var window = await site.OpenAsync(screen);
        await window.GoToAsync("/");
        await window.Page.Locator("#todo [href='/activities?status=draft']").First.ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "确认登记" }).ClickAsync();
        await Expect(window.Page.Locator("[role=status]")).ToBeVisibleAsync();
        await window.ShowsAsync(title);
        await Expect(window.Page.Locator(".history")).ToContainTextAsync("确认");
        await Expect(window.Page.Locator("main .page-head .tag").Filter(new() { HasText = "草稿" })).ToHaveCountAsync(0);
        await window.CheckAsync();
    }

    [BrowserTheory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task Routine_SetUpAndRegistered_IsDoneInTheCalendar(Screen screen)
    {
        var title = $"安全检查{(screen == Screen.Phone ? "二" : "一")}";
        await using var window = await site.OpenAsync(screen);
        var page = window.Page;
        await window.GoToAsync("/routines/new");
        await page.GetByLabel("名称").FillAsync(title);
        await page.GetByLabel("活动类型").SelectOptionAsync("督查整改");
        await page.GetByLabel("周期").FillAsync("每月第一个工作");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("看不懂");
        await page.GetByLabel("周期").FillAsync("每月 25 号前");
        await page.GetByLabel("活动标题含").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await window.ShowsAsync(title);

        await window.GoToAsync("/");
        var row = page.Locator("#todo li").Filter(new() { HasText = $"10月{title}" });
        await Expect(row).ToContainTextAsync("10月25日 周日");
        await row.GetByRole(AriaRole.Link, new() { Name = "登记" }).ClickAsync();
        await Expect(page.GetByLabel("标题", new() { Exact = false }).First).ToHaveValueAsync($"10月{title}");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await window.ShowsAsync($"10月{title}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"10月{title}", Exact = true }).ClickAsync();
        await Expect(page.Locator(".page-head .tag")).ToContainTextAsync("已办");
        await window.CheckAsync();
    }

    [BrowserTheory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task Occurrence_Postponed_IsDueOnTheNewDay(Screen screen)
    {
        var title = $"党课{(screen == Screen.Phone ? "二" : "一")}";
        var routine = new Routine
        {
            UnitId = site.Unit.Id, Title = title, KindId = "party-lecture", Status = RoutineStatus.Active, Year = 2026, StartsOn = new(2026, 10, 1), EnteredAt = site.Ledger.Clock.Now,
        };
        await site.Ledger.SaveAsync(site.Unit, routine.Ruled(RuleText.Read("每月20日前")!));
        await using var window = await site.OpenAsync(screen);
        var page = window.Page;
        await window.GoToAsync("/");
        var row = page.Locator("#todo li").Filter(new() { HasText = $"10月{title}" });
        await Expect(row).ToContainTextAsync("逾期 2 天");
        await row.GetByRole(AriaRole.Link, new() { Name = "延期" }).ClickAsync();
        await page.GetByLabel("延期到").FillAsync("2026-10-29");
        await page.GetByLabel("原因").FillAsync("党员集中培训");
        await page.GetByRole(AriaRole.Button, new() { Name = "延期" }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("延期到2026年10月29日");
        await Expect(page.Locator(".page-head .tag")).ToContainTextAsync("已延期");
        await window.GoToAsync("/calendar");
        await Expect(page.Locator(".rows li").Filter(new() { HasText = $"10月{title}" })).ToContainTextAsync("延至10月29日");
        await window.CheckAsync();
    }

    [BrowserTheory, InlineData(Screen.Desktop, "0.5"), InlineData(Screen.Phone, "1")]
    public async Task Indicator_GradedByHand_CountsWithItsReason(Screen screen, string points)
    {
        await using var window = await site.OpenAsync(screen);
        await window.GoToAsync("/assessment/1.6");
        // A form for 不适用 stands on the page too.
        var form = window.Page.Locator("form.grade").First;
        await form.GetByLabel("得分").FillAsync(points);
        await form.GetByLabel("理由").FillAsync("核对巡查记录后评定");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(window.Page.Locator("[role=status]")).ToBeVisibleAsync();
        await Expect(window.Page.Locator(".check .score").First).ToContainTextAsync($"{points}/");
        await Expect(window.Page.Locator(".check").First).ToContainTextAsync("核对巡查记录后评定");
        await window.CheckAsync();
    }

    [BrowserTheory, InlineData(Screen.Desktop), InlineData(Screen.Phone)]
    public async Task Report_Figure_LeadsToItsRecord(Screen screen)
    {
        await using var window = await site.OpenAsync(screen);
        await window.GoToAsync("/reports");
        var figure = window.Page.Locator(".report .source").First;
        var text = await figure.InnerTextAsync();
        await figure.ClickAsync();
        var source = window.Page.Locator(".sources li:target");
        await Expect(source.Locator("strong")).ToHaveTextAsync(text);
        await Expect(source).ToBeInViewportAsync();
        var record = source.Locator(".source-record a").First;
        var title = await record.InnerTextAsync();
        await record.ClickAsync();
        await window.ShowsAsync(title);
    }

    [BrowserTheory, InlineData(Screen.Desktop)]
    public async Task Downloads_OfTheYear_AreValid(Screen screen)
    {
        using var folder = new TempFolder();
        await using var window = await site.OpenAsync(screen);
        await window.GoToAsync("/reports");
        var report = await DownloadAsync(window, "下载总结", folder);
        await using (var docx = File.OpenRead(report))
        {
            DocxReader.ReadText(docx).ShouldContain(await window.Page.Locator(".report-title").InnerTextAsync());
        }
        var check = await new DossierVerification(await DownloadAsync(window, "汇编并下载", folder)).RunAsync(progress: null);
        check.Fault.ShouldBeNull();
        check.Manifest.ShouldNotBeNull();
    }

    [BrowserTheory, InlineData(Screen.Desktop, true), InlineData(Screen.Phone, false)]
    public async Task StaffImport_WithFaults_TakesTheOthersAndTellsWhatToPutRight(Screen screen, bool javaScript)
    {
        using var folder = new TempFolder();
        await using var window = await site.VisitAsync(screen, javaScript);
        var page = window.Page;
        await window.SignInAsync();
        var (good, faulty) = screen == Screen.Desktop ? ("赵明远", "钱立行") : ("孙知遥", "李可为");
        var list = TestSpreadsheet.Of(new TestSheet("编外", [["编外人员花名册"], ["姓名", "所在股室", "政治面貌", "手机", "身份证号"], [good, "信息股", "团员", 13800138000L, "420900199001011234"], [faulty, "信息股", "群众", "1380013", null]], "A1:E1"));
        await window.GoToAsync("/people/import");
        await page.GetByLabel("人员名册").SetInputFilesAsync(new FilePayload { Name = "编外人员.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = list });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
        await Expect(page.Locator("#faults")).ToContainTextAsync("第 4 行");
        await Expect(page.Locator("#faults")).ToContainTextAsync("电话号码不正确");
        await Expect(page.Locator("main")).ToContainTextAsync("“身份证号”列不导入");
        if (javaScript)
            await window.CheckAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "下载标注问题的名册" }).ClickAsync());
        var copy = folder.File("copy.xlsx");
        await download.SaveAsAsync(copy);
        SpreadsheetReader.ReadFile(copy).Single().Rows[^1].Cells[^1].ShouldContain("电话号码不正确");

        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("新增 1 人");
        await window.GoToAsync($"/people?q={good}");
        await Expect(page.Locator("main .list")).ToContainTextAsync("138****8000");
        await Expect(page.Locator("main .list")).ToContainTextAsync("编外聘用");
        await window.GoToAsync($"/people?q={faulty}");
        await Expect(page.Locator("main")).ToContainTextAsync("没有符合条件的人员");
    }

    [BrowserTheory, InlineData(Screen.Desktop, true), InlineData(Screen.Phone, false)]
    public async Task LedgerImport_WithAColumnPutRight_BecomesDrafts(Screen screen, bool javaScript)
    {
        await using var window = await site.VisitAsync(screen, javaScript);
        var page = window.Page;
        await window.SignInAsync();
        var title = $"旧台账走访（{screen}）";
        var ledger = TestSpreadsheet.Of(new TestSheet("2025年台账", [["时间", "活动名称", "在哪里", "参加人数"], ["3月5日", title, "滨河社区", 12], ["某日", "理论学习", null, 20]]));
        await window.GoToAsync("/activities/import");
        await page.GetByLabel("活动台账").SetInputFilesAsync(new FilePayload { Name = "台账.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = ledger });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
        await Expect(page.Locator("#faults")).ToContainTextAsync("日期“某日”无法识别");
        if (javaScript)
            await window.CheckAsync();
        await page.GetByLabel("在哪里").SelectOptionAsync(new SelectOptionValue { Label = "地点" });
        await page.GetByRole(AriaRole.Button, new() { Name = "按以上用途重新核对" }).ClickAsync();
        await Expect(page.Locator("#rows")).ToContainTextAsync("滨河社区");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记为草稿 1 条" }).ClickAsync();
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("已导入 1 条草稿");
        await Expect(page.Locator("main .list")).ToContainTextAsync(title);
    }

    private static async Task<string> DownloadAsync(Window window, string link, TempFolder folder)
    {
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        var path = folder.File(download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }
}
