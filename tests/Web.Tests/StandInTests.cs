using System.Net;
using Mingce.Core.Accounts;
using Mingce.Web;
using Mingce.Web.Infrastructure.Access;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>AB角 through its pages. The clock stands on Thursday, 5 March 2026, nine in the morning.</summary>
public sealed class StandInTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task StandIn_HasTheHoldersRightsBesideItsOwn_AndSignsForBoth(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (holder, deputy) = await AddAccountsAsync(office);
        var b = await SignInAsync(office, deputy);
        (await b.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var a = await SignInAsync(office, holder);
        using var named = await a.SubmitAsync("/stand-ins/new", [("Input.Deputy", $"{deputy.Id}"), ("Input.ToOn", "2026-03-06"), ("Input.Reason", "公务出差")]);
        named.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // At once, in the session that is open already.
        (await b.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await b.ReadAsync("/")).QuerySelector("main")!.TextContent.ShouldContain("您正代理张三（文明创建联络员），至2026年3月6日");
        (await a.ReadAsync("/")).QuerySelector("main")!.TextContent.ShouldContain("您的工作由李四代理，至2026年3月6日");
        (await b.SubmitAsync("/activities/new", [("Input.Kind", "visit"), ("Input.Title", "走访")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await a.SubmitAsync("/activities/new", [("Input.Kind", "visit"), ("Input.Title", "走访二")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Events.Where(e => e.Subject == "Activity").OrderBy(e => e.Id).Select(e => e.By).ToListAsync()).ShouldBe(["李四（代张三）", "张三"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task StandIn_EveryResource_IsAllowedToOneOfBothRolesOnly(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (holder, deputy) = await AddAccountsAsync(office);
        await AddAsync(office, holder, deputy, 0, 3);
        var browser = await SignInAsync(office, deputy);
        foreach (var endpoint in EndpointList.Of(office.App).Where(e => e.Rule.Relation == Relation.OwnUnit && e.Methods.Contains("GET") && !e.Route.Contains('{', StringComparison.Ordinal)))
        {
            var allowed = Permissions.Allow(Role.Staff, endpoint.Rule.Resource, endpoint.Rule.Action) || Permissions.Allow(Role.Coordinator, endpoint.Rule.Resource, endpoint.Rule.Action);
            ((await browser.GetAsync(endpoint.Route)).StatusCode != HttpStatusCode.Forbidden).ShouldBe(allowed, endpoint.Route);
        }
    }

    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(0, 1, 1, true)]
    [InlineData(0, 0, 1, false)]
    [InlineData(1, 2, 0, false)]
    [InlineData(1, 2, 1, true)]
    public async Task StandIn_Rights_BeginAndEndWithTheirDays(int from, int to, int day, bool has)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var (holder, deputy) = await AddAccountsAsync(office);
        await AddAsync(office, holder, deputy, from, to);
        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddDays(day);
        var browser = await SignInAsync(office, deputy);
        (await browser.GetAsync("/unit")).StatusCode.ShouldBe(has ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task StandIn_Midnight_EndsTheRightsInARunningSession()
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var (holder, deputy) = await AddAccountsAsync(office);
        await AddAsync(office, holder, deputy, 0, 0);
        office.Ledger.Clock.Now = new(2026, 3, 5, 15, 59, 0, DateTimeKind.Utc);
        var browser = await SignInAsync(office, deputy);
        (await browser.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddMinutes(2);
        (await browser.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Revocation_ByEither_TakesTheRightsAtOnceAndLeavesTheHolder(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (holder, deputy) = await AddAccountsAsync(office);
        var first = await AddAsync(office, holder, deputy, 0, 3);
        var b = await SignInAsync(office, deputy);
        var a = await SignInAsync(office, holder);
        (await b.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await a.SubmitAsync($"/stand-ins/{first.Id}/revocation", [("Reason", "")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await a.SubmitAsync($"/stand-ins/{first.Id}/revocation", [("Reason", "提前返岗")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await b.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await a.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await b.ReadAsync("/stand-ins")).QuerySelector("tbody")!.TextContent.ShouldContain("已撤销");

        var second = await AddAsync(office, holder, deputy, 0, 3);
        (await b.SubmitAsync($"/stand-ins/{second.Id}/revocation", [("Reason", "另有任务")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await b.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnSqlite]
    public async Task StandIn_OfAClosedHolder_HasNoRights(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (holder, deputy) = await AddAccountsAsync(office);
        await AddAsync(office, holder, deputy, 0, 3);
        var admin = await office.SignInAsync(Role.Administrator);
        (await admin.SubmitAsync($"/accounts/{holder.Id}/closure", [("Reason", "调离")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await (await SignInAsync(office, deputy)).GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnSqlite]
    public async Task StandIn_OfAStandIn_HasNoRightsOfTheFirst(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (holder, deputy) = await AddAccountsAsync(office);
        var third = await office.Ledger.NewAccountAsync(office.Unit, Role.Staff, "wangwu");
        await AddAsync(office, holder, deputy, 0, 3);
        await AddAsync(office, deputy, third, 0, 3);
        (await (await SignInAsync(office, third)).GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task New_OfSomebodyElse_IsForAdministratorsOnly(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (holder, deputy) = await AddAccountsAsync(office);
        var staff = await SignInAsync(office, deputy);
        var form = Browser.FormOf(await staff.ReadAsync("/stand-ins/new"));
        form.QuerySelector("[name='Input.Holder']").ShouldBeNull();
        // A holder that the form does not offer is not taken: it is the own account that would be handed on, to itself.
        using var forged = await staff.SendAsync(new(HttpMethod.Post, "/stand-ins/new")
        {
            Content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                new("Id", $"{Guid.CreateVersion7()}"), new("Input.Holder", $"{holder.Id}"), new("Input.Deputy", $"{deputy.Id}"),
                new("Input.FromOn", "2026-03-05"), new("Input.ToOn", "2026-03-06"), new("Input.Reason", "试"),
            ]),
        });
        forged.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await staff.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var admin = await office.SignInAsync(Role.Administrator);
        (await admin.SubmitAsync("/stand-ins/new", [("Input.Holder", $"{holder.Id}"), ("Input.Deputy", $"{deputy.Id}"), ("Input.ToOn", "2026-03-06"), ("Input.Reason", "年休假")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await staff.GetAsync("/unit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        // Others neither see it nor end it.
        var other = await office.SignInAsync(Role.Coordinator);
        (await other.ReadAsync("/stand-ins")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await other.GetAsync($"/stand-ins/{(await db.StandIns.SingleAsync()).Id}/revocation")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("2026-03-04", "2026-03-06", "不能早于今天")]
    [InlineData("2026-03-06", "2026-03-05", "早于开始日期")]
    [InlineData("2026-03-05", "2027-03-06", "不超过一年")]
    [InlineData("2026-03-08", "2026-03-09", "已指定代理")]
    public async Task New_DaysThatWillNotDo_AreRefusedWithTheReason(string from, string to, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var (holder, deputy) = await AddAccountsAsync(office);
        await AddAsync(office, holder, deputy, 3, 5);
        var browser = await SignInAsync(office, holder);
        using var answer = await browser.SubmitAsync("/stand-ins/new", [("Input.Deputy", $"{deputy.Id}"), ("Input.FromOn", from), ("Input.ToOn", to), ("Input.Reason", "出差")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        page.QuerySelector("[name='Input.Reason']")!.GetAttribute("value").ShouldBe("出差");
    }

    private static async Task<(Account Holder, Account Deputy)> AddAccountsAsync(Office office) =>
        (await AddAccountAsync(office, Role.Coordinator, "zhangsan", "张三"), await AddAccountAsync(office, Role.Staff, "lisi", "李四"));

    private static Task<Account> AddAccountAsync(Office office, Role role, string name, string displayName)
    {
        var account = new Account { UnitId = office.Unit.Id, Name = name, DisplayName = displayName, Role = role };
        account.SetPassword(TestLedger.Password);
        return office.Ledger.SaveAsync(office.Unit, account);
    }

    private static Task<StandIn> AddAsync(Office office, Account holder, Account deputy, int from, int to) => office.Ledger.SaveAsync(office.Unit, new StandIn
    {
        UnitId = office.Unit.Id,
        HolderId = holder.Id,
        DeputyId = deputy.Id,
        FromOn = new DateOnly(2026, 3, 5).AddDays(from),
        ToOn = new DateOnly(2026, 3, 5).AddDays(to),
        Reason = "公务出差",
    });

    private static async Task<Browser> SignInAsync(Office office, Account account)
    {
        var browser = office.Visit();
        (await browser.SignInAsync(account.Name)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }
}
