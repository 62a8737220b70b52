using System.Net;
using Mingce.Core.Accounts;
using Testing;

namespace Web.Tests;

public sealed class AccountTests
{
    private const string Chosen = "Lantian-2026";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task NewAccount_OneTimePassword_OpensOnlyThePasswordPageUntilItIsChanged(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var admin = await office.SignInAsync(Role.Administrator);
        using var made = await admin.SubmitAsync("/accounts/new", [("Name", "lihua"), ("Input.DisplayName", "李华"), ("Input.Role", "Staff")]);
        var password = (await Browser.ReadAsync(made)).QuerySelector(".one-time-password")!.TextContent;

        var browser = office.Visit();
        (await browser.SignInAsync("lihua", password)).Headers.Location!.ToString().ShouldBe("/password");
        foreach (var address in new[] { "/", "/activities", "/activities/new" })
            (await browser.GetAsync(address)).Headers.Location!.ToString().ShouldBe("/password", address);
        using var answer = await browser.SubmitAsync("/password", [("Current", password), ("Chosen", Chosen), ("Repeated", Chosen)]);
        answer.Headers.Location!.ToString().ShouldBe("/");
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await office.Visit().SignInAsync("lihua", password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.Visit().SignInAsync("lihua", Chosen)).Headers.Location!.ToString().ShouldBe("/");
    }

    [Theory]
    [InlineData("correct-horse-9", "short1A", "short1A", "不少于8位")]
    [InlineData("correct-horse-9", "alllowercase", "alllowercase", "三类")]
    [InlineData("correct-horse-9", "Lantian-2026", "Lantian-2027", "不一致")]
    [InlineData("wrong", "Lantian-2026", "Lantian-2026", "原口令不正确")]
    [InlineData("correct-horse-9", "correct-horse-9", "correct-horse-9", "不能与原口令相同")]
    [InlineData("correct-horse-9", "Wang-2026-staff", "Wang-2026-staff", "不能包含账号名称")]
    public async Task Password_ThatWillNotDo_IsRefusedWithTheReason(string current, string chosen, string repeated, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        await office.Ledger.NewAccountAsync(office.Unit, Role.Staff, "wang");
        var browser = office.Visit();
        await browser.SignInAsync("wang");
        using var answer = await browser.SubmitAsync("/password", [("Current", current), ("Chosen", chosen), ("Repeated", repeated)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        (await office.Visit().SignInAsync("wang")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Closure_EndsSessionsAndSignIn_UntilTheAccountIsReopened(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Staff, "wang");
        var browser = office.Visit();
        await browser.SignInAsync("wang");
        var admin = await office.SignInAsync(Role.Administrator);
        (await admin.SubmitAsync($"/accounts/{account.Id}/closure", [("Reason", "调离")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync("/")).Headers.Location!.ToString().ShouldBe("/sign-in");
        using var refused = await office.Visit().SignInAsync("wang");
        (await Browser.ReadAsync(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("账号已停用");
        using var reopened = await admin.SubmitAsync($"/accounts/{account.Id}/password", []);
        var password = (await Browser.ReadAsync(reopened)).QuerySelector(".one-time-password")!.TextContent;
        (await office.Visit().SignInAsync("wang", password)).Headers.Location!.ToString().ShouldBe("/password");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task LastAdministrator_CanNeitherBeClosedNorGetAnotherRole(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Administrator, "root");
        var admin = office.Visit();
        await admin.SignInAsync("root");
        foreach (var answer in new[]
        {
            await admin.SubmitAsync($"/accounts/{account.Id}/closure", [("Reason", "调离")]),
            await admin.SubmitAsync($"/accounts/{account.Id}", [("Input.DisplayName", "张强"), ("Input.Role", "Staff")]),
        })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("唯一在用的管理员");
        }
        (await admin.GetAsync("/accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task NewAccount_NameOfAnotherUnit_IsRefusedAndWhatWasTypedIsKept(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewAccountAsync(await office.Ledger.NewUnitAsync("市图书馆"), Role.Staff, "lihua");
        var admin = await office.SignInAsync(Role.Administrator);
        using var answer = await admin.SubmitAsync("/accounts/new", [("Name", "lihua"), ("Input.DisplayName", "李华"), ("Input.Role", "Staff")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("已被使用");
        page.QuerySelector("[name='Input.DisplayName']")!.GetAttribute("value").ShouldBe("李华");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task SignIns_ShowEveryTryOfTheUnitOnly(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewAccountAsync(office.Unit, Role.Staff, "wang");
        await office.Ledger.NewAccountAsync(await office.Ledger.NewUnitAsync("市图书馆"), Role.Staff, "zhao");
        await office.Visit().SignInAsync("wang", "wrong");
        await office.Visit().SignInAsync("zhao");
        var page = await (await office.SignInAsync(Role.Auditor)).ReadAsync("/sign-ins");
        var rows = page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        rows.ShouldContain(r => r.Contains("wang") && r.Contains("登录失败：口令不正确"));
        rows.ShouldNotContain(r => r.Contains("zhao"));
    }

    [Theory]
    [InlineData(119, 1, true)]
    [InlineData(121, 1, false)]
    [InlineData(100, 7, true)]
    [InlineData(100, 8, false)]
    public async Task Session_UnusedForTwoHoursOrTwelveHoursOld_Ends(int minutes, int times, bool lives)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        HttpStatusCode status = default;
        for (var i = 0; i < times; i++)
        {
            office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddMinutes(minutes);
            status = (await browser.GetAsync("/")).StatusCode;
        }
        status.ShouldBe(lives ? HttpStatusCode.OK : HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Form_SentAfterTheSessionEnded_IsKeptThroughSigningInAndStoredOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator, "wang");
        var browser = office.Visit();
        await browser.SignInAsync(account.Name);
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"), "main form[method=post]");
        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddHours(3);

        using var expired = await browser.SubmitAsync("/activities/new", form, [("Input.Kind", "volunteer"), ("Input.On", $"{office.Ledger.Clock.Now:yyyy-MM-dd}"), ("Input.Title", "“河边”捡拾<垃圾>"), ("Input.Text", "第一行\n第二行")]);
        expired.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var page = await Browser.ReadAsync(expired);
        page.QuerySelector("main")!.TextContent.ShouldContain("您填写的内容已保留");
        using var signedIn = await browser.SubmitAsync("/sign-in", Browser.FormOf(page, "main form[method=post]"), [("Name", "wang"), ("Password", TestLedger.Password)]);
        var waiting = await Browser.ReadAsync(signedIn);
        using var stored = await browser.SubmitAsync("/activities/new", Browser.FormOf(waiting, "main form[method=post]"), []);
        stored.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(office.Unit);
        var activity = db.Activities.Single();
        (activity.Title, activity.Text).ShouldBe(("“河边”捡拾<垃圾>", "第一行\n第二行"));
    }

    // A foreign page's form comes without our cookies. Kept, it would be sent by whoever signs in next and trusts the page that asks for the password.
    [Theory, OnSqlite]
    public async Task Form_OfAForeignPage_IsNotKept(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        using var content = new FormUrlEncodedContent([new("Name", "evil"), new("Input.DisplayName", "evil"), new("Input.Role", "Administrator")]);
        using var answer = await office.Visit().SendAsync(new(HttpMethod.Post, "/accounts/new") { Content = content });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/sign-in");
    }

    [Theory, OnSqlite]
    public async Task KeptForm_NotSealedHere_IsIgnored(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator, "wang");
        var browser = office.Visit();
        var form = Browser.FormOf(await browser.ReadAsync("/sign-in"));
        using var answer = await browser.SubmitAsync("/sign-in", form, [("Kept", "{\"Address\":\"/activities/new\"}"), ("Name", "wang"), ("Password", TestLedger.Password)]);
        answer.Headers.Location!.ToString().ShouldBe("/");
    }
}
