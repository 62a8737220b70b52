using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Intake;
using Mingce.Core.Units;
using Testing;

namespace Web.Tests;

/// <summary>工作台. The clock stands on Thursday, 5 March 2026.</summary>
public sealed class HomeTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task FreshUnit_FirstSteps_GoAsTheyAreDone(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var steps = (await browser.ReadAsync("/")).QuerySelectorAll(".first-steps li");
        steps.Length.ShouldBe(3);
        steps.ShouldAllBe(step => step.QuerySelector("a") != null);
        (await browser.ReadAsync("/")).QuerySelector("#todo")!.TextContent.ShouldNotContain("都已办结");

        await office.Ledger.NewActivityAsync(office.Unit, "入户走访", a => a.OfKinds("visit"));
        await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "办公室" });
        (await browser.ReadAsync("/")).QuerySelectorAll(".first-steps .is-done").Select(s => s.QuerySelector("h3")!.TextContent.Split(' ')[^1]).ShouldBe(["录入机构和人员", "登记第一项活动"]);

        await browser.SubmitAsync("/routines/new?preset=party-day", []);
        (await browser.ReadAsync("/")).QuerySelector(".first-steps").ShouldBeNull();
        // Who only records has no part in setting up.
        (await (await office.SignInAsync(Role.Staff)).ReadAsync("/")).QuerySelector(".first-steps").ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Departments_OfFivePeople_ShowWhatTheyHostedSmallerOnesNothing(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var large = await NewDepartmentAsync(office, "综合股", 0, 5);
        var small = await NewDepartmentAsync(office, "信息股", 1, 4);
        foreach (var (department, title) in new[] { (large, "清扫一"), (large, "清扫二"), (small, "清扫三") })
            await office.Ledger.NewActivityAsync(office.Unit, title, a => a.OfKinds("clean-up").Hosts.Add(new() { UnitId = office.Unit.Id, ActivityId = a.Id, Ordinal = 0, Name = department.Name, DepartmentId = department.Id }));
        var home = await (await office.SignInAsync()).ReadAsync("/");
        var card = home.QuerySelectorAll("main .card").Single(c => c.QuerySelector("h2")?.TextContent == "各科室主办活动");
        card.QuerySelectorAll("li").Single().TextContent.ShouldContain("综合股");
        var link = card.QuerySelector("li a")!;
        link.TextContent.ShouldBe("2 条");
        card.TextContent.ShouldNotContain("信息股");
        (await (await office.SignInAsync()).ReadAsync(link.GetAttribute("href")!)).QuerySelector(".page-head")!.TextContent.ShouldContain("共 2 条");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Leader_OnePage_HasNoButtonsOfTheLedgersKeeper(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        foreach (var role in new[] { Role.Head, Role.DeputyHead })
        {
            var home = await (await office.SignInAsync(role)).ReadAsync("/");
            home.QuerySelector("main")!.TextContent.ShouldContain("逾期事项");
            home.QuerySelectorAll("main .row-actions a").ShouldBeEmpty();
            home.QuerySelectorAll(".figure").Length.ShouldBe(4);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Gaps_Links_LeadToRecordsOrThePlanNeverToPaperAfterwards(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var gaps = (await browser.ReadAsync("/")).QuerySelectorAll("li.gap");
        gaps.ShouldNotBeEmpty();
        foreach (var link in gaps.SelectMany(g => g.QuerySelectorAll(".row-actions a")))
        {
            var address = link.GetAttribute("href")!;
            new[] { "/activities?", "/activities/", "/work-items/new?", "/assessment/" }.ShouldContain(start => address.StartsWith(start, StringComparison.Ordinal), address);
            (await browser.GetAsync(address)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, address);
        }
    }

    [Theory, OnSqlite]
    public async Task WorkReport_DraftsThatWait_AreBehindTheirLink(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "已登记的走访", a => a.OfKinds("visit"));
        await office.Ledger.NewActivityAsync(office.Unit, "待核对的走访", a => a.OfKinds("visit").Status = ActivityStatus.Draft);
        var browser = await office.SignInAsync();
        var link = (await browser.ReadAsync("/reports")).QuerySelector("main .notice a[href^='/activities']")!.GetAttribute("href")!;
        (await browser.ReadAsync(link)).QuerySelectorAll("tbody th a").Select(a => a.TextContent).ShouldBe(["待核对的走访"]);
    }

    [Theory, OnSqlite]
    public async Task Imports_WhoseTimeIsOver_AreNotToldAnyMore(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await ImportTests.AddWorkAsync(office, office.Unit);
        (await (await office.SignInAsync()).ReadAsync("/")).QuerySelector("main a[href^='/imports/']").ShouldNotBeNull();
        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddDays(ReportWork.DaysKept + 1);
        (await (await office.SignInAsync()).ReadAsync("/")).QuerySelector("main a[href^='/imports/']").ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ledger_SeveralKinds_ShowsThemAll(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        foreach (var kind in new[] { "visit", "study", "clean-up" })
            await office.Ledger.NewActivityAsync(office.Unit, $"一次{kind}", a => a.OfKinds(kind));
        (await (await office.SignInAsync()).ReadAsync("/activities?kind=visit,study")).QuerySelector(".page-head")!.TextContent.ShouldContain("共 2 条");
    }

    private static async Task<Department> NewDepartmentAsync(Office office, string name, int place, int people)
    {
        var department = await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = name, SortOrder = place });
        for (var i = 0; i < people; i++)
            await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = $"{name}{i}", DepartmentId = department.Id });
        return department;
    }
}
