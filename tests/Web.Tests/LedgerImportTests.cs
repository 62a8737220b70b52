using System.Net;
using AngleSharp.Html.Dom;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>导入台账: a spreadsheet of activities is looked at, then becomes drafts or records, once.</summary>
public sealed class LedgerImportTests
{
    private static readonly byte[] Ledger = TestSpreadsheet.Of(new TestSheet("2025年", [
        ["某中心2025年度活动台账", null, null, null, null, null],
        ["时间", "活动名称", "地点", "参加人数", "主办科室", "办在哪"],
        ["3月5日", "学雷锋志愿服务", "滨河社区", 12, "办公室", "路口"],
        ["某日", "理论学习", null, 20, "办公室", null],
        ["4月", "清明祭扫", "烈士陵园", "全体", "办公室", null],
        ["3月5日", "学雷锋志愿服务", "滨河社区", 12, "办公室", null]], "A1:F1"));

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_IsPreviewedThenBecomesDraftsOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var department = await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "办公室" });
        var browser = await office.SignInAsync();
        var preview = await UploadAsync(browser);
        preview.QuerySelector("[role=alert]").ShouldBeNull();
        preview.QuerySelector(".import-sums")!.TextContent.ShouldContain("新记录 2 条");
        preview.QuerySelector(".import-sums")!.TextContent.ShouldContain("重复 1 条");
        preview.QuerySelector("#faults")!.TextContent.ShouldContain("2025年 第 4 行 时间");
        preview.QuerySelector("#rows")!.TextContent.ShouldContain("与第3行相同");
        preview.Body!.TextContent.ShouldContain("“办在哪”列没有识别");
        await using (var db = office.Ledger.OpenDb(office.Unit))
            (await db.Activities.AnyAsync()).ShouldBeFalse();

        using (var done = await PostAsync(browser, preview, "Drafts"))
            done.Headers.Location!.ToString().ShouldBe("/activities?status=draft");
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            var rows = await db.Activities.Include(a => a.Hosts).OrderBy(a => a.FromOn).ToListAsync();
            rows.Select(a => (a.Title, a.Status, a.Mark, a.ActualHeadcount)).ShouldBe(
                [("学雷锋志愿服务", ActivityStatus.Draft, EntryMark.History, 12), ("清明祭扫", ActivityStatus.Draft, EntryMark.History, (int?)null)]);
            rows[0].Hosts.ShouldHaveSingleItem().DepartmentId.ShouldBe(department.Id);
            (await db.Events.CountAsync(e => e.SubjectId == rows[0].Id)).ShouldBe(1);
        }

        var again = await UploadAsync(browser);
        again.QuerySelector(".import-sums")!.TextContent.ShouldContain("新记录 0 条");
        await PostAsync(browser, preview, "Drafts");
        await using var stored = office.Ledger.OpenDb(office.Unit);
        (await stored.Activities.CountAsync()).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Preview_ColumnChosenAndRowsSeen_EntersWhatIsComplete(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var preview = await UploadAsync(browser);
        using var unseen = await PostAsync(browser, preview, "Enter");
        unseen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(unseen)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("已逐条核对");

        using var chosen = await PostAsync(browser, preview, "Review", ("Columns[0_2]", "Other"), ("Columns[0_5]", "Place"));
        var reviewed = await Browser.ReadAsync(chosen);
        reviewed.QuerySelector("#rows tbody tr")!.TextContent.ShouldContain("路口");
        using var done = await PostAsync(browser, reviewed, "Enter", ("Seen", "true"));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.SingleAsync(a => a.Status == ActivityStatus.Entered && a.Place == "路口")).Mark.ShouldBe(EntryMark.History);
        (await db.Activities.SingleAsync(a => a.Title == "清明祭扫")).Status.ShouldBe(ActivityStatus.Draft);
    }

    [Theory, OnSqlite]
    public async Task Faults_Download_CarriesMessagesBesideTheRows(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var copy = await PostAsync(browser, await UploadAsync(browser), "Faults");
        var sheet = SpreadsheetReader.Read("副本", await copy.Content.ReadAsStreamAsync()).ShouldHaveSingleItem();
        sheet.Rows.Select(r => r.Cells[^1]).ShouldBe(["问题", "", "时间：日期“某日”无法识别，请写成2026年3月5日、2026-03-05或2026年3月的形式。", "", ""]);
    }

    [Theory]
    [InlineData("台账.xlsx", "不是表格", "不是表格文件")]
    [InlineData("机密台账.xlsx", "PK", "机密")]
    [InlineData("空.xlsx", "", "请选择")]
    public async Task Upload_WhatIsNoLedger_IsRefusedInAPage(string name, string content, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var answer = await browser.SubmitAsync("/activities/import", [], (name, System.Text.Encoding.UTF8.GetBytes(content)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
    }

    [Theory, OnSqlite]
    public async Task Import_RowOfATalk_LeavesNothingButThatItWasHeld(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var file = TestSpreadsheet.Of(new TestSheet("2025年", [["时间", "活动名称", "地点", "类型", "内容"], ["3月5日", "与郑文海谈心谈话", "三楼", "谈心谈话", "反映家庭困难"]]));
        using var uploaded = await browser.SubmitAsync("/activities/import", [], ("台账.xlsx", file));
        using var done = await PostAsync(browser, await Browser.ReadAsync(uploaded), "Drafts");
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var talk = await db.Activities.Include(a => a.Kinds).SingleAsync();
        (talk.Title, talk.Text, talk.Place, talk.KindIds.Single()).ShouldBe(("谈心谈话", "", "", "talk"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Lists_Export_GivesARealSpreadsheetOfEach(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "=办公室" });
        await office.Ledger.NewActivityAsync(office.Unit, "走访", a => a.OfKinds("visit"));
        var browser = await office.SignInAsync(Role.Administrator);
        foreach (var address in new[]
        {
            "/routines?handler=sheet", "/calendar?handler=sheet", "/calendar?overdue=true&handler=sheet", "/reminders?handler=sheet", "/assessment?handler=sheet", "/assessment?handler=gaps", "/accounts?handler=sheet", "/sign-ins?handler=sheet",
            "/departments?handler=sheet", "/groups?handler=sheet", "/volunteering?handler=sheet", "/volunteering/people?handler=sheet", "/volunteering/certificates?handler=sheet", "/activities.xlsx?handler=evidence", "/incoming-papers?handler=sheet",
        })
        {
            using var response = await browser.GetAsync(address);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            response.Content.Headers.ContentType!.MediaType.ShouldBe(SpreadsheetWriter.MediaType, address);
            var sheet = SpreadsheetReader.Read("表", await response.Content.ReadAsStreamAsync()).ShouldHaveSingleItem(address);
            sheet.Rows.Count.ShouldBeGreaterThan(0, address);
            if (address.StartsWith("/departments", StringComparison.Ordinal))
                sheet.Rows[1][0].ShouldBe("=办公室");
        }
        foreach (var address in new[] { "/departments", "/accounts", "/sign-ins", "/assessment" })
            (await browser.ReadAsync(address)).QuerySelector("a[href*='handler=']").ShouldNotBeNull(address);
    }

    private static async Task<IHtmlDocument> UploadAsync(Browser browser)
    {
        using var uploaded = await browser.SubmitAsync("/activities/import", [], ("台账.xlsx", Ledger));
        uploaded.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Browser.ReadAsync(uploaded);
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, IHtmlDocument page, string handler, params (string Name, string Value)[] fields)
    {
        var form = Browser.FormOf(page);
        form.SetAttribute("action", $"/activities/import?handler={handler}");
        return browser.SubmitAsync(form.GetAttribute("action")!, form, fields);
    }
}
