using System.Net;
using AngleSharp.Html.Dom;
using Mingce.Core.Accounts;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>任务清单 through its pages. The clock stands on Thursday, 5 March 2026.</summary>
public sealed class WorkItemTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Task_FromEntryToClosure_KeepsItsStepsAndRecords(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var department = await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "办公室" });
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/work-items/new?list=Practical",
            [("Input.Title", "增设母婴室"), ("Input.Leads", $"{department.Id}"), ("Input.People", "李华"), ("Input.Target", "1 间"), ("Input.DueOn", "2026-03-31"), ("Input.Text", "一楼大厅")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = saved.Headers.Location!.ToString();
        var page = await browser.ReadAsync(address);
        page.QuerySelector("[role=status]")!.TextContent.ShouldContain("李华不在人员名册中");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("办公室");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("1间");

        (await browser.SubmitAsync($"{address}/progress", [("Percent", "40"), ("Text", "已选定房间")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync(address)).QuerySelector(".page-head")!.TextContent.ShouldContain("进行中 40%");
        using var untold = await browser.SubmitAsync($"{address}/closure", [("Text", "")]);
        untold.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync($"{address}/closure", [("Text", "母婴室已启用")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        // One step to the record; it is linked by itself.
        page = await browser.ReadAsync(address);
        var register = page.QuerySelectorAll("a").Single(a => a.TextContent == "登记为活动").GetAttribute("href")!;
        register.ShouldStartWith("/activities/new?kind=practical-task");
        using var registered = await browser.SubmitAsync(register, []);
        registered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync(address)).QuerySelector("#activities")!.TextContent.ShouldContain("增设母婴室");
        (await browser.ReadAsync(registered.Headers.Location!.ToString())).QuerySelector("#shown-tasks")!.TextContent.ShouldContain("已办结");

        var published = (await browser.ReadAsync("/work-items/practical-tasks")).QuerySelector("tbody")!.TextContent;
        published.ShouldContain("已选定房间");
        published.ShouldContain("母婴室已启用");
        (await browser.GetAsync($"{address}/closure")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Problem_IsRecheckedByAnotherPersonAndReturnedWithTheReason(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var first = await office.SignInAsync();
        var second = await office.SignInAsync(Role.DeputyHead);
        using var unfound = await first.SubmitAsync("/work-items/new?list=Rectification", [("Input.Title", "消防通道堆放杂物")]);
        (await Browser.ReadAsync(unfound)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("请选择发现途径");
        using var saved = await first.SubmitAsync("/work-items/new?list=Rectification",
            [("Input.Title", "消防通道堆放杂物"), ("Input.Finding", "Inspection"), ("Input.FoundOn", "2026-03-02"), ("Input.Measure", "立即清理，每周巡查"), ("Input.DueOn", "2026-03-04")]);
        var address = saved.Headers.Location!.ToString();
        (await first.ReadAsync(address)).QuerySelector(".page-head")!.TextContent.ShouldContain("逾期 1 天");

        (await first.SubmitAsync($"{address}/closure", [("Text", "已清理")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await first.ReadAsync(address);
        page.QuerySelector("main")!.TextContent.ShouldContain("待另一人复查");
        (await first.GetAsync($"{address}/review")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await second.SubmitAsync($"{address}/review", [("Result", "return"), ("Text", "通道尽头仍有杂物")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await first.ReadAsync(address)).QuerySelector(".history")!.TextContent.ShouldContain("通道尽头仍有杂物");
        (await first.SubmitAsync($"{address}/closure", [("Text", "全部清理")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await second.SubmitAsync($"{address}/review", [("Result", "pass"), ("Text", "现场已清空")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var item = await db.WorkItems.Include(i => i.Steps).SingleAsync();
        (item.Status, item.ClosedOn).ShouldBe((WorkStatus.Closed, new(2026, 3, 5)));
        item.Steps.OrderBy(s => s.Ordinal).Select(s => s.Form).ShouldBe([WorkStepForm.Rectified, WorkStepForm.Returned, WorkStepForm.Rectified, WorkStepForm.Passed]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Withdrawal_AndReopening_NameTheirReasons(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var item = await AddAsync(office, "清理楼道");
        var browser = await office.SignInAsync();
        var address = $"/work-items/{item.Id}";
        (await browser.SubmitAsync($"{address}/withdrawal", [("Text", "上级取消")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync("/work-items?status=open")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        // A form that was open meanwhile.
        using var late = await browser.GetAsync($"{address}/progress");
        late.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync($"{address}/reopening", [("Text", "恢复此项工作")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var history = (await browser.ReadAsync(address)).QuerySelector(".history")!.TextContent;
        history.ShouldContain("上级取消");
        history.ShouldContain("恢复此项工作");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Step_OnATaskClosedMeanwhile_Is409AndKeepsTheText(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var item = await AddAsync(office, "清理楼道");
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync($"/work-items/{item.Id}/progress"));
        (await browser.SubmitAsync($"/work-items/{item.Id}/closure", [("Text", "已清理")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var late = await browser.SubmitAsync($"/work-items/{item.Id}/progress", form, [("Text", "清理了三楼")]);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ReadAsync(late)).QuerySelector("textarea")!.TextContent.ShouldContain("清理了三楼");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Progress_SentTwice_IsOneStep(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var item = await AddAsync(office, "清理楼道");
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync($"/work-items/{item.Id}/progress"));
        foreach (var text in new[] { "清理了三楼", "清理了三楼", "清理了四楼" })
            (await browser.SubmitAsync($"/work-items/{item.Id}/progress", form, [("Text", text)])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync($"/work-items/{item.Id}/closure", [("Text", "清理了四楼")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var stored = await db.WorkItems.Include(i => i.Steps).SingleAsync();
        (stored.Status, string.Join('、', stored.Steps.OrderBy(s => s.Ordinal).Select(s => s.Text))).ShouldBe((WorkStatus.Closed, "清理了三楼、清理了四楼、清理了四楼"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Edit_LostRace_Is409AndKeepsTheText(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var item = await AddAsync(office, "清理楼道");
        var browser = await office.SignInAsync();
        var form = Browser.FormOf(await browser.ReadAsync($"/work-items/{item.Id}/edit"));
        (await browser.SubmitAsync($"/work-items/{item.Id}/edit", [("Input.DueOn", "2026-04-30"), ("Reason", "延后")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var lost = await browser.SubmitAsync($"/work-items/{item.Id}/edit", form, [("Input.Title", "清理楼道和楼顶"), ("Reason", "扩大范围")]);
        lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.ReadAsync(lost)).QuerySelector("[name='Input.Title']")!.GetAttribute("value").ShouldBe("清理楼道和楼顶");
        (await browser.ReadAsync($"/work-items/{item.Id}")).QuerySelector("main")!.TextContent.ShouldContain("完成时限由长期坚持改为2026年4月30日（延后）");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Lists_FilterAndOwnTasks_ShowWhatTheySay(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var department = await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "办公室" });
        var person = await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "李华", DepartmentId = department.Id });
        await AddAsync(office, "李华的任务", i => i.AssignedTo(new Responsible(BodyPart.Person, "李华", PersonId: person.Id)), new(2026, 3, 6));
        await AddAsync(office, "办公室的任务", i => i.AssignedTo(new Responsible(BodyPart.Lead, "办公室", DepartmentId: department.Id)), new(2026, 3, 1));
        await AddAsync(office, "别人的任务", null, new(2026, 3, 5));
        await AddAsync(office, "去年的任务", i => i.Year = 2025);
        var account = new Account { UnitId = office.Unit.Id, Name = "lihua", DisplayName = "李华", Role = Role.Staff, PersonId = person.Id };
        account.SetPassword(TestLedger.Password);
        await office.Ledger.SaveAsync(office.Unit, account);
        var browser = office.Visit();
        await browser.SignInAsync("lihua");

        (await TitlesAsync("/work-items")).ShouldBe(["办公室的任务", "别人的任务", "李华的任务", "去年的任务"]);
        (await TitlesAsync("/work-items?mine=true")).ShouldBe(["李华的任务"]);
        (await TitlesAsync("/work-items?status=overdue")).ShouldBe(["办公室的任务"]);
        (await TitlesAsync("/work-items?status=soon")).ShouldBe(["别人的任务", "李华的任务"]);
        (await TitlesAsync($"/work-items?body={department.Id}")).ShouldBe(["办公室的任务"]);
        (await TitlesAsync($"/work-items?person={person.Id}")).ShouldBe(["李华的任务"]);
        (await TitlesAsync("/work-items?year=2025")).ShouldBe(["去年的任务"]);
        (await TitlesAsync("/work-items?q=别人")).ShouldBe(["别人的任务"]);
        // The workbench of staff: the own and the department's, overdue first.
        (await browser.ReadAsync("/")).QuerySelectorAll("#work-items a.grow").Select(a => a.TextContent).ShouldBe(["办公室的任务", "李华的任务"]);
        // That of the coordinator: all of the unit.
        (await (await office.SignInAsync()).ReadAsync("/")).QuerySelectorAll("#work-items a.grow").Length.ShouldBe(3);

        async Task<IEnumerable<string>> TitlesAsync(string address) => (await browser.ReadAsync(address)).QuerySelectorAll("tbody th a").Select(a => a.TextContent);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task OwnTasks_OfTheHolder_AreThoseOfTheStandInToo(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var person = await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "张强" });
        await AddAsync(office, "张强的任务", i => i.AssignedTo(new Responsible(BodyPart.Person, "张强", PersonId: person.Id)), new(2026, 3, 6));
        var holder = new Account { UnitId = office.Unit.Id, Name = "zhang", Role = Role.Staff, PersonId = person.Id };
        holder.SetPassword(TestLedger.Password);
        await office.Ledger.SaveAsync(office.Unit, holder);
        var deputy = await office.Ledger.NewAccountAsync(office.Unit, Role.Staff, "lisi");
        var browser = office.Visit();
        await browser.SignInAsync("lisi");
        (await browser.ReadAsync("/work-items?mine=true")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        await office.Ledger.SaveAsync(office.Unit, new StandIn { UnitId = office.Unit.Id, HolderId = holder.Id, DeputyId = deputy.Id, FromOn = new(2026, 3, 5), ToOn = new(2026, 3, 5), Reason = "出差" });
        (await browser.ReadAsync("/work-items?mine=true")).QuerySelector("tbody")!.TextContent.ShouldContain("张强的任务");
        (await browser.ReadAsync("/")).QuerySelector("#work-items")!.TextContent.ShouldContain("张强的任务");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Step_ByWhomTheTaskDoesNotName_IsRefusedUnlessItNamesNobody(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var department = await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "办公室" });
        var member = await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "李华", DepartmentId = department.Id });
        var other = await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "张强" });
        var ofOffice = await AddAsync(office, "办公室的任务", i => i.AssignedTo(new Responsible(BodyPart.Lead, "办公室", DepartmentId: department.Id)));
        var ofZhang = await AddAsync(office, "张强的任务", i => i.AssignedTo(new Responsible(BodyPart.Person, "张强", PersonId: other.Id)));
        var ofNobody = await AddAsync(office, "大家的任务", i => i.AssignedTo(new Responsible(BodyPart.Lead, "各科室")));
        var li = await SignInAsync("li", member.Id);
        var zhang = await SignInAsync("zhang", other.Id);

        (await StatusAsync(li, ofOffice)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Redirect));
        (await StatusAsync(li, ofZhang)).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
        (await StatusAsync(zhang, ofZhang)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Redirect));
        (await StatusAsync(zhang, ofOffice)).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));
        (await StatusAsync(zhang, ofNobody)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Redirect));
        (await StatusAsync(await office.SignInAsync(), ofZhang)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Redirect));
        (await li.ReadAsync($"/work-items/{ofZhang.Id}")).QuerySelectorAll("main a[href$='/closure'], main a[href$='/activities']").ShouldBeEmpty();
        (await li.GetAsync($"/work-items/{ofZhang.Id}/activities")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // AB角 takes the duty over, and loses it with its end.
        var standIn = await StandInAsync(office, "zhang", "li");
        (await StatusAsync(li, ofZhang)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Redirect));
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            var stored = await db.StandIns.SingleAsync(s => s.Id == standIn);
            stored.Revoke(office.Ledger.Clock.Now);
            db.Record(new("测试员", office.Ledger.Clock.Now), stored, "撤销代理");
            await db.SaveChangesAsync();
        }
        (await StatusAsync(li, ofZhang)).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden));

        async Task<Browser> SignInAsync(string name, Guid personId)
        {
            var account = new Account { UnitId = office.Unit.Id, Name = name, Role = Role.Staff, PersonId = personId };
            account.SetPassword(TestLedger.Password);
            await office.Ledger.SaveAsync(office.Unit, account);
            var browser = office.Visit();
            await browser.SignInAsync(name);
            return browser;
        }

        async Task<(HttpStatusCode Get, HttpStatusCode Post)> StatusAsync(Browser browser, WorkItem item)
        {
            using var got = await browser.GetAsync($"/work-items/{item.Id}/progress");
            // The token of a form that the account may open serves for one that it may not.
            var form = Browser.FormOf(await browser.ReadAsync("/stand-ins/new"));
            var token = form.Elements.OfType<IHtmlInputElement>().Single(i => i.Name == "__RequestVerificationToken").Value;
            using var content = new FormUrlEncodedContent([new("Text", "有进展"), new("__RequestVerificationToken", token)]);
            using var posted = await browser.SendAsync(new(HttpMethod.Post, $"/work-items/{item.Id}/progress") { Content = content });
            return (got.StatusCode, posted.StatusCode);
        }
    }

    private static async Task<Guid> StandInAsync(Office office, string holder, string deputy)
    {
        await using var db = office.Ledger.OpenDb(office.Unit);
        var ids = await db.Accounts.Where(a => a.Name == holder || a.Name == deputy).ToDictionaryAsync(a => a.Name, a => a.Id);
        return (await office.Ledger.SaveAsync(office.Unit, new StandIn { UnitId = office.Unit.Id, HolderId = ids[holder], DeputyId = ids[deputy], FromOn = new(2026, 3, 5), ToOn = new(2026, 3, 5), Reason = "出差" })).Id;
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Parts_OfATask_StandUnderItAndHaveNoParts(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var whole = await AddAsync(office, "志愿服务", null, new(2026, 11, 30));
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync($"/work-items/new?parent={whole.Id}", [("Input.Title", "学雷锋月活动")]);
        var part = await browser.ReadAsync(saved.Headers.Location!.ToString());
        part.QuerySelector(".facts")!.TextContent.ShouldContain("2026年11月30日");
        part.QuerySelector("main")!.TextContent.ShouldNotContain("分解任务");
        (await browser.ReadAsync($"/work-items/{whole.Id}")).QuerySelector("main")!.TextContent.ShouldContain("学雷锋月活动");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Activities_ChosenAndTakenBack_AreLinked(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var item = await AddAsync(office, "清扫路段");
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "路段清扫活动", a => a.OfKinds("clean-up"));
        var browser = await office.SignInAsync(Role.Staff);
        var form = Browser.FormOf(await browser.ReadAsync($"/work-items/{item.Id}/activities?q=清扫"));
        (await browser.SubmitAsync($"/work-items/{item.Id}/activities", form, [("Chosen", $"{activity.Id}")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync($"/work-items/{item.Id}")).QuerySelector("#activities")!.TextContent.ShouldContain("路段清扫活动");
        using var taken = await browser.SubmitAsync($"/work-items/{item.Id}/activities", [("Chosen", "")]);
        taken.Headers.Location!.ToString().ShouldBe($"/work-items/{item.Id}#activities");
        (await browser.ReadAsync($"/work-items/{item.Id}")).QuerySelector("#activities")!.TextContent.ShouldNotContain("路段清扫活动");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Export_List_HoldsWhatThePageShows(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await AddAsync(office, "=清理楼道", i => i.List = WorkList.Practical, new(2026, 3, 1));
        var browser = await office.SignInAsync();
        var rows = await RowsAsync("/work-items?handler=sheet");
        rows[0].Cells[1].ShouldBe("任务");
        rows[1].Cells.Take(2).ShouldBe(["我为群众办实事", "=清理楼道"]);
        rows[1].Cells[7].ShouldBe("2026-03-01");
        rows[1].Cells[8].ShouldBe("逾期");
        (await RowsAsync("/work-items/practical-tasks?handler=sheet&year=2026"))[0].Cells.ShouldBe(["序号", "实事内容", "责任科室", "责任人", "完成时限", "进展情况", "完成情况"]);

        async Task<IReadOnlyList<SheetRow>> RowsAsync(string address)
        {
            using var answer = await browser.GetAsync(address);
            await using var content = await answer.Content.ReadAsStreamAsync();
            return SpreadsheetReader.Read("清单.xlsx", content).Single().Rows;
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_PlanAsOfficesHaveIt_IsLookedAtAndEnteredOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "办公室" });
        var plan = TestSpreadsheet.Of(new TestSheet("计划",
        [
            ["2026年文明创建工作计划", null, null, null, null],
            ["序号", "重点工作", "具体任务", "责任科室", "责任人", "完成时限", "目标"],
            [1, "志愿服务", "学雷锋月活动", "办公室", "李华", "3月底前", "3场"],
            [2, "志愿服务", "路口值守", "各科室", "", "长期坚持", "秩序良好"],
            [3, "环境整治", "清扫路段", "办公室", "", "适时", ""],
        ]));
        var browser = await office.SignInAsync();
        using var looked = await browser.SubmitAsync("/work-items/import", [("List", "Plan")], ("计划（李华13800138000）.xlsx", plan));
        looked.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Browser.ReadAsync(looked);
        page.QuerySelector(".import-sums")!.TextContent.ShouldContain("可导入 2 项");
        page.QuerySelector("#faults")!.TextContent.ShouldContain("“适时”无法识别");
        // Whoever the unit does not know is told before, and so is what the row says besides.
        page.QuerySelector(".notice")!.TextContent.ShouldContain("李华、各科室。");
        page.QuerySelector("main")!.TextContent.ShouldContain("目标：秩序良好");
        var form = Browser.FormOf(page, "form[action='/work-items/import?handler=Confirm']");
        (await browser.SubmitAsync("/work-items/import", form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync("/work-items/import", form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(office.Unit);
        var items = await db.WorkItems.Include(i => i.Bodies).ToDictionaryAsync(i => i.Title);
        items.Values.Select(i => (i.Title, i.DueOn, i.TargetHundredths))
            .ShouldBe([("志愿服务", null, null), ("学雷锋月活动", new(2026, 3, 31), 300), ("路口值守", null, null)], ignoreOrder: true);
        items.Values.Where(i => i.ParentId == items["志愿服务"].Id).Select(i => i.Title).ShouldBe(["学雷锋月活动", "路口值守"], ignoreOrder: true);
        items["学雷锋月活动"].Bodies.Single(b => b.Part == BodyPart.Lead).DepartmentId.ShouldNotBeNull();
        items["路口值守"].Bodies.Single().Name.ShouldBe("各科室");
        items["路口值守"].Text.ShouldContain("秩序良好");
        (await db.Events.Where(e => e.Subject == nameof(WorkItem)).Select(e => e.Why).Distinct().SingleAsync()).ShouldBe("导入 计划（李华138****8000）.xlsx");
    }

    [Theory]
    [InlineData("Input.Title", "", "请填写任务名称")]
    [InlineData("Input.Target", "若干场", "目标应为数字加单位")]
    [InlineData("Input.FoundOn", "2026-03-06", "不能晚于今天")]
    public async Task New_WhatWillNotDo_Is422AndKeepsTheRest(string field, string value, string reason)
    {
        await using var office = await Office.OpenAsync(Provider.Sqlite);
        var browser = await office.SignInAsync();
        var fields = new Dictionary<string, string> { ["Input.Title"] = "清理楼道", ["Input.List"] = "Other", ["Input.Text"] = "每层都要清理", [field] = value };
        using var answer = await browser.SubmitAsync("/work-items/new", fields.Select(f => (f.Key, f.Value)));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(reason);
        page.QuerySelector("[name='Input.Text']")!.TextContent.ShouldContain("每层都要清理");
    }

    private static Task<WorkItem> AddAsync(Office office, string title, Action<WorkItem>? adjust = null, DateOnly? due = null)
    {
        var item = new WorkItem { UnitId = office.Unit.Id, Title = title, List = WorkList.Other, Year = 2026, DueOn = due, EnteredAt = office.Ledger.Clock.Now };
        adjust?.Invoke(item);
        return office.Ledger.SaveAsync(office.Unit, item);
    }
}
