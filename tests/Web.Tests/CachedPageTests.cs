using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Mingce.Core.Accounts;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>What is kept in memory is never shown when it is old, or to anybody else.</summary>
public sealed partial class CachedPageTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Get_NothingChanged_AnswersWithTheSameBytes(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂");
        var browser = await office.SignInAsync();
        foreach (var address in new[] { "/", "/activities", $"/activities/{activity.Id}" })
        {
            var first = await TextAsync(browser, address);
            // The token of the forms differs whenever a page is made anew.
            (await TextAsync(browser, address)).ShouldBe(first, address);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Get_ChangedByAnotherProcess_ShowsItAtOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var id = (await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂")).Id;
        var browser = await office.SignInAsync();
        using var other = await DataFolder.OpenAsync(office.Ledger.Folder.Path, FolderUse.Read, office.Ledger.Postgres, office.Ledger.Clock);
        for (var i = 1; i <= 3; i++)
        {
            await using (var db = other.OpenDb(office.Unit.Id))
            {
                var activity = await db.Activities.SingleAsync(a => a.Id == id);
                activity.Title = $"第{i}次更名";
                db.Record(office.Ledger.Change, activity, "更正");
                await db.SaveChangesAsync();
            }
            foreach (var address in new[] { "/", "/activities", $"/activities/{id}" })
            {
                (await TextAsync(browser, address)).ShouldContain($"第{i}次更名", customMessage: address);
            }
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Get_SessionEndedByAnotherProcess_IsRefusedAtOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator);
        var browser = office.Visit();
        await browser.SignInAsync(account.Name);
        await TextAsync(browser, "/");
        await TextAsync(browser, "/");

        using var other = await DataFolder.OpenAsync(office.Ledger.Folder.Path, FolderUse.Read, office.Ledger.Postgres, office.Ledger.Clock);
        await using (var db = other.OpenDb(office.Unit.Id))
        {
            var stored = await db.Accounts.SingleAsync(a => a.Id == account.Id);
            stored.EndSessions();
            db.Record(office.Ledger.Change, stored, "结束会话");
            await db.SaveChangesAsync();
        }

        using var answer = await browser.GetAsync("/");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Get_SameAddress_ShowsEachUnitAndRoleItsOwn(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var otherUnit = await office.Ledger.NewUnitAsync("另一中心");
        await office.Ledger.NewActivityAsync(office.Unit, "甲单位的活动");
        await office.Ledger.NewActivityAsync(otherUnit, "乙单位的活动");
        var (own, other, auditor) = (await office.SignInAsync(), await office.SignInAsync(unit: otherUnit), await office.SignInAsync(Role.Auditor));
        for (var i = 0; i < 2; i++)
        {
            foreach (var address in new[] { "/", "/activities" })
            {
                (await TextAsync(own, address)).ShouldSatisfyAllConditions(page => page.ShouldContain("甲单位的活动"), page => page.ShouldNotContain("乙单位的活动"));
                (await TextAsync(other, address)).ShouldSatisfyAllConditions(page => page.ShouldContain("乙单位的活动"), page => page.ShouldNotContain("甲单位的活动"));
            }
            (await TextAsync(own, "/")).ShouldContain("自评");
            (await TextAsync(auditor, "/")).ShouldNotContain("自评（");
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Get_AfterASave_ShowsItsNoticeOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂", a => a.OfKinds("moral-lecture"));
        var browser = await office.SignInAsync();
        var address = $"/activities/{activity.Id}";
        var before = await TextAsync(browser, address);
        before.ShouldNotContain("role=\"status\"");

        (await browser.SubmitAsync($"{address}/edit", [("Reason", "核对无误")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await TextAsync(browser, address)).ShouldContain("role=\"status\"");
        (await TextAsync(browser, address)).ShouldNotContain("role=\"status\"");
        (await TextAsync(browser, address)).ShouldNotContain("role=\"status\"");
    }

    [Theory, OnSqlite]
    public async Task Get_BrowserThatReadsGzip_GetsTheSamePageCompressed(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂");
        var browser = await office.SignInAsync();
        var plain = await TextAsync(browser, "/activities");
        // Made, then kept.
        for (var i = 0; i < 2; i++)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, "/activities");
            asked.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await browser.SendAsync(asked);
            answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
            answer.Headers.Vary.ShouldContain("Accept-Encoding");
            await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked);
            WithoutTokens(await reader.ReadToEndAsync()).ShouldBe(WithoutTokens(plain));
        }
        (await TextAsync(browser, "/activities")).ShouldBe(plain);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Post_FormOfAKeptPage_IsTakenInEveryBrowserOfTheAccount(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator);
        var (desk, phone) = (office.Visit(), office.Visit());
        foreach (var browser in new[] { desk, phone })
        {
            await browser.SignInAsync(account.Name);
        }
        foreach (var browser in new[] { desk, phone, phone, desk })
        {
            await TextAsync(browser, "/");
        }
        foreach (var browser in new[] { desk, phone })
        {
            var page = await browser.ReadAsync("/");
            using var answer = await browser.SubmitAsync("/", Browser.FormOf(page, "form.sign-out"), []);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Theory, OnSqlite]
    public async Task Get_NextDay_IsMadeAnew(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        // Eight in the evening in Shanghai: a session lives to see midnight.
        office.Ledger.Clock.Now = new DateTime(2026, 3, 5, 12, 0, 0, DateTimeKind.Utc);
        var browser = await office.SignInAsync();
        var today = await TextAsync(browser, "/");
        today.ShouldContain("3月5日");
        for (var hour = 1; hour < 4; hour++)
        {
            office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddHours(1);
            (await TextAsync(browser, "/")).ShouldBe(today);
        }
        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddHours(1);
        (await TextAsync(browser, "/")).ShouldContain("3月6日");
    }

    private static async Task<string> TextAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await answer.Content.ReadAsStringAsync();
    }

    private static string WithoutTokens(string page) => Token().Replace(page, "");

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
