using System.Net;
using Mingce.Core.Accounts;
using Mingce.Core.Data;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>首次设置 of an empty ledger, and 单位情况 afterwards.</summary>
public sealed class UnitTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Schemes_ChosenByTheUnit_AssessItFromThenOn(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Administrator);
        (await browser.SubmitAsync("/schemes", [("Chosen", ""), ("Main", "xiaogan")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync("/schemes", [("Chosen", "xiaogan"), ("Main", "huanggang")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync("/schemes", [("Chosen", "xiaogan"), ("Chosen", "huanggang"), ("Main", "huanggang")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.ReadAsync("/")).QuerySelector("main")!.TextContent.ShouldContain("黄冈市文明单位考评细则");
        var page = await browser.ReadAsync("/assessment");
        page.QuerySelectorAll("nav.tabs a").Select(a => a.TextContent).ShouldBe(["黄冈市文明单位考评细则", "市级文明单位考评表（湖北孝感口径）"]);
        page.QuerySelectorAll(".tree li").Length.ShouldBe(13);
        var other = page.QuerySelectorAll("nav.tabs a")[1].GetAttribute("href")!;
        page = await browser.ReadAsync("/assessment" + other);
        page.QuerySelectorAll(".tree li").Length.ShouldBe(10);
        // What is stated on a page of the other scheme is stated for that one, and leads back to it.
        var standard = page.QuerySelectorAll(".tree a").Single(a => a.GetAttribute("href")!.Contains("/1.2?", StringComparison.Ordinal)).GetAttribute("href")!;
        var form = Browser.FormOf(await browser.ReadAsync(standard), "form[action*=attestations]");
        using var stated = await browser.SubmitAsync(standard, form, [("Points", "1"), ("Reason", "制度齐全")]);
        stated.Headers.Location!.ToString().ShouldBe(standard);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Attestations.SingleAsync()).SchemeId.ShouldBe("xiaogan");
        (await db.Units.SingleAsync()).SchemeIds.ShouldBe("huanggang xiaogan");
        (await (await office.SignInAsync(Role.Staff)).GetAsync("/schemes")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private const string Code = "abcd-efgh-jkmn";

    private static readonly (string, string)[] Complete =
    [
        ("Code", Code), ("Unit.FullName", "云溪市水务局"), ("Unit.SelfName", "我局"), ("Unit.HasPartyGroup", "true"),
        ("Departments", "办公室\n规划股"), ("People", "王敏\t办公室\t主任\n张　三 规划股"),
        ("Name", "lihua"), ("DisplayName", "王敏"), ("Password", "Lantian-2026"), ("Repeated", "Lantian-2026"),
    ];

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Setup_EmptyLedger_EveryAddressLeadsToItUntilTheUnitIsEntered(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        await using var app = Office.Create(ledger, setupCode: Code);
        await app.StartAsync();
        var browser = new Browser(app.GetTestServer());
        foreach (var address in new[] { "/", "/sign-in", "/activities" })
            (await browser.GetAsync(address)).Headers.Location!.ToString().ShouldBe("/setup", address);

        (await browser.SubmitAsync("/setup", Complete)).Headers.Location!.ToString().ShouldBe("/");
        (await browser.ReadAsync("/")).QuerySelector("h1")!.TextContent.ShouldBe("工作台");
        (await browser.GetAsync("/setup")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await new Browser(app.GetTestServer()).SignInAsync("lihua", "Lantian-2026")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = ledger.OpenDb(null);
        var unit = db.Units.IgnoreQueryFilters([LedgerDb.Tenant]).Single();
        await using var own = ledger.OpenDb(unit);
        (await own.Departments.OrderBy(d => d.SortOrder).Select(d => d.Name).ToListAsync()).ShouldBe(["办公室", "规划股"]);
        (await own.People.OrderBy(p => p.SortOrder).ToListAsync()).Select(p => (p.Name, p.Position, p.DepartmentId is not null)).ShouldBe([("王敏", "主任", true), ("张三", "", true)]);
        (await own.Accounts.SingleAsync()).PersonId.ShouldBe((await own.People.SingleAsync(p => p.Name == "王敏")).Id);
        (unit.FullName, unit.SelfName, unit.DepartmentWord, unit.HasPartyGroup, unit.HasBranchCommittee).ShouldBe(("云溪市水务局", "我局", "科室", true, false));
    }

    [Theory]
    [InlineData("Code", "wrong", "设置码不正确")]
    [InlineData("Unit.FullName", " ", "请填写单位全称")]
    [InlineData("Password", "lantian", "不一致")]
    [InlineData("Name", "li hua", "不能有空格")]
    [InlineData("Unit.EstablishedPosts", "-1", "编制数应为")]
    [InlineData("People", "王敏 财务股 股长", "“财务股”不在上面所列之中")]
    [InlineData("People", "王敏 办公室 13800000000", "不要写号码")]
    [InlineData("People", "这一行不是姓名而是一句很长的话写在了人员栏里应该被认出来并请人更正", "看不懂")]
    [InlineData("People", "王敏 办公室 负责综合文稿档案保密信息宣传督办接待后勤车辆会务值班安全消防绿化卫生节能采购资产工会团委妇联老干部工作", "看不懂")]
    public async Task Setup_WhatCannotBe_IsAskedForAgainAndNothingIsEntered(string field, string value, string reason)
    {
        await using var ledger = await TestLedger.CreateAsync(Provider.Sqlite);
        await using var app = Office.Create(ledger, setupCode: Code);
        await app.StartAsync();
        using var answer = await new Browser(app.GetTestServer()).SubmitAsync("/setup", Complete.Where(f => f.Item1 != field).Append((field, value)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        page.QuerySelector("[name=DisplayName]")!.GetAttribute("value").ShouldBe("王敏");
        await using var db = ledger.OpenDb(null);
        (await db.Units.IgnoreQueryFilters([LedgerDb.Tenant]).AnyAsync()).ShouldBeFalse();
    }

    [Theory, OnSqlite]
    public async Task Setup_GuessedCodes_AreStopped(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        await using var app = Office.Create(ledger, setupCode: Code);
        await app.StartAsync();
        var browser = new Browser(app.GetTestServer());
        for (var i = 0; i < 5; i++)
            (await browser.SubmitAsync("/setup", Complete.Where(f => f.Item1 != "Code").Append(("Code", $"guess-{i}")))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync("/setup", Complete)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Unit_Corrected_IsStoredAndTheLoserOfARaceKeepsTheText(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var first = await office.SignInAsync();
        var late = await office.SignInAsync(Role.Administrator);
        var stale = Browser.FormOf(await late.ReadAsync("/unit"));
        (await first.SubmitAsync("/unit", [("Input.ShortName", "政务中心"), ("Input.DepartmentWord", "股室")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var lost = await late.SubmitAsync("/unit", stale, [("Input.ShortName", "服务中心")]);
        lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ReadAsync(lost)).QuerySelector("[name='Input.ShortName']")!.GetAttribute("value").ShouldBe("服务中心");
        await using var db = office.Ledger.OpenDb(office.Unit);
        var unit = await db.Units.SingleAsync();
        (unit.ShortName, unit.DepartmentWord).ShouldBe(("政务中心", "股室"));
        (await db.Events.AnyAsync(e => e.SubjectId == unit.Id && e.What == "更正单位情况")).ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Unit_NameOfAnotherUnit_IsRefused(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewUnitAsync("市图书馆");
        using var answer = await (await office.SignInAsync()).SubmitAsync("/unit", [("Input.FullName", "市图书馆")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("已有同名单位");
    }
}
