using System.Net;
using Mingce.Core.Accounts;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>机构人员: departments, groups, people, their import and their rosters.</summary>
public sealed class OrganisationTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Departments_AddedMovedRenamedRemoved_KeepTheirOrder(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var name in new[] { "办公室", "业务科", "信息科" })
            (await browser.SubmitAsync("/departments/new", [("Name", name)])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var twice = await browser.SubmitAsync("/departments/new", [("Name", "办公室")]);
        twice.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var list = await browser.ReadAsync("/departments");
        (await PostAsync(browser, list, "tbody tr:nth-child(3) form", ("Direction", "up"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await NamesAsync(browser)).ShouldBe(["办公室", "信息科", "业务科"]);

        var address = (await browser.ReadAsync("/departments")).QuerySelector("tbody tr:nth-child(2) th a")!.GetAttribute("href")!;
        await browser.SubmitAsync(address, [("Name", "综合科")]);
        (await NamesAsync(browser)).ShouldBe(["办公室", "综合科", "业务科"]);
        await PostAsync(browser, await browser.ReadAsync(address), "form[action$=removal]");
        (await NamesAsync(browser)).ShouldBe(["办公室", "业务科"]);
        // One more by the short form below the list.
        (await PostAsync(browser, await browser.ReadAsync("/departments"), "form[action='/departments/new']", ("Name", "档案室"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await NamesAsync(browser)).ShouldBe(["办公室", "业务科", "档案室"]);

        static async Task<string[]> NamesAsync(Browser browser) => [.. (await browser.ReadAsync("/departments")).QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];
    }

    [Theory, OnSqlite]
    public async Task Edit_LostRace_KeepsWhatWasTypedAndIsSavedWithTheNextTry(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var unit = office.Unit;
        var department = await office.Ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "办公室" });
        var group = await office.Ledger.SaveAsync(unit, new Group { UnitId = unit.Id, Form = "工会", Name = "中心工会" });
        var account = await office.Ledger.NewAccountAsync(unit, Role.Staff);
        var browser = await office.SignInAsync(Role.Administrator);
        foreach (var (address, field) in new[] { ($"/departments/{department.Id}", "Name"), ($"/groups/{group.Id}", "Input.Name"), ($"/accounts/{account.Id}", "Input.DisplayName"), ("/unit", "Input.FullName"), ("/holidays/2026", "Source") })
        {
            var stale = Browser.FormOf(await browser.ReadAsync(address));
            (await browser.SubmitAsync(address, [(field, "先改的")])).StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
            using var lost = await browser.SubmitAsync(address, stale, [(field, "后改的")]);
            lost.StatusCode.ShouldBe(HttpStatusCode.Conflict, address);
            var page = await Browser.ReadAsync(lost);
            page.QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe("后改的", address);
            (await browser.SubmitAsync(address, Browser.FormOf(page), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect, address);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task DepartmentAndGroup_InUse_AreNotRemoved(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var unit = office.Unit;
        var department = await office.Ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "办公室" });
        var group = await office.Ledger.SaveAsync(unit, new Group { UnitId = unit.Id, Form = "工会", Name = "中心工会" });
        var browser = await office.SignInAsync();
        using var made = await browser.SubmitAsync("/activities/new", [("Input.Kind", "visit"), ("Input.Hosts", $"{group.Id}")]);
        await office.Ledger.SaveAsync(unit, new Person { UnitId = unit.Id, Name = "郑文海", DepartmentId = department.Id });

        (await browser.ReadAsync(made.Headers.Location!.ToString())).QuerySelector(".facts")!.TextContent.ShouldContain("中心工会");
        (await browser.ReadAsync($"/activities?host={group.Id}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await browser.ReadAsync($"/activities?host={department.Id}")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        foreach (var address in new[] { $"/departments/{department.Id}", $"/groups/{group.Id}" })
        {
            var page = await browser.ReadAsync(address);
            page.QuerySelector("form[action$=removal]").ShouldBeNull();
            page.Body!.TextContent.ShouldContain("不能删除");
            var token = Browser.FormOf(page).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            await browser.SendAsync(new(HttpMethod.Post, address + "/removal") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });
            await browser.ReadAsync(address);
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Hosts_Changed_KeepThoseOfNameOnly(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var unit = office.Unit;
        var department = await office.Ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "办公室" });
        var activity = await office.Ledger.NewActivityAsync(unit, "走访", a => a.OfKinds("visit").HostedBy("原机关党委"));
        var browser = await office.SignInAsync();
        var page = $"/activities/{activity.Id}/edit";
        (await browser.SubmitAsync(page, [("Input.Hosts", $"{department.Id}"), ("Reason", "补填主办")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector(".facts")!.TextContent.ShouldContain("原机关党委、办公室");
        (await browser.ReadAsync(page)).QuerySelector($"input[value='{department.Id}']")!.HasAttribute("checked").ShouldBeTrue();
        (await browser.SubmitAsync(page, [("Input.Hosts", ""), ("Reason", "主办有误")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector(".facts")!.TextContent.ShouldNotContain("办公室");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Person_EnteredCorrectedAndLeft_IsListedOnTheDaysOfService(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await browser.SubmitAsync("/people/new", [("Input.Name", "郑 文海"), ("Input.Phone", "138 0013 8000"), ("Input.JoinedOn", "2020-01-01")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var row = (await browser.ReadAsync("/people")).QuerySelector("tbody tr")!;
        row.TextContent.ShouldContain("138****8000");
        var address = row.QuerySelector("a")!.GetAttribute("href")!;
        (await browser.SubmitAsync(address, [("Input.Position", "主任")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync(address + "/departure", [("On", "2026-01-10")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.ReadAsync("/people")).QuerySelector("[role=status]")!.TextContent.ShouldContain("2026年1月10日离岗");
        (await browser.ReadAsync("/people")).Body!.TextContent.ShouldNotContain("郑文海");
        (await browser.ReadAsync("/people?on=2026-01-09")).Body!.TextContent.ShouldContain("郑文海");
        (await browser.ReadAsync("/people?on=2019-12-31")).Body!.TextContent.ShouldNotContain("郑文海");
        (await browser.ReadAsync("/people?state=left")).QuerySelector("tbody")!.TextContent.ShouldContain("2026年1月10日");
        using var wrong = await browser.SubmitAsync("/people/new", [("Input.Name", "1"), ("Input.Phone", "123456789")]);
        (await Browser.ReadAsync(wrong)).QuerySelectorAll("[role=alert] li").Length.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Figures_OfFewerThanFive_AreNotTold(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddPeopleAsync(office, 6, "办公室", StaffValues.Member);
        await AddPeopleAsync(office, 4, "业务科", "群众");
        var browser = await office.SignInAsync();
        var whole = (await browser.ReadAsync("/people")).QuerySelector(".people-figures")!.TextContent;
        whole.ShouldContain("10 人");
        whole.ShouldContain("6 人");
        whole.ShouldContain("截至 2026年");
        await using var db = office.Ledger.OpenDb(office.Unit);
        var small = await db.Departments.SingleAsync(d => d.Name == "业务科");
        (await browser.ReadAsync($"/people?department={small.Id}")).QuerySelector(".people-figures").ShouldBeNull();
        var large = await db.Departments.SingleAsync(d => d.Name == "办公室");
        (await browser.ReadAsync($"/people?department={large.Id}&staffing=&q=&on=&state=")).QuerySelector(".people-figures").ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_Upload_IsPreviewedThenConfirmedOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var list = TestSpreadsheet.Of(new TestSheet("编内", [["姓名", "部门", "手机", "身份证号"], ["张三", "办公室", 13800138000L, "420900199001011234"], ["李四", "办公室", "1380013", null]]));
        using var uploaded = await browser.SubmitAsync("/people/import", [], ("名册.xlsx", list));
        uploaded.StatusCode.ShouldBe(HttpStatusCode.OK);
        var preview = await Browser.ReadAsync(uploaded);
        preview.QuerySelector("#faults")!.TextContent.ShouldContain("编内 第 3 行");
        preview.Body!.TextContent.ShouldContain("将新增科室：办公室");
        preview.Body.TextContent.ShouldContain("138****8000");
        await using (var db = office.Ledger.OpenDb(office.Unit))
            (await db.People.AnyAsync()).ShouldBeFalse();

        using var copy = await PostAsync(browser, preview, "form[action$=Faults]");
        var rows = SpreadsheetReader.Read("副本", await copy.Content.ReadAsStreamAsync())[0].Rows;
        rows[2].Cells[^1].ShouldContain("电话号码");
        string.Join('|', rows.SelectMany(r => r.Cells)).ShouldNotContain("4209");

        for (var i = 0; i < 2; i++)
            (await PostAsync(browser, preview, "form[action$=Confirm]")).Headers.Location!.ToString().ShouldBe("/people");
        await using var stored = office.Ledger.OpenDb(office.Unit);
        var person = await stored.People.SingleAsync();
        (person.Name, person.Phone, person.Staffing).ShouldBe(("张三", "13800138000", StaffingKind.Established));
        (await stored.Events.CountAsync(e => e.SubjectId == person.Id)).ShouldBe(1);
    }

    [Theory]
    [InlineData("名册.xlsx", "不是表格", "不是表格文件")]
    [InlineData("机密名册.xlsx", "PK", "机密")]
    [InlineData("空.xlsx", "", "请选择")]
    public async Task Import_WhatIsNoList_IsRefusedInAPage(string name, string content, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        using var answer = await browser.SubmitAsync("/people/import", [], (name, System.Text.Encoding.UTF8.GetBytes(content)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Rosters_AreMaskedUnlessChosenWithAReason(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "=张三", Phone = "13800138000", JoinedOn = new(2020, 1, 1) });
        var head = await office.SignInAsync(Role.Head);
        (await head.ReadAsync("/people")).QuerySelector("a[href^='/people/roster']").ShouldBeNull();
        var masked = await SheetAsync(await head.GetAsync("/people?department=&staffing=&q=&on=&state=&handler=sheet"));
        masked.Rows[1].Cells.ShouldBe(["=张三", "", "", "", "在编在岗", "138****8000", "2020-01-01", ""]);

        var browser = await office.SignInAsync();
        (await browser.SubmitAsync("/people/roster", [("Reason", "")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var whole = await SheetAsync(await browser.SubmitAsync("/people/roster", [("Reason", "编制值班表")]));
        whole.Rows[1][5].ShouldBe("13800138000");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Events.SingleAsync(e => e.Why == "编制值班表")).What.ShouldBe("下载含完整电话的人员名册，1人");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task LedgerExport_Filter_GivesThePageAsTypedCells(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.NewActivityAsync(office.Unit, "=走访", a => { a.OfKinds("visit").HostedBy("办公室"); a.ActualHeadcount = 12; });
        await office.Ledger.NewActivityAsync(office.Unit, "学习", a => a.OfKinds("study"));
        var browser = await office.SignInAsync();
        var link = (await browser.ReadAsync("/activities?kind=visit&q=&from=&to=&host=&evidence=&status=")).QuerySelector("a[href^='/activities.xlsx']")!.GetAttribute("href")!;
        var sheet = await SheetAsync(await browser.GetAsync(link));
        sheet.Rows.Count.ShouldBe(2);
        sheet.Rows[1][3].ShouldBe("=走访");
        sheet.Rows[1][5].ShouldBe("办公室");
        sheet.Rows[1][12].ShouldBe("12");
        sheet.Rows[1][0].ShouldMatch("^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    }

    private static async Task AddPeopleAsync(Office office, int count, string department, string status)
    {
        var row = await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = department });
        for (var i = 0; i < count; i++)
            await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = $"{department}某", DepartmentId = row.Id, PoliticalStatus = status });
    }

    private static async Task<Sheet> SheetAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(SpreadsheetWriter.MediaType);
        return SpreadsheetReader.Read("表", await response.Content.ReadAsStreamAsync()).ShouldHaveSingleItem();
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, AngleSharp.Html.Dom.IHtmlDocument page, string form, params (string Name, string Value)[] fields)
    {
        var found = Browser.FormOf(page, form);
        return browser.SubmitAsync(found.GetAttribute("action")!, found, fields);
    }
}
