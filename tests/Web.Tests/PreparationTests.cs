using System.Net;
using Mingce.Core.Accounts;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Gongwen.Checking;
using Mingce.Rules;
using Mingce.Rules.Routines;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>活动准备 and its papers through their pages. The clock stands on Thursday, 5 March 2026.</summary>
public sealed class PreparationTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Occurrence_Prepared_GivesItsPapersOnceFilledIn(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var routine = await AddLectureAsync(office);
        var department = await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "办公室" });
        await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "郑文海", Position = "主任", DepartmentId = department.Id });
        await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "已离岗", DepartmentId = department.Id, LeftOn = new(2026, 1, 1) });
        var browser = await office.SignInAsync(Role.DepartmentContact);
        var occurrence = await browser.ReadAsync($"/routines/{routine.Id}/occurrences/2026-03-31");
        var link = occurrence.QuerySelectorAll("a").First(a => a.TextContent == "准备活动").GetAttribute("href")!;

        using var saved = await browser.SubmitAsync(link, [("Input.Time", "下午3:00"), ("Input.Participants", "全体职工。"), ("Input.On", "2026-03-26")]);
        var address = saved.Headers.Location!.ToString();
        var page = await browser.ReadAsync(address);
        page.QuerySelectorAll(".rows .btn").Select(a => a.TextContent).ShouldBe(["下载通知", "下载方案", "下载议程", "下载主持词（道德讲堂）", "下载签到表"]);
        page.QuerySelector(".facts")!.TextContent.ShouldContain("送吉祥");

        // Prepared once: the link leads to what is there.
        (await browser.GetAsync(link)).Headers.Location!.ToString().ShouldBe(address);

        using var notice = await browser.GetAsync($"{address}/papers/notice/file");
        notice.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("通知（道德讲堂（第一季度））.docx");
        var text = await ReadAsync(notice);
        text.ShouldContain("2026年3月26日（星期四）下午3:00。");
        text.ShouldContain("全体职工。");
        text.ShouldNotContain("。。");
        text.ShouldContain("【规范表述：活动目的】");
        var sheet = await ReadAsync(await browser.GetAsync($"{address}/papers/sign-in/file"));
        sheet.ShouldContain("1\t郑文海\t办公室主任");
        sheet.ShouldNotContain("已离岗");
        (await browser.GetAsync($"{address}/papers/script")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"{address}/papers/script/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Paper_TextChanged_StaysUntilItIsGivenUp(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await PrepareAsync(browser, "午间共读");
        var paper = $"{address}/papers/agenda";
        var page = await browser.ReadAsync(paper);
        page.QuerySelector(".paper")!.TextContent.ShouldContain("午间共读议程");
        page.QuerySelectorAll(".blanks mark").Select(m => m.TextContent).ShouldContain("【地点】");

        (await browser.SubmitAsync(paper, [("Text", "午间共读议程\n一、领读\n二、讨论")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(await browser.GetAsync($"{paper}/file"))).ShouldBe("午间共读议程\n一、领读\n二、讨论");
        // The plan goes on, the changed text does not follow it.
        (await browser.SubmitAsync($"{address}/edit", [("Input.Place", "阅览室")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        page = await browser.ReadAsync(paper);
        page.QuerySelector("main")!.TextContent.ShouldContain("活动安排又有变动");
        (await ReadAsync(await browser.GetAsync($"{address}/papers/notice/file"))).ShouldContain("阅览室。");

        using var empty = await browser.SubmitAsync(paper, [("Text", " ")]);
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var renewal = Browser.FormOf(page, "form[action$=Renewal]");
        (await browser.SubmitAsync(paper, renewal, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(await browser.GetAsync($"{paper}/file"))).ShouldContain("地点：阅览室");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Events.Where(e => e.Subject == "Preparation").OrderBy(e => e.Id).Select(e => e.What).ToListAsync())
            .ShouldBe(["新建活动准备", "修改议程", "修改活动准备", "议程按模板重新生成"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Paper_LostRace_KeepsWhatWasTyped(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var paper = await PrepareAsync(browser, "午间共读") + "/papers/agenda";
        var stale = Browser.FormOf(await browser.ReadAsync(paper));
        (await browser.SubmitAsync(paper, [("Text", "先保存的议程")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var lost = await browser.SubmitAsync(paper, stale, [("Text", "后保存的议程")]);
        lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Browser.ReadAsync(lost);
        page.QuerySelector("textarea")!.TextContent.ShouldContain("后保存的议程");
        (await browser.SubmitAsync(paper, Browser.FormOf(page), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(await browser.GetAsync($"{paper}/file"))).ShouldContain("后保存");
    }

    [Theory]
    [InlineData("每周四下午", "2026-03-12", "路段清扫")]
    [InlineData("每季度", "2026-03-31", "路段清扫（第一季度）")]
    [InlineData("每月", "2026-03-31", "3月路段清扫")]
    public async Task New_FromOccurrence_ProposesATitleWithoutTheDay(string rule, string day, string title)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var routine = await AddLectureAsync(office, r => { r.Title = "路段清扫"; r.Ruled(RuleText.Read(rule)!); });
        var page = await (await office.SignInAsync()).ReadAsync($"/preparations/new?routine={routine.Id}&day={day}");
        page.QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe(title);
    }

    [Theory]
    [InlineData("Input.Title", "", "请填写活动名称。")]
    [InlineData("Input.Kind", "nothing", "请从列表中选择活动类型。")]
    [InlineData("Input.On", "1999-12-31", "日期不正确")]
    public async Task New_WrongField_IsToldAndKeepsTheRest(string field, string value, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        var fields = new Dictionary<string, string> { ["Input.Title"] = "午间共读", ["Input.Kind"] = "reading", ["Input.On"] = "2026-03-12", ["Input.Steps"] = "领读", [field] = value };
        using var answer = await browser.SubmitAsync("/preparations/new", fields.Select(f => (f.Key, f.Value)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        page.QuerySelector("textarea")!.TextContent.ShouldContain("领读");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task SignInSheet_Photographed_IsADocumentOfTheActivity(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync(Role.Staff);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "午间共读", a => a.OfKinds("reading"));
        var address = $"/activities/{activity.Id}/sign-in-sheet";
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector($"a[href='{address}']").ShouldNotBeNull();
        (await browser.SubmitAsync(address, [])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        (await browser.SubmitAsync(address, [], ("IMG_1.jpg", photo))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var evidence = await db.Evidence.SingleAsync();
        (evidence.Title, evidence.Form, evidence.MediaType).ShouldBe(("午间共读签到表", EvidenceForm.Document, "image/jpeg"));
        (await browser.SubmitAsync(address, [], ("IMG_1.jpg", photo))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        // Names stay with those who see the staff list.
        (await browser.GetAsync("/preparations")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Template_OwnWording_IsUsedAndTakenBack(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var paper = await PrepareAsync(browser, "午间共读") + "/papers/agenda/file";
        const string Address = "/templates/agenda";
        using var wrong = await browser.SubmitAsync(Address, [("Text", "{{标题}}安排\n{{场地}}")]);
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(wrong);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("第 2 行：没有名为“场地”的字段");
        page.QuerySelector("textarea")!.TextContent.ShouldContain("{{场地}}");

        var form = Browser.FormOf(await browser.ReadAsync(Address));
        using var preview = await browser.SubmitAsync($"{Address}?handler=Preview", form, [("Text", "{{标题}}安排\n在{{地点}}")]);
        (await Browser.ReadAsync(preview)).QuerySelector(".paper")!.TextContent.ShouldContain("示例活动安排");
        (await ReadAsync(await browser.GetAsync(paper))).ShouldStartWith("午间共读议程");

        (await browser.SubmitAsync(Address, [("Text", "{{标题}}安排\n在{{地点}}")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(await browser.GetAsync(paper))).ShouldBe("午间共读安排\n在【地点】");
        (await browser.ReadAsync("/templates")).QuerySelector(".tag-good")!.TextContent.ShouldBe("本单位模板");
        (await browser.SubmitAsync(Address, Browser.FormOf(await browser.ReadAsync(Address), "form[action$=Restoration]"), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ReadAsync(await browser.GetAsync(paper))).ShouldStartWith("午间共读议程");
    }

    private static async Task<string> PrepareAsync(Browser browser, string title)
    {
        using var saved = await browser.SubmitAsync("/preparations/new", [("Input.Title", title), ("Input.Kind", "reading"), ("Input.On", "2026-03-12"), ("Input.Steps", "领读\n讨论")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return saved.Headers.Location!.ToString();
    }

    // The words of a file in the form of the standard.
    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var docx = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        GongwenCheck.Check(docx).Findings.ShouldBeEmpty();
        docx.Position = 0;
        return DocxReader.ReadText(docx);
    }

    private static Task<Routine> AddLectureAsync(Office office, Action<Routine>? adjust = null)
    {
        var routine = new Routine
        {
            UnitId = office.Unit.Id,
            Title = "道德讲堂",
            KindId = "moral-lecture",
            Status = RoutineStatus.Active,
            Responsible = "办公室",
            Place = "三楼会议室",
            Year = 2026,
            StartsOn = new(2026, 1, 1),
            EnteredAt = office.Ledger.Clock.Now,
        }.Ruled(RuleText.Read("每季度")!);
        adjust?.Invoke(routine);
        return office.Ledger.SaveAsync(office.Unit, routine);
    }
}
