using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Mingce.Core.Accounts;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>Files that are sent ahead of their form, as a script does.</summary>
public sealed class UploadTests
{
    private static readonly byte[] Picture = TestPicture.Draw(1);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_SentAgainAfterALostAnswer_BecomesEvidenceOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Staff);
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        for (var i = 0; i < 2; i++)
        {
            var answer = await UploadAsync(browser, form, "IMG_20260304_101500.png", Picture, "k1");
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Json.GetProperty("day").GetString().ShouldBe("2026-03-04");
            answer.Json.GetProperty("dayText").GetString().ShouldBe("照片日期 2026年3月4日（按文件名）");
        }
        var state = await StateAsync(browser, form);
        state.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("key").GetString()).ShouldBe(["k1"]);
        state.GetProperty("saved").GetBoolean().ShouldBeFalse();

        // The form has the same file too, as when a script failed half-way.
        using var saved = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "clean-up")], ("另存.png", Picture));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await browser.ReadAsync(saved.Headers.Location!.ToString());
        page.QuerySelectorAll(".gallery li").ShouldHaveSingleItem().TextContent.ShouldContain("照片日期 2026年3月4日（按文件名）");
        page.QuerySelector(".gallery")!.TextContent.ShouldContain("照片日期与活动日期不同，请核对");
        state = await StateAsync(browser, form);
        (state.GetProperty("saved").GetBoolean(), state.GetProperty("files").GetArrayLength()).ShouldBe((true, 0));
        (await UploadAsync(browser, form, "晚到.png", TestPicture.Draw(2), "k2")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var again = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "clean-up")]);
        again.Headers.Location.ShouldBe(saved.Headers.Location);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Evidence.CountAsync(), await db.Activities.CountAsync(), await db.PendingFiles.CountAsync()).ShouldBe((1, 1, 0));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_SentTwiceAtOnce_IsNotedOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => UploadAsync(browser, form, "a.png", Picture, "k")));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.PendingFiles.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_TakenBackOrOfSomebodyElse_IsNotTaken(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Staff);
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        var first = await UploadAsync(browser, form, "a.png", Picture, "k1");
        await UploadAsync(browser, form, "b.png", TestPicture.Draw(2), "k2");
        using var drop = await browser.SendAsync(new(HttpMethod.Post, $"/activities/uploads?handler=Drop&form={IdOf(form)}&hash={first.Json.GetProperty("hash").GetString()}")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", TokenOf(form))]),
        });
        drop.StatusCode.ShouldBe(HttpStatusCode.OK);
        var stranger = await office.SignInAsync(Role.Staff);
        (await StateAsync(stranger, form)).GetProperty("files").GetArrayLength().ShouldBe(0);

        using var saved = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "clean-up")]);
        (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelectorAll(".gallery li").ShouldHaveSingleItem().TextContent.ShouldContain("b");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Register_FormHasToBePutRight_FilesAreNotChosenAgain(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var faulty = await browser.SubmitAsync(
            "/activities/new", [("Input.Kind", "clean-up"), ("Input.On", "2026-03-06"), ("Input.Text", "清扫北门社区")], ("a.png", Picture), ("坏.jpg", "<html>"u8.ToArray()));
        faulty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(faulty);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("文件“坏.jpg”的内容不是图片，未保存");
        page.QuerySelector(".received")!.TextContent.ShouldContain("a.png");
        page.QuerySelector("textarea")!.TextContent.ShouldContain("清扫北门社区");

        // Without a script a file is taken back by a button of the form.
        var form = Browser.FormOf(page);
        form.SetAttribute("action", page.QuerySelector(".received button")!.GetAttribute("formaction")!.Replace("?", "/activities/new?hash=" + page.QuerySelector(".received button")!.GetAttribute("value") + "&", StringComparison.Ordinal));
        var without = await Browser.ReadAsync(await browser.SubmitAsync("/activities/new", form, [("Input.On", "2026-03-05")], ("b.png", TestPicture.Draw(2))));
        without.QuerySelector(".received")!.TextContent.ShouldNotContain("a.png");
        without.QuerySelector("textarea")!.TextContent.ShouldContain("清扫北门社区");

        using var saved = await browser.SubmitAsync("/activities/new", Browser.FormOf(without), []);
        (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelectorAll(".gallery li").Length.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task AddEvidence_FilesSentAhead_AreTaken(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "清扫", a => a.OfKinds("clean-up"));
        var browser = await office.SignInAsync();
        var address = $"/activities/{activity.Id}/evidence/new";
        var form = Browser.FormOf(await browser.ReadAsync(address));
        await UploadAsync(browser, form, "a.png", Picture, "k1");
        (await browser.SubmitAsync(address, form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync(address, form, [])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Evidence.SingleAsync()).FileName.ShouldBe("a.png");
    }

    [Theory, OnSqlite]
    public async Task AddEvidence_AfterALinkThatHadToBePutRight_FilesCanBeSentAhead(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "清扫", a => a.OfKinds("clean-up"));
        var browser = await office.SignInAsync();
        var address = $"/activities/{activity.Id}/evidence/new";
        using var faulty = await browser.SubmitAsync(address, Browser.FormOf(await browser.ReadAsync(address), "form[action*='Link']"), [("Link.Title", "简报"), ("Link.Url", "ftp://x")]);
        faulty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var form = Browser.FormOf(await Browser.ReadAsync(faulty));
        (await UploadAsync(browser, form, "a.png", Picture, "k1")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.SubmitAsync(address, form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_SessionOver_IsToldAndTheFilesBeforeStay(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Staff);
        var browser = office.Visit();
        await browser.SignInAsync(account.Name);
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        await UploadAsync(browser, form, "a.png", Picture, "k1");
        office.Ledger.Clock.Now += TimeSpan.FromHours(3);
        (await UploadAsync(browser, form, "b.png", TestPicture.Draw(2), "k2")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        using var expired = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "volunteer"), ("Input.Text", "很长的内容")]);
        var resumed = await Browser.ReadAsync(await browser.SubmitAsync("/activities/new", Browser.FormOf(await Browser.ReadAsync(expired)), [("Name", account.Name), ("Password", TestLedger.Password)]));
        using var saved = await browser.SubmitAsync("/activities/new", Browser.FormOf(resumed), []);
        var page = await browser.ReadAsync(saved.Headers.Location!.ToString());
        page.QuerySelector(".facts")!.TextContent.ShouldContain("很长的内容");
        page.QuerySelectorAll(".gallery li").Length.ShouldBe(1);
    }

    [PictureFact]
    public async Task Upload_CopyOfAPictureUsedElsewhere_IsPointedOutThereAndOnBothRecords()
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        var first = await RegisterAsync(browser, "走访甲", "a.png", Picture);
        var copy = await TestPicture.CopyAsync(Picture, "5% off the left");
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        await UploadAsync(browser, form, "改名.jpg", copy, "k1");
        await UploadAsync(browser, form, "别的.png", TestPicture.Draw(2), "k2");

        var files = (await StateAsync(browser, form, prepare: true)).GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("key").GetString()!);
        var use = files["k1"].GetProperty("uses").EnumerateArray().ShouldHaveSingleItem();
        use.GetProperty("text").GetString().ShouldBe("与“走访甲”（2026年3月5日）的照片相近");
        use.GetProperty("href").GetString().ShouldBe(first);
        files["k2"].GetProperty("uses").GetArrayLength().ShouldBe(0);

        using var saved = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "visit"), ("Input.Title", "走访乙")]);
        (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelector($".gallery a[href='{first}']")!.ParentElement!.TextContent.ShouldContain("相近");
        (await browser.ReadAsync(first)).QuerySelector($".gallery a[href='{saved.Headers.Location}']")!.TextContent.ShouldBe("走访乙");
        var third = await RegisterAsync(browser, "走访丙", "同一张.png", Picture);
        (await browser.ReadAsync(third)).QuerySelector($".gallery a[href='{first}']")!.ParentElement!.TextContent.ShouldContain("相同");
    }

    // Whose pictures are compared before it returns.
    private static async Task<string> RegisterAsync(Browser browser, string title, string name, byte[] picture)
    {
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        await UploadAsync(browser, form, name, picture, "k");
        await StateAsync(browser, form, prepare: true);
        using var saved = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "visit"), ("Input.Title", title)]);
        return saved.Headers.Location!.ToString();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Json)> UploadAsync(Browser browser, IHtmlFormElement form, string name, byte[] bytes, string key)
    {
        using var content = new MultipartFormDataContent { { new StringContent(TokenOf(form)), "__RequestVerificationToken" }, { new StringContent(name), "path" }, { new ByteArrayContent(bytes), "file", name } };
        using var response = await browser.SendAsync(new(HttpMethod.Post, $"/activities/uploads?form={IdOf(form)}&key={key}") { Content = content });
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    private static async Task<JsonElement> StateAsync(Browser browser, IHtmlFormElement form, bool prepare = false)
    {
        using var response = await browser.GetAsync($"/activities/uploads?form={IdOf(form)}&prepare={prepare}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static string IdOf(IHtmlFormElement form) => ((IHtmlInputElement)form.Elements[form.GetAttribute("data-upload")!]!).Value;

    private static string TokenOf(IHtmlFormElement form) => ((IHtmlInputElement)form.Elements["__RequestVerificationToken"]!).Value;
}
