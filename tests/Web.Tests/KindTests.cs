using System.Net;
using AngleSharp.Html.Dom;
using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Intake;
using Mingce.Core.Reporting;
using Mingce.Core.Routines;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>活动类型: what counts as what, fields, what a kind may not hold, and the unit's own.</summary>
public sealed class KindTests
{
    internal static readonly Scheme Scheme = SchemeFile.Parse(
        """
        id: studies
        title: 学习
        source: 测试
        completeness: 全
        sections:
          - name: 学习
            standards:
              - {id: "1", name: 学习, points: 2, checks: [{name: 学习, points: 2, rule: threshold, kinds: [study], minimum: 1}]}
        """, "studies.yaml", KindCatalogue.LoadDefault());

    [Theory, OnSqlite, OnPostgreSql]
    public async Task OwnKind_CountsAsItsKind_EverywhereAndIsToldByItsOwnName(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/kinds")).QuerySelector(".empty").ShouldNotBeNull();
        using var added = await browser.SubmitAsync("/kinds/new", [
            ("Input.Name", "晨读"), ("Input.CountsAs", "study-staff"), ("Input.Signals", "晨读，晨诵"),
            ("Input.Fields[0].Name", "书目"), ("Input.Fields[1].Name", "页数"), ("Input.Fields[1].Type", "Number"), ("Input.Fields[1].Unit", "页")]);
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var kind = (await browser.ReadAsync("/kinds")).QuerySelector("tbody th a")!.GetAttribute("href")![7..];
        (await browser.SubmitAsync("/kinds/new", [("Input.Name", "晨读"), ("Input.CountsAs", "study")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync("/kinds/new", [("Input.Name", ""), ("Input.CountsAs", "")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        using var saved = await browser.SubmitAsync($"/activities/new?kind={kind}", [($"Input.Details[{kind}.f1]", "论语"), ($"Input.Details[{kind}.f2]", "12"), ("Input.ActualHeadcount", "19")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var facts = FactsOf(await browser.ReadAsync(saved.Headers.Location!.ToString()));
        new[] { "晨读", "书目论语", "页数12 页" }.ShouldAllBe(word => facts.Contains(word));
        foreach (var id in new[] { kind, "study-staff", "study" })
            (await browser.ReadAsync($"/activities?kind={id}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1, id);
        (await browser.ReadAsync("/activities?kind=study-center")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await SheetAsync(browser, $"/activities.xlsx?kind={kind}"))[1].TakeLast(2).ShouldBe(["论语", "12"]);
        (await SheetAsync(browser, "/activities.xlsx"))[1][^1].ShouldBe("书目：论语；页数：12 页");
        (await browser.ReadAsync("/kinds")).QuerySelector("tbody .number")!.TextContent.ShouldBe("1 条");

        await using var db = office.Ledger.OpenDb(office.Unit);
        var record = await db.Activities.SingleAsync();
        await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, record, "签到表.pdf", new MemoryStream([1]), false, office.Ledger.Clock.Now, default));
        (await new SelfAssessment(db).ScoreAsync(Scheme, new(2026, 1, 1), new(2026, 12, 31), OfficeCalendar.Today(office.Ledger.Clock))).Points.ShouldBe(200);
        (await new WorkReports(db).ComposeAsync(office.Unit, 2026, OfficeCalendar.Today(office.Ledger.Clock))).Text.ShouldContain("组织19人参加全体职工学习");
        await office.Ledger.SaveAsync(office.Unit, new Routine
        {
            UnitId = office.Unit.Id, Title = "每月学习", KindId = "study", Status = RoutineStatus.Active, Year = 2026, StartsOn = new(2026, 1, 1), EnteredAt = office.Ledger.Clock.Now,
        }.Recurring(new Recurrence(Frequency.Monthly)));
        (await browser.ReadAsync($"/activities/{record.Id}")).QuerySelector(".uses")!.TextContent.ShouldContain("完成 3月每月学习");
        var read = new Mingce.Rules.Reading.ReportReader((await db.ReadKindsAsync()).ForReading).Read("开展晨诵12次。");
        read.Facts.Single().Kind.ShouldBe(kind);
        (await (await office.SignInAsync(unit: await office.Ledger.NewUnitAsync("市图书馆"))).ReadAsync("/activities/new")).Body!.InnerHtml.ShouldNotContain(kind);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task OwnKind_UsedByRecords_IsRenamedAndTakenOutOfUseButNeverDeleted(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await browser.SubmitAsync("/kinds/new", [("Input.Name", "窗口服务"), ("Input.CountsAs", "practical-task"), ("Input.Fields[0].Name", "件数"), ("Input.Fields[0].Type", "Number")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = (await browser.ReadAsync("/kinds")).QuerySelector("tbody th a")!.GetAttribute("href")!;
        var kind = page[7..];
        using var saved = await browser.SubmitAsync($"/activities/new?kind={kind}", [($"Input.Details[{kind}.f1]", "30")]);
        var record = saved.Headers.Location!.ToString();

        using var emptied = await browser.SubmitAsync(page, [("Input.Fields[0].Name", "")]);
        emptied.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(emptied)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("请改为停用");
        (await browser.SubmitAsync(page, [("Input.Fields[0].Type", "Text")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync(page, [("Input.Name", "一窗通办"), ("Input.IsRetired", "true"), ("Input.Fields[0].IsRetired", "true"), ("Input.Fields[1].Name", "渠道"), ("Input.Fields[1].Type", "Choice"), ("Input.Fields[1].Choices", "窗口、热线")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var told = (await browser.ReadAsync(page)).QuerySelector(".history")!.TextContent;
        new[] { "窗口服务改为 → 一窗通办", "在用改为 → 停用" }.ShouldAllBe(word => told.Contains(word));
        (await browser.ReadAsync("/activities/new")).Body!.InnerHtml.ShouldNotContain(kind);
        FactsOf(await browser.ReadAsync(record)).ShouldContain("件数30");
        // The value of the field that is out of use outlives an edit.
        (await browser.SubmitAsync(record + "/edit", [($"Input.Details[{kind}.f2]", "热线"), ("Reason", "补渠道")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        FactsOf(await browser.ReadAsync(record)).ShouldContain("件数30");
        var removal = new HttpRequestMessage(HttpMethod.Post, page + "/removal") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", (await browser.ReadAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"))]) };
        (await browser.SendAsync(removal)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.UnitKinds.CountAsync()).ShouldBe(1);

        (await browser.SubmitAsync("/kinds/new", [("Input.Name", "没用过的"), ("Input.CountsAs", "other")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var unused = (await browser.ReadAsync("/kinds")).QuerySelectorAll("tbody th a")[^1].GetAttribute("href")!;
        (await browser.SubmitAsync("/", Browser.FormOf(await browser.ReadAsync(unused), "form[action$='/removal']"), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await db.UnitKinds.CountAsync()).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Catalogue_KindsTheUnitDoesNotNeed_AreNotOfferedAndKeepTheirRecords(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "献血", a => a.OfKinds("blood"));
        var browser = await office.SignInAsync();
        var kept = KindCatalogue.LoadDefault().All.Select(k => k.Id).Where(id => id is not ("blood" or "wish")).Select(id => ("Chosen", id));
        (await browser.SubmitAsync("/kinds/choices", kept)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.ReadAsync("/activities/new")).QuerySelectorAll("[name='Input.Kind']").Select(i => i.GetAttribute("value")).ShouldNotContain("blood");
        (await browser.ReadAsync("/activities")).QuerySelector("tbody")!.TextContent.ShouldContain("无偿献血");
        (await browser.ReadAsync("/kinds/choices")).QuerySelectorAll("input[name=Chosen]:not([checked])").Select(i => i.GetAttribute("value")).ShouldBe(["blood", "wish"], ignoreOrder: true);
        (await browser.SubmitAsync("/kinds/choices", [.. kept, ("Chosen", "blood")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/activities/new")).QuerySelectorAll("[name='Input.Kind']").Select(i => i.GetAttribute("value")).ShouldContain("blood");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Talk_HoldsDayFormHeadcountAndFollowUpOnly(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var (field, value) in new[] { ("Title", "与某同志谈心"), ("Text", "谈了家庭情况"), ("Place", "办公室"), ("Amounts", "3人"), ("Campaign", "专项"), ("OtherKinds", "meeting") })
        {
            using var refused = await browser.SubmitAsync("/activities/new?kind=talk", [($"Input.{field}", value)]);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, field);
        }
        using var withFile = await browser.SubmitAsync("/activities/new?kind=talk", [], ("a.txt", [1]));
        withFile.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        using var saved = await browser.SubmitAsync("/activities/new?kind=talk&title=年度谈心谈话", [
            ("Input.Details[talk.form]", "个别谈话"), ("Input.Details[talk.follow-up]", "yes"), ("Input.ActualHeadcount", "2")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = saved.Headers.Location!.ToString();
        var page = await browser.ReadAsync(address);
        page.QuerySelector("h1")!.TextContent.ShouldBe("谈心谈话（3月5日）");
        new[] { "谈话形式个别谈话", "需要跟进是", "2 人" }.ShouldAllBe(word => FactsOf(page).Contains(word));
        page.QuerySelectorAll("a[href$='/evidence/new']").ShouldBeEmpty();
        (await browser.GetAsync(address + "/evidence/new")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.SubmitAsync(address + "/edit", [("Input.Text", "谈话内容"), ("Reason", "补充")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync(address + "/edit", [("Input.Details[talk.form]", "无此形式"), ("Reason", "补充")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // Its title is nobody's: without a script it comes with the form all the same, and does not stand in the way.
        (await browser.SubmitAsync(address + "/edit", [("Input.ActualHeadcount", "3"), ("Reason", "核对人数")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // An own kind that counts as a talk is as bare, and a report leaves nothing but that talks were held.
        using var texts = await browser.SubmitAsync("/kinds/new", [("Input.Name", "新职工谈话"), ("Input.CountsAs", "talk"), ("Input.Fields[0].Name", "要点")]);
        texts.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var db = office.Ledger.OpenDb(office.Unit);
        const string Report = "在三楼会议室与张某某等干部开展谈心谈话12人次。";
        await new ReportImport(db, await db.ReadKindsAsync()).ImportAsync(new ReportFile("总结.txt", System.Text.Encoding.UTF8.GetBytes(Report), Report, "utf-8"), office.Unit, 2025, confirm: false, office.Ledger.Change);
        var draft = await db.Activities.SingleAsync(a => a.Status == ActivityStatus.Draft);
        (draft.Title, draft.Text, draft.Place).ShouldBe(("谈心谈话", "", ""));
        var item = await db.ReportDrafts.SingleAsync();
        (await browser.SubmitAsync($"/imports/{item.ReportId}/drafts/{item.Id}", [("Input.Amounts", ""), ("Input.Text", "谈了家庭情况")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync($"/imports/{item.ReportId}/drafts/{item.Id}", [("Input.Amounts", "")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await db.Activities.AsNoTracking().SingleAsync(a => a.Id == draft.Id)).Title.ShouldBe("谈心谈话");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task ThoughtAnalysis_NamesNobody(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "郑文海" });
        var browser = await office.SignInAsync();
        using var named = await browser.SubmitAsync("/activities/new?kind=thought-analysis", [("Input.Text", "郑文海等同志反映较多"), ("Input.ActualHeadcount", "30")]);
        named.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var alert = (await Browser.ReadAsync(named)).QuerySelector("[role=alert]")!.TextContent;
        alert.ShouldContain("请去掉“郑文海”");
        alert.ShouldContain("不登记人数");
        using var saved = await browser.SubmitAsync("/activities/new?kind=thought-analysis", [("Input.Text", "总体平稳")], ("分析.pdf", [1]));
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync(saved.Headers.Location!.ToString())).QuerySelector(".facts")!.TextContent.ShouldNotContain("实到人数");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Form_OtherKindChosenWithoutJavaScript_ShowsItsFieldsAndKeepsWhatWasTyped(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync("/activities/new"));
        using var changed = await browser.SubmitAsync("/activities/new?handler=kind", form, [("Input.Kind", "meeting"), ("Input.OtherKinds", "party-day"), ("Input.Place", "二楼")]);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Browser.ReadAsync(changed);
        page.QuerySelector("#Input_Place")!.GetAttribute("value").ShouldBe("二楼");
        page.QuerySelector("#kind-fields")!.QuerySelectorAll("textarea").Length.ShouldBe(2);

        using var saved = await browser.SubmitAsync("/activities/new", Browser.FormOf(page), [("Input.Details[meeting.excerpt]", "研究创建经费"), ("Input.Details[meeting.decisions]", "办公室拟定计划\n综合股落实经费")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = saved.Headers.Location!.ToString();
        var shown = await browser.ReadAsync(address);
        shown.QuerySelector(".facts")!.TextContent.ShouldContain("综合股落实经费");
        // Each decision can become a task, which the page then shows in its place.
        var links = shown.QuerySelectorAll("#tasks a").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(2);
        (await browser.ReadAsync(links[0])).QuerySelector("#Input_Title")!.GetAttribute("value").ShouldBe("办公室拟定计划");
        await office.Ledger.SaveAsync(office.Unit, new Mingce.Core.WorkItems.WorkItem { UnitId = office.Unit.Id, Title = "办公室拟定计划", Year = 2026, SourceActivityId = Guid.Parse(address[12..]), EnteredAt = office.Ledger.Clock.Now });
        (await browser.ReadAsync(address)).QuerySelectorAll("#tasks li").Select(li => li.QuerySelector(".grow")!.TextContent).ShouldBe(["综合股落实经费", "办公室拟定计划"]);
        // The kind goes, and its fields with it; the history knows what they were.
        (await browser.SubmitAsync(address + "/edit", [("Input.Kind", "party-day"), ("Input.OtherKinds", ""), ("Reason", "类型选错")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await browser.ReadAsync(address);
        after.QuerySelector(".facts")!.TextContent.ShouldNotContain("研究创建经费");
        after.QuerySelector(".history")!.TextContent.ShouldContain("纪要摘录：研究创建经费改为 → （清空）");
    }

    // Field and value run together, whatever space the page puts between them.
    private static string FactsOf(IHtmlDocument page) => string.Concat(page.QuerySelectorAll(".facts dt, .facts dd").Select(part => part.TextContent.Trim()));

    private static async Task<List<IReadOnlyList<string>>> SheetAsync(Browser browser, string address)
    {
        using var response = await browser.GetAsync(address);
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return [.. SpreadsheetReader.Read("x.xlsx", file).Single().Rows.Select(row => (IReadOnlyList<string>)[.. row.Cells])];
    }
}
