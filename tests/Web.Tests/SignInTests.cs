using System.Net;
using Mingce.Core.Accounts;
using Testing;

namespace Web.Tests;

public sealed class SignInTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task SignIn_RightPassword_OpensTheWorkbench(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/")).QuerySelector("h1")!.TextContent.ShouldBe("工作台");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task SignIn_WrongPasswordOrUnknownName_SaysTheSameAndSetsNoSession(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator, "wang");
        foreach (var name in new[] { "wang", "nobody" })
        {
            var browser = office.Visit();
            using var response = await browser.SignInAsync(name, "wrong");
            response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await Browser.ReadAsync(response)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("账号或口令不正确");
            (await browser.GetAsync("/")).Headers.Location!.ToString().ShouldBe("/sign-in");
        }
    }

    [Theory, OnSqlite]
    public async Task SignIn_AfterFiveFailures_IsLockedForAQuarterOfAnHour(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator, "wang");
        var browser = office.Visit();
        for (var i = 0; i < 5; i++)
            (await browser.SignInAsync("wang", "wrong")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SignInAsync("wang")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddMinutes(16);
        (await browser.SignInAsync("wang")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite]
    public async Task SignIn_ManyTriesAtOnce_AreNoMoreThanOneAfterAnother(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator, "wang");
        var browser = office.Visit();
        var form = Browser.FormOf(await browser.ReadAsync("/sign-in"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => browser.SubmitAsync("/sign-in", form, [("Name", "wang"), ("Password", "wrong")]))));

        answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests).ShouldBe(15);
    }

    [Theory, OnSqlite]
    public async Task SignIn_ReturnUrl_GoesToOwnAddressesOnly(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator, "wang");
        foreach (var (asked, target) in new[] { ("/activities?kind=study", "/activities?kind=study"), ("//evil.example", "/"), ("https://evil.example/", "/"), ("/\\evil.example", "/") })
        {
            var browser = office.Visit();
            using var response = await browser.SignInAsync("wang", page: "/sign-in?returnUrl=" + Uri.EscapeDataString(asked));
            response.Headers.Location!.ToString().ShouldBe(target);
        }
        (await office.Visit().GetAsync("/activities?kind=study")).Headers.Location!.ToString().ShouldBe("/sign-in?returnUrl=%2Factivities%3Fkind%3Dstudy");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Session_PasswordChangedOrRoleChanged_Ends(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        foreach (var change in new Action<Account>[] { a => a.SetPassword("another-password-1"), a => a.Role = Role.Staff })
        {
            var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator, $"a{Guid.CreateVersion7():n}");
            var browser = office.Visit();
            await browser.SignInAsync(account.Name);
            (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
            await using (var db = office.Ledger.OpenDb(office.Unit))
            {
                change(db.Accounts.Single(a => a.Id == account.Id));
                db.Record(office.Ledger.Change, account, "改动账号");
                await db.SaveChangesAsync();
            }
            (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
    }

    [Theory, OnSqlite]
    public async Task SignOut_EndsTheSession(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync("/"), "form.sign-out");
        (await browser.SubmitAsync("/", form, [])).Headers.Location!.ToString().ShouldBe("/sign-in");
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task SignIn_EitherWay_IsRecorded(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Coordinator, "wang");
        await office.Visit().SignInAsync("wang", "wrong");
        await office.Visit().SignInAsync("wang");
        await using var db = office.Ledger.OpenDb(office.Unit);
        db.Events.Where(e => e.SubjectId == account.Id).OrderBy(e => e.Id).Select(e => e.What).ToList()
            .ShouldBe(["新建", "登录失败：口令不正确", "登录成功"]);
    }
}
