using System.Net;
using AngleSharp.Html.Dom;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>What named persons state under a scheme that asks for everything that can be stated.</summary>
public sealed class AttestationTests
{
    public static Scheme Scheme { get; } = SchemeFile.Parse(
        """
        id: everything
        title: 样例
        source: 样例
        completeness: 全
        pass: 20
        notes: [不作人员排名]
        sections:
          - name: 一
            standards:
              - id: "1.1"
                name: 规范
                points: 2
                checks: [{name: 规范, points: 2, rule: documents, parts: [服务规范], in-force: true}]
              - id: "1.2"
                name: 评等和加分
                points: 12
                checks:
                  - {name: 学习, points: 2, rule: grade, grades: {A: 2, B: 1.5, C: 0}}
                  - {name: 表彰, points: 10, rule: bonus}
              - id: "1.3"
                name: 劝导
                points: 10
                checks: [{name: 劝导, points: 10, rule: deduct, faults: [{name: 不到位, each: 5}, {name: 脏乱, each: 2, unit: 处}]}]
              - id: "1.4"
                name: 注册率
                points: 2
                checks: [{name: 注册率, points: 2, rule: ratio, ratio: volunteers, percent: 90, who: 在编在岗}]
              - id: "1.5"
                name: 人均时长
                points: 4
                checks: [{name: 人均时长, points: 4, rule: threshold, kinds: [volunteer], unit: 小时, per-person: staff, minimum: 3}]
              - id: "1.6"
                name: 级别加分
                points: 6
                checks: [{name: 级别加分, points: 6, rule: bonus, levels: [{name: 省级, points: 4}, {name: 市级, points: 2}]}]
        negative:
          - {id: n1, name: 不得申报的情形, effect: veto, months: 24, items: [严重违纪, {name: 旧口径, retired: 不自查}]}
          - {id: n2, name: 扣分的情形, effect: deduct, deduct: null, concealed: 2}
        """, "everything.yaml", KindCatalogue.LoadDefault());

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Mark_Chosen_CountsAndIsAudited(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var browser = await office.SignInAsync();
        await SavedAsync(browser, "/assessment/1.2/attestations/1.2-1", ("Mark", "B"), ("Reason", "一次缺记录"));
        await TotalsAsync(browser, "中得1.5分");
        await RefusedAsync(browser, "/assessment/1.2/attestations/1.2-1", "请选择等次", ("Mark", "D"), ("Reason", "理由"));
        await SavedAsync(browser, "/assessment/1.2/attestations/1.2-1", ("Mark", "A"), ("Reason", "记录已找到"));
        await TotalsAsync(browser, "中得2分");
        await using var db = office.Ledger.OpenDb(office.Unit);
        var entry = await db.Attestations.SingleAsync();
        (await db.Events.Where(e => e.SubjectId == entry.Id).OrderBy(e => e.Id).Select(e => e.What).ToListAsync())
            .ShouldBe(["人工评定 1.2-1：B", "人工评定 1.2-1：A（原：人工评定 1.2-1：B）"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Faults_Tallied_TakePointsOnceAllAreKnown(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var browser = await office.SignInAsync();
        await SavedAsync(browser, "/assessment/1.3/attestations/1.3-1.1", ("Number", "1"), ("Reason", "督查通报"));
        await TotalsAsync(browser, "中得0分");
        await SavedAsync(browser, "/assessment/1.3/attestations/1.3-1.2", ("Number", "0"), ("Reason", "督查通报"));
        await TotalsAsync(browser, "中得5分");
        await RefusedAsync(browser, "/assessment/1.3/attestations/1.3-1.2", "请填写处数", ("Number", "-1"), ("Reason", "理由"));
        (await browser.ReadAsync("/assessment/1.3")).QuerySelector("main")!.TextContent.ShouldContain("不到位1次（每次扣5分）");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ratio_Stated_NamesWhoAndDay(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var browser = await office.SignInAsync();
        const string Page = "/assessment/1.4/attestations/1.4-1";
        (await browser.ReadAsync("/assessment/1.4")).QuerySelector("#Who")!.GetAttribute("value").ShouldBe("在编在岗");
        await RefusedAsync(browser, Page, "本体系规定的计算口径", ("Number", "28"), ("Base", "30"), ("Who", "全体职工"), ("On", "2026-02-28"));
        await RefusedAsync(browser, Page, "不晚于今天", ("Number", "28"), ("Base", "30"), ("Who", "在编在岗"), ("On", "2026-03-06"));
        await RefusedAsync(browser, Page, "不大于总人数", ("Number", "31"), ("Base", "30"), ("Who", "在编在岗"), ("On", "2026-02-28"));
        await SavedAsync(browser, Page, ("Number", "28"), ("Base", "30"), ("Who", "在编在岗"), ("On", "2026-02-28"));
        await TotalsAsync(browser, "中得2分");
        (await browser.ReadAsync("/assessment/1.4")).QuerySelector("main")!.TextContent.ShouldContain("在编在岗30人中28人，占93.33%（2026年2月28日）");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Headcount_Stated_DividesTheHours(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "志愿服务", a => a.OfKinds("volunteer").With(new Quantity(90, "小时")));
        await AddPaperAsync(office, activity, "时长证明");
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/assessment/1.5")).QuerySelector("main")!.TextContent.ShouldContain("尚未填报人数");
        await SavedAsync(browser, "/assessment/1.5/attestations/1.5-1", ("Number", "31"), ("Who", "在编在岗"), ("On", "2026-02-28"));
        await TotalsAsync(browser, "中得0分");
        await SavedAsync(browser, "/assessment/1.5/attestations/1.5-1", ("Number", "30"), ("Who", "在编在岗"), ("On", "2026-02-28"));
        await TotalsAsync(browser, "中得4分");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task NotApplicable_StatedAndWithdrawn_TakesThePointsApart(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var browser = await office.SignInAsync();
        const string Page = "/assessment/1.3/attestations/not-applicable";
        await RefusedAsync(browser, Page, "请填写理由", ("Reason", " "));
        await SavedAsync(browser, Page, ("Reason", "单位没有包干路段"));
        await TotalsAsync(browser, "已赋分26分中得0分，另10分不适用");
        (await browser.ReadAsync("/assessment/1.3")).QuerySelector("main")!.TextContent.ShouldContain("单位没有包干路段");

        var withdrawal = (await browser.ReadAsync(Page)).QuerySelectorAll("main form").OfType<IHtmlFormElement>().Last();
        (await browser.SubmitAsync(Page, withdrawal, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await TotalsAsync(browser, "已赋分36分中得0分");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Attestations.CountAsync()).ShouldBe(0);
        (await db.Events.CountAsync(e => e.What.StartsWith("撤回列为不适用"))).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Bonus_Claimed_NeedsARecordAndCountsTheHighestOfOneWork(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var honor = await office.Ledger.NewActivityAsync(office.Unit, "获省级表彰", a => a.OfKinds("honor"));
        await AddPaperAsync(office, honor, "表彰决定");
        var other = await office.Ledger.NewActivityAsync(office.Unit, "获市级表彰", a => a.OfKinds("honor"));
        await AddPaperAsync(office, other, "表彰决定");
        var browser = await office.SignInAsync();
        await RefusedAsync(browser, "/assessment/1.2/claims/1.2-2", "请选择本年度", ("Work", "志愿服务"), ("Points", "3"), ("Reason", "省表彰"));
        await SavedAsync(browser, "/assessment/1.2/claims/1.2-2", ("Work", "志愿服务"), ("ActivityId", honor.Id.ToString()), ("Points", "3"), ("Reason", "省表彰"));
        await SavedAsync(browser, "/assessment/1.2/claims/1.2-2", ("Work", "志愿服务"), ("ActivityId", other.Id.ToString()), ("Points", "2"), ("Reason", "市表彰"));
        await SavedAsync(browser, "/assessment/1.6/claims/1.6-1", ("Work", "志愿服务"), ("ActivityId", honor.Id.ToString()), ("Level", "省级"), ("Reason", "省表彰"));
        await TotalsAsync(browser, "中得7分");

        var removal = (await browser.ReadAsync("/assessment/1.6/claims/1.6-1")).QuerySelectorAll("main form").OfType<IHtmlFormElement>().First();
        (await browser.SubmitAsync("/", removal, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await TotalsAsync(browser, "中得3分");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task EarlierDocument_SaidToBeInForce_Counts(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var rule = await office.Ledger.NewActivityAsync(office.Unit, "服务规范", a => a.OfKinds("rule").During(Period.Of(new(2023, 5, 4))));
        await AddPaperAsync(office, rule, "服务规范");
        var elsewhere = await office.Ledger.NewUnitAsync("市图书馆");
        var foreign = await office.Ledger.NewActivityAsync(elsewhere, "服务规范", a => a.During(Period.Of(new(2023, 5, 4))));
        var browser = await office.SignInAsync();
        await TotalsAsync(browser, "中得0分");
        (await browser.ReadAsync("/assessment/1.1")).QuerySelector($"a[href^='/assessment/1.1/attestations/{rule.Id}']").ShouldNotBeNull();
        await SavedAsync(browser, $"/assessment/1.1/attestations/{rule.Id}", ("Reason", "未废止，窗口仍按此执行"));
        await TotalsAsync(browser, "中得2分");
        (await browser.GetAsync($"/assessment/1.1/attestations/{foreign.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/assessment/1.2/attestations/{rule.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task NegativeList_Signed_IsNoLongerUnchecked(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var browser = await office.SignInAsync(Role.Head);
        await TotalsAsync(browser, "负面清单未自查");
        await RefusedAsync(browser, "/assessment/negative/n1", "请确认已逐项自查");
        var form = await FormAsync(browser, "/assessment/negative/n1");
        (await browser.SubmitAsync("/", form, [("Confirmed", "true"), ("Items[0].Happened", "")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // The form of before the list was signed is too late.
        (await browser.SubmitAsync("/", form, [("Confirmed", "true"), ("Items[0].Happened", "")])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await SavedAsync(browser, "/assessment/negative/n2", ("Confirmed", "true"));
        var page = (await browser.ReadAsync("/assessment")).QuerySelector("main")!.TextContent;
        page.ShouldNotContain("负面清单未自查");
        page.ShouldContain("已自查（截至2026年3月5日），未发生");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task NegativeList_Incident_HasItsEffectUntilItIsTakenBack(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var browser = await office.SignInAsync();
        await RefusedAsync(browser, "/assessment/negative/n1", "请写明事实", ("Confirmed", "true"), ("Items[0].Happened", "true"), ("Items[0].On", "2026-02-05"));
        await SavedAsync(browser, "/assessment/negative/n1", ("Confirmed", "true"), ("Items[0].Happened", "true"), ("Items[0].On", "2025-05-05"), ("Items[0].Reason", "一名班子成员受处分"));
        await RefusedAsync(browser, "/assessment/negative/n2", "请填写扣多少分", ("Confirmed", "true"), ("Items[0].Happened", "true"), ("Items[0].On", "2026-02-05"), ("Items[0].Reason", "事故"));
        await SavedAsync(browser, "/assessment/1.2/attestations/1.2-1", ("Mark", "A"), ("Reason", "好"));
        await SavedAsync(browser, "/assessment/negative/n2",
            ("Confirmed", "true"), ("Items[0].Happened", "true"), ("Items[0].On", "2026-02-05"), ("Items[0].Reason", "事故"), ("Items[0].Points", "0.5"), ("Items[0].Concealed", "true"));
        await TotalsAsync(browser, "中得1分（负面清单扣1分）");
        await TotalsAsync(browser, "有不得申报的情形");

        var form = await FormAsync(browser, "/assessment/negative/n1");
        (await browser.SubmitAsync("/", form, [("Confirmed", "true"), ("Items[0].Happened", "")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/assessment")).QuerySelector("main")!.TextContent.ShouldNotContain("有不得申报的情形");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Events.CountAsync(e => e.What.Contains("改为未发生"))).ShouldBe(1);
    }

    [Theory, OnSqlite]
    public async Task NegativeList_RoleThatMayNotSign_SeesHowItStands(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider, Scheme);
        var browser = await office.SignInAsync(Role.Staff);
        var page = await browser.ReadAsync("/assessment");
        page.QuerySelector("#negative")!.TextContent.ShouldContain("未自查");
        page.QuerySelector("a[href^='/assessment/negative']").ShouldBeNull();
        (await browser.GetAsync("/assessment/negative/n1")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/assessment/1.3/attestations/not-applicable")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<IHtmlFormElement> FormAsync(Browser browser, string page) => (await browser.ReadAsync(page))
        .QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(form => !form.Action.Contains("Removal", StringComparison.Ordinal) && !form.Action.Contains("Withdraw", StringComparison.Ordinal));

    private static async Task SavedAsync(Browser browser, string page, params (string, string)[] fields)
    {
        using var response = await browser.SubmitAsync(page, await FormAsync(browser, page), fields);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect, (await Browser.ReadAsync(response)).QuerySelector("main")?.TextContent);
    }

    private static async Task RefusedAsync(Browser browser, string page, string message, params (string, string)[] fields)
    {
        using var response = await browser.SubmitAsync(page, await FormAsync(browser, page), fields);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(response)).QuerySelector("main")!.TextContent.ShouldContain(message);
    }

    private static async Task TotalsAsync(Browser browser, string words) =>
        (await browser.ReadAsync("/assessment")).QuerySelector("main")!.TextContent.ShouldContain(words);

    private static Task<Evidence> AddPaperAsync(Office office, Activity activity, string title) => office.Ledger.SaveAsync(
        office.Unit,
        new Evidence { UnitId = activity.UnitId, ActivityId = activity.Id, Form = EvidenceForm.Original, Title = title, AddedAt = office.Ledger.Clock.Now, OriginalPlace = "档案室", OriginalKeeper = "李红" });
}
