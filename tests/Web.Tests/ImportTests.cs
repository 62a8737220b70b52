using System.Net;
using System.Text;
using AngleSharp.Dom;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Intake;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>从往年总结提取: what is read, decided about, and kept for how long.</summary>
public sealed class ImportTests
{
    private const string Report = """
        市政务服务中心2024年工作总结
        一、文明创建
        全年举办道德讲堂4次，讲授主题党课3次。每周五下午组织干部职工到南湖社区清扫街道。
        捐款5600元。组织志愿者30余名开展文明交通劝导。
        组织捐款活动，为身患白血病的张小明小朋友捐款3200元。
        """;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_Report_ShowsTheMaskedTextBesideItsDraftsDoubtfulOnesFirst(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var page = await browser.ReadAsync(await UploadAsync(browser, Report));

        var text = page.QuerySelector(".import-text")!.TextContent;
        text.ShouldContain("1名患病儿童");
        page.Body!.TextContent.ShouldNotContain("张小明");
        page.QuerySelectorAll(".read").Select(q => q.TextContent).ShouldContain(q => q.Contains("道德讲堂4次"));
        var drafts = page.QuerySelectorAll(".draft").Select(d => d.TextContent).ToList();
        drafts.Count.ShouldBeGreaterThan(5);
        drafts[0].ShouldContain("5600元");
        drafts[0].ShouldContain("谁做的？");
        drafts[1].ShouldContain("概数");
        drafts[2].ShouldContain("已隐去");
        CardOf(page, "道德讲堂").TextContent.ShouldContain("可拆成 4 条");
        // Every mark leads to its draft.
        foreach (var mark in page.QuerySelectorAll("a.read"))
            page.QuerySelector(mark.GetAttribute("href")!).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("组织党组理论学习中心组学习12次。", "中心组学习")]
    [InlineData("开展支部集中学习8次。", "支部学习")]
    [InlineData("全年集中学习24次。", "集中学习")]
    [InlineData("组织中心组学习、支部学习共20次。", "集中学习")] // of two it stays open which
    public async Task Upload_Studies_AreOfTheKindThatTheWordsSay(string text, string kind)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        var page = await browser.ReadAsync(await UploadAsync(browser, text));
        page.QuerySelector(".draft strong")!.TextContent.ShouldBe(kind);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_Report_IsNowhereInTheDatabaseUnmasked(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        await UploadAsync(browser, Report);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var work = await db.ReportWorks.SingleAsync();
        work.Text.ShouldNotContain("张小明");
        work.Text.ShouldNotContain("白血病");
        (await db.Activities.AnyAsync(a => a.Text.Contains("张小明") || a.Title.Contains("张小明"))).ShouldBeFalse();
        foreach (var draft in await db.ReportDrafts.ToListAsync())
            (draft.Start < draft.End && draft.End <= work.Text.Length).ShouldBeTrue();
    }

    [Theory]
    [InlineData("机密★10年\n某中心总结\n举办道德讲堂4次。", "机密★")]
    [InlineData("某中心总结\n内部资料 不得翻印\n举办道德讲堂4次。", "内部资料")]
    [InlineData("绝密\n举办道德讲堂4次。", "绝密")]
    public async Task Upload_MarkOfSecrecy_IsRefusedAndNothingIsKept(string text, string mark)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var answer = await browser.SubmitAsync("/imports", [("Year", "2024"), ("Text", text)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(mark);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.ImportedReports.AnyAsync()).ShouldBeFalse();
    }

    [Theory, OnSqlite]
    public async Task Upload_ReportThatSpeaksOfSecrecy_IsRead(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await UploadAsync(browser, "某中心总结\n开展保密教育，要求严守国家秘密、不得翻印机密文件，举办道德讲堂4次。")).ShouldStartWith("/imports/");
    }

    [Theory]
    [InlineData("Year", "2027", "年度不正确")]
    [InlineData("Year", "", "请填写总结所属年度")]
    [InlineData("Text", "", "请选择一个文件")]
    public async Task Upload_WhatCannotBe_KeepsTheTypedText(string field, string value, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        var fields = new Dictionary<string, string> { ["Year"] = "2024", ["Text"] = Report, [field] = value };
        using var answer = await browser.SubmitAsync("/imports", fields.Select(f => (f.Key, f.Value)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        page.QuerySelector("textarea")!.TextContent.Trim().ReplaceLineEndings("\n").ShouldBe(fields["Text"].Trim().ReplaceLineEndings("\n"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_SameBytesAgain_AddsNothingAndGoesOnWithTheWork(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var first = await UploadAsync(browser, Report);
        var count = (await browser.ReadAsync(first)).QuerySelectorAll(".draft").Length;
        (await UploadAsync(browser, Report)).ShouldBe(first);
        (await browser.ReadAsync(first)).QuerySelectorAll(".draft").Length.ShouldBe(count);

        // The text has gone; the drafts wait. The same file brings the text back.
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            db.Remove(await db.ReportWorks.SingleAsync());
            await db.SaveChangesAsync();
        }
        (await UploadAsync(browser, Report)).ShouldBe(first);
        (await browser.ReadAsync(first)).QuerySelectorAll(".draft-waiting").Length.ShouldBe(count);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Accept_ThenUndo_IsARecordAndADraftAgain(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await UploadAsync(browser, Report);

        (await DecideAsync(browser, address, "道德讲堂", "accept")).ShouldStartWith(address + "#d-");
        (await StatusAsync(office, "moral-lecture")).ShouldBe(ActivityStatus.Entered);
        await DecideAsync(browser, address, "道德讲堂", "undo");
        (await StatusAsync(office, "moral-lecture")).ShouldBe(ActivityStatus.Draft);

        await DecideAsync(browser, address, "每周五下午", "accept");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Routines.SingleAsync()).Status.ShouldBe(RoutineStatus.Active);
        (await db.Events.Where(e => e.What == "撤销确认").ToListAsync()).ShouldHaveSingleItem().By.ShouldNotBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task Undo_RecordWithEvidence_IsRefused(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await UploadAsync(browser, Report);
        await DecideAsync(browser, address, "道德讲堂", "accept");
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            var activity = await db.Activities.FirstAsync(a => a.Kinds.Any(k => k.KindId == "moral-lecture"));
            await using var content = new MemoryStream([1, 2, 3]);
            await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, activity, "签到表.pdf", content, false, office.Ledger.Clock.Now, default));
        }
        using var answer = await SubmitDecisionAsync(browser, address, "道德讲堂", "undo");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("已有佐证材料，不能撤销确认");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Rest_BeforeAllWereSeen_IsRefusedAndAfterwardsTakesWhatHasNoDoubt(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await UploadAsync(browser, Report);

        using (var early = await SubmitAsync(browser, address, "rest"))
        {
            early.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await early.Content.ReadAsStringAsync()).ShouldContain("条没有看过");
        }
        (await SubmitAsync(browser, address, "seen")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await SubmitAsync(browser, address, "rest")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await browser.ReadAsync(address);
        page.QuerySelectorAll(".draft-waiting").ShouldAllBe(d => d.QuerySelector(".tag-due") != null);
        page.QuerySelectorAll(".draft-waiting").Length.ShouldBe(3);
        (await StatusAsync(office, "moral-lecture")).ShouldBe(ActivityStatus.Entered);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Finish_SkippedOnes_GoWithTheTextAndDoNotComeBack(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await UploadAsync(browser, Report);
        await DecideAsync(browser, address, "道德讲堂", "skip");
        await SubmitAsync(browser, address, "finish");

        (await browser.ReadAsync(address)).Body!.TextContent.ShouldContain("核对已完成");
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            (await db.ReportWorks.AnyAsync() || await db.ReportDrafts.AnyAsync()).ShouldBeFalse();
            (await db.Activities.AnyAsync(a => a.Kinds.Any(k => k.KindId == "moral-lecture"))).ShouldBeFalse();
            (await db.Activities.AnyAsync(a => a.Status == ActivityStatus.Draft)).ShouldBeTrue();
        }
        // A changed text brings what changed, and not what was skipped.
        var again = await browser.ReadAsync(await UploadAsync(browser, Report.Replace("党课3次", "党课6次")));
        again.QuerySelectorAll(".draft-waiting").ShouldContain(d => d.TextContent.Contains("6次") && d.TextContent.Contains("更正已有记录"));
        again.QuerySelectorAll(".draft-waiting").ShouldNotContain(d => d.TextContent.Contains("道德讲堂 4次"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Merge_TwoDrafts_LeavesOneWithBothAmounts(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await UploadAsync(browser, Report);
        var page = await browser.ReadAsync(address);
        var (one, other) = (CardOf(page, "5600元").Id![2..], CardOf(page, "3200元").Id![2..]);

        (await browser.SubmitAsync($"{address}/drafts/{one}/merger", [("Into", other)])).Headers.Location!.ToString().ShouldBe($"{address}#d-{other}");
        await using var db = office.Ledger.OpenDb(office.Unit);
        var kept = await db.Activities.Include(a => a.Quantities).SingleAsync(a => a.Quantities.Any(q => q.Hundredths == 560_000));
        kept.Quantities.Select(q => q.Hundredths).Order().ShouldContain(320_000);
        (await browser.ReadAsync(address)).QuerySelector($"#d-{one}")!.TextContent.ShouldContain("已合并");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Split_Total_LeavesTheRestInIt(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await UploadAsync(browser, Report);
        var draft = CardOf(await browser.ReadAsync(address), "道德讲堂").Id![2..];

        using (var faulty = await browser.SubmitAsync($"{address}/drafts/{draft}/split", [("Parts[0].Title", "没有日期的")]))
            faulty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await browser.SubmitAsync($"{address}/drafts/{draft}/split", [("Parts[0].On", "2024-03-08"), ("Parts[2].On", "2024-06-20"), ("Parts[2].Title", "六月道德讲堂"), ("Parts[2].Headcount", "35")]);

        await using var db = office.Ledger.OpenDb(office.Unit);
        var lectures = await db.Activities.Where(a => a.Kinds.Any(k => k.KindId == "moral-lecture")).OrderBy(a => a.FromOn).ThenBy(a => a.Count).ToListAsync();
        lectures.Select(a => (a.Status, a.Count, a.IsSummary)).ShouldBe([(ActivityStatus.Draft, 2, true), (ActivityStatus.Entered, 1, false), (ActivityStatus.Entered, 1, false)]);
        (lectures[2].Title, lectures[2].ActualHeadcount, lectures[2].Mark).ShouldBe(("六月道德讲堂", 35, EntryMark.History));
        (await UploadAsync(browser, Report)).ShouldBe(address);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Correct_Draft_IsConfirmedAsCorrected(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await UploadAsync(browser, Report);
        var draft = CardOf(await browser.ReadAsync(address), "5600元").Id![2..];
        var page = $"{address}/drafts/{draft}";
        var form = Browser.FormOf(await browser.ReadAsync(page));

        using (var faulty = await browser.SubmitAsync(page, form, [("Count", "0")]))
            faulty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        form = Browser.FormOf(await browser.ReadAsync(page));
        (await browser.SubmitAsync(page, form, [("Actor", "Person"), ("accept", "true")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var record = await db.Activities.SingleAsync(a => a.Quantities.Any(q => q.Hundredths == 560_000));
        (record.Actor, record.Status, record.Precision).ShouldBe((Mingce.Rules.Actor.Person, ActivityStatus.Entered, Mingce.Rules.PeriodPrecision.Year));
    }

    [Theory, OnSqlite]
    public async Task Correct_RoutineOfAReport_LeadsBackToTheWork(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var address = await UploadAsync(browser, Report);
        var card = CardOf(await browser.ReadAsync(address), "每周五下午");
        var edit = card.QuerySelector("[data-key=e]")!.GetAttribute("href")!;
        (await browser.ReadAsync(edit)).QuerySelector("main form .actions a")!.GetAttribute("href").ShouldBe($"{address}#{card.Id}");
        (await browser.SubmitAsync(edit, [("Reason", "核对")])).Headers.Location!.ToString().ShouldBe($"{address}#{card.Id}");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task ForgetOldTexts_WorkNobodyTouched_GoesAndItsDraftsStay(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var address = await UploadAsync(await office.SignInAsync(), Report);
        await using var all = office.Ledger.OpenDb(null);
        var today = DateOnly.FromDateTime(office.Ledger.Clock.Now);
        (await ReportImport.ForgetOldTextsAsync(all, today.AddDays(ReportWork.DaysKept))).ShouldBe(0);
        (await ReportImport.ForgetOldTextsAsync(all, today.AddDays(ReportWork.DaysKept + 1))).ShouldBe(1);
        (await (await office.SignInAsync()).ReadAsync(address)).Body!.TextContent.ShouldContain("重新上传同一文件");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.AnyAsync(a => a.Status == ActivityStatus.Draft)).ShouldBeTrue();
        (await db.ReportDrafts.AnyAsync()).ShouldBeFalse();
    }

    [Theory, OnSqlite]
    public async Task Findings_TotalsThatDoNotAddUp_AreShown(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var page = await browser.ReadAsync(await UploadAsync(browser, "某中心总结\n全年开展志愿服务活动20次，其中文明交通劝导8次、环境整治9次、敬老爱老5次。"));
        page.QuerySelector("main .notice-due")!.TextContent.ShouldContain("20次");
    }

    /// <summary>A report with one waiting draft of the unit, for the walk over all endpoints.</summary>
    internal static async Task<(Guid Report, Guid Draft)> AddWorkAsync(Office office, Unit unit)
    {
        await using var db = office.Ledger.OpenDb(unit);
        var file = ReportFile.OfText("某中心总结\n全年举办道德讲堂4次。");
        var result = await new ReportImport(db, KindCatalogue.LoadDefault()).ImportAsync(file, unit, 2024, false, new Change("测试员", office.Ledger.Clock.Now));
        return (result.Report.Id, (await db.ReportDrafts.SingleAsync(d => d.ReportId == result.Report.Id)).Id);
    }

    private static async Task<string> UploadAsync(Browser browser, string text)
    {
        using var answer = await browser.SubmitAsync("/imports", [("Year", "2024")], ("总结.txt", Encoding.UTF8.GetBytes(text)));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    private static IElement CardOf(IDocument page, string words) => page.QuerySelectorAll(".draft").First(d => d.QuerySelector(".draft-head")!.TextContent.Contains(words));

    private static async Task<HttpResponseMessage> SubmitDecisionAsync(Browser browser, string address, string words, string act)
    {
        var card = CardOf(await browser.ReadAsync(address), words);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)card.QuerySelector($"button[value={act}]")!.Closest("form")!;
        return await browser.SubmitAsync(address, form, [("act", act)]);
    }

    private static async Task<string> DecideAsync(Browser browser, string address, string words, string act)
    {
        using var answer = await SubmitDecisionAsync(browser, address, words, act);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return answer.Headers.Location!.ToString();
    }

    // The forms of the whole work; the one of 看过 names several drafts.
    private static async Task<HttpResponseMessage> SubmitAsync(Browser browser, string address, string act)
    {
        var page = await browser.ReadAsync(address);
        var form = page.QuerySelector($"input[name=act][value={act}]")!.Closest("form")!;
        var fields = form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
        return await browser.SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });
    }

    private static async Task<ActivityStatus> StatusAsync(Office office, string kind)
    {
        await using var db = office.Ledger.OpenDb(office.Unit);
        return (await db.Activities.SingleAsync(a => a.Kinds.Any(k => k.KindId == kind))).Status;
    }
}
