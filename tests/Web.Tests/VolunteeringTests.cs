using System.Net;
using Mingce.Core.Accounts;
using Mingce.Core.Assessment;
using Mingce.Core.Activities;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Mingce.Gongwen;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>志愿服务: hours that are imported, hours that are kept here, and the certificates of these.</summary>
public sealed class VolunteeringTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task KeptHours_ConfirmedByASecondPerson_CountOnceTheirPublicityIsOver(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (person, activity) = await AddAsync(office);
        var keeper = await office.SignInAsync();
        using var made = await keeper.SubmitAsync($"/volunteering/lists/new?activity={activity.Id}", [("ActivityId", $"{activity.Id}"), ($"Hours[{person.Id}]", "2.5")]);
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var list = made.Headers.Location!.ToString();
        (await keeper.ReadAsync(list)).Body!.TextContent.ShouldContain("待确认");
        using (var own = await SendAsync(keeper, list, list + "/confirmation"))
            own.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await keeper.ReadAsync(list + "/confirmation")).Body!.TextContent.ShouldContain("须由另一人登录后确认");

        var second = await office.SignInAsync(Role.DeputyHead);
        (await second.SubmitAsync(list + "/confirmation", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            var stored = await db.HoursLists.SingleAsync();
            stored.StateOn(Today(office)).ShouldBe(HoursState.Public);
            (stored.PublicToOn!.Value.DayNumber - Today(office).DayNumber).ShouldBeInRange(9, 20); // 7 working days
        }
        (await keeper.ReadAsync("/volunteering")).QuerySelector(".people-figures dd")!.TextContent.ShouldBe("0小时");
        (await keeper.ReadAsync("/volunteering/people")).QuerySelector("tbody").ShouldBeNull();
        await using (var db = office.Ledger.OpenDb(office.Unit))
            (await db.MinutesByActivityAsync(Today(office))).ShouldBeEmpty();

        office.Ledger.Clock.Now = office.Ledger.Clock.Now.AddDays(21);
        keeper = await office.SignInAsync();
        (await keeper.ReadAsync("/volunteering")).QuerySelector(".people-figures dd")!.TextContent.ShouldBe("2.5小时");
        (await keeper.ReadAsync("/volunteering/people")).QuerySelector("tbody tr")!.TextContent.ShouldContain("2.5小时");
        await using (var db = office.Ledger.OpenDb(office.Unit))
            (await db.MinutesByActivityAsync(Today(office)))[activity.Id].ShouldBe(150);

        (await keeper.SubmitAsync(list + "/withdrawal", [("Reason", "")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await keeper.SubmitAsync(list + "/withdrawal", [("Reason", "时长有误")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await keeper.ReadAsync("/volunteering")).QuerySelector(".people-figures dd")!.TextContent.ShouldBe("0小时");
    }

    [Theory, OnSqlite]
    public async Task Publicity_BeginsOnAWorkingDayOfTheUnit(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (person, activity) = await AddAsync(office);
        var keeper = await office.SignInAsync();
        (await keeper.SubmitAsync("/holidays/2026", [("Source", "本单位通知"), ("Off", "停电检修 3月6日至3月20日"), ("Working", "")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var made = await keeper.SubmitAsync($"/volunteering/lists/new?activity={activity.Id}", [("ActivityId", $"{activity.Id}"), ($"Hours[{person.Id}]", "2")]);
        (await (await office.SignInAsync(Role.DeputyHead)).SubmitAsync(made.Headers.Location + "/confirmation", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.HoursLists.SingleAsync()).PublicFromOn.ShouldBe(new DateOnly(2026, 3, 23));
    }

    [Theory, OnSqlite]
    public async Task NewList_ActivitiesOfTheUnitsOwnKinds_AreOfferedAsTheKindTheyCountAs(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var kind = Guid.CreateVersion7();
        await office.Ledger.SaveAsync(office.Unit, new UnitKind { UnitId = office.Unit.Id, Id = kind, KindId = $"{kind}", Name = "护河行动", CountsAs = "volunteer" });
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "护河", a => a.OfKinds($"{kind}"));
        (await (await office.SignInAsync()).ReadAsync("/volunteering/lists/new")).QuerySelector($"option[value='{activity.Id}']").ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task ValidHours_OfAnActivity_FeedTheScore(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (person, activity) = await AddAsync(office);
        await AddValidAsync(office, person, activity, 90);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var day = Today(office);
        var scheme = SchemeCatalogue.Default(KindCatalogue.LoadDefault()).Load("xiaogan");
        var result = await new SelfAssessment(db).AssessAsync(scheme, new(day.Year, 1, 1), new(day.Year, 12, 31), day);
        result.Input.Records.Single(r => r.Id == activity.Id.ToString()).Measure("小时").ShouldBe(1.5m);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Certificate_OfValidHours_HasItsNumberAndCanBeRevoked(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (person, activity) = await AddAsync(office);
        var keeper = await office.SignInAsync();
        (string, string)[] fields = [("Responsible", "周主任"), ("Handler", "吴干事"), ("Contact", "0712-2851234"), ("PersonId", $"{person.Id}")];
        await AddValidAsync(office, person, activity, 100);
        var form = $"/volunteering/certificates/new?person={person.Id}";
        var page = await keeper.ReadAsync(form);
        for (var i = 0; i < 2; i++)
            (await keeper.SubmitAsync(form, Browser.FormOf(page), fields)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var given = await keeper.SubmitAsync(form, fields);
        var address = given.Headers.Location!.ToString();
        var register = await keeper.ReadAsync("/volunteering/certificates");
        register.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()).ShouldBe([$"志服证〔{Today(office).Year}〕2号", $"志服证〔{Today(office).Year}〕1号"]);

        using var docx = await keeper.GetAsync(address + "?handler=docx");
        var text = DocxReader.ReadText(await docx.Content.ReadAsStreamAsync());
        foreach (var wanted in new[] { "志愿服务记录证明", "郑文海（志愿者编号：ZY001）", "1小时40分", "不含往返路途时间", "周主任", "吴干事", "0712-2851234", $"志服证〔{Today(office).Year}〕2号", "清洁家园", office.Unit.FullName })
            text.ShouldContain(wanted);

        (await keeper.SubmitAsync(address + "/revocation", [("Reason", "重复出具")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await keeper.ReadAsync(address)).Body!.TextContent.ShouldContain("重复出具");
        (await keeper.GetAsync(address + "?handler=docx")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_OfASystemsExport_MatchesPeopleAndAddsNothingTwice(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var unit = office.Unit;
        var (person, _) = await AddAsync(office);
        var other = await office.Ledger.SaveAsync(unit, new Department { UnitId = unit.Id, Name = "业务科" });
        await office.Ledger.SaveAsync(unit, new Person { UnitId = unit.Id, Name = "李四" });
        await office.Ledger.SaveAsync(unit, new Person { UnitId = unit.Id, Name = "李四", DepartmentId = other.Id });
        var export = TestSpreadsheet.Of(new TestSheet("服务记录", [
            ["姓名", "身份证号码", "志愿者编号", "项目名称", "服务开始时间", "服务结束时间", "服务时长（小时）", "所属组织", "部门"],
            ["郑文海", "420900199001011234", "ZY001", "文明交通", "2026-01-05 08:30", "2026-01-05 11:00", 2.5, "志愿服务队", null],
            ["李四", null, null, "文明交通", "2026-01-05 08:30", "2026-01-05 11:00", "2小时30分", null, "业务科"],
            ["李四", null, null, "文明交通", "2026-01-05 08:30", "2026-01-05 11:00", 2, null, null],
            ["王某", null, null, "文明交通", "2026-01-05", null, 2, null, null],
            ["郑文海", null, null, "文明交通", "2026-01-06", null, 30, null, null]]));
        var keeper = await office.SignInAsync();
        using var uploaded = await keeper.SubmitAsync("/volunteering/import", [], ("时长.xlsx", export));
        var preview = await Browser.ReadAsync(uploaded);
        preview.QuerySelector(".import-sums")!.TextContent.ShouldContain("新记录 2 条，2 人，5小时");
        preview.QuerySelectorAll("#faults tbody td").Select(td => td.TextContent).ShouldSatisfyAllConditions(
            faults => faults.Count().ShouldBe(3), faults => faults.ShouldContain(f => f.Contains("有2位")), faults => faults.ShouldContain(f => f.Contains("名册中没有")), faults => faults.ShouldContain(f => f.Contains("超过一天")));
        preview.Body!.TextContent.ShouldContain("“身份证号码”列不导入也不保存");
        for (var i = 0; i < 2; i++)
        {
            var form = Browser.FormOf(preview, "form[action$=Confirm]");
            (await keeper.SubmitAsync(form.GetAttribute("action")!, form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }
        await using var db = office.Ledger.OpenDb(unit);
        (await db.HoursEntries.Where(e => e.PersonId == person.Id).Select(e => e.Minutes).ToListAsync()).ShouldBe([150]);
        (await db.HoursEntries.CountAsync()).ShouldBe(2);
        (await keeper.ReadAsync("/volunteering/people")).QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()).ShouldBe(["郑文海", "李四"]);
        using var none = await keeper.SubmitAsync("/volunteering/certificates/new", [("PersonId", $"{person.Id}"), ("From", "2026-01-01"), ("To", "2026-12-31"), ("Responsible", "周"), ("Handler", "吴"), ("Contact", "1")]);
        (await Browser.ReadAsync(none)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("请在原系统出具");
        (await keeper.SubmitAsync($"/people/{person.Id}/removal", [("Reason", "录错")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_HoursOfARegisteredActivity_CountForIt_AndUnapprovedOnesAreLeftOut(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (person, activity) = await AddAsync(office);
        var other = await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "李四" });
        var day = $"{activity.FromOn:yyyy-MM-dd}";
        var export = TestSpreadsheet.Of(new TestSheet("服务记录", [
            ["志愿者姓名", "志愿者编号", "项目名称", "活动开始时间", "活动结束时间", "服务时长", "认定状态"],
            ["郑文海", "ZY001", "清洁 家园", $"{day} 08:30", $"{day} 11:00", 2.5, "已认定"],
            ["李四", "4312020000012345", "清洁家园", $"{day} 08:30", $"{day} 10:00", 1.5, "已认定"],
            ["李四", "4312020000012345", "清洁家园", $"{day} 14:00", $"{day} 15:00", 1, "待认定"]]));
        var keeper = await office.SignInAsync();
        using var uploaded = await keeper.SubmitAsync("/volunteering/import", [], ("时长.xlsx", export));
        var preview = await Browser.ReadAsync(uploaded);
        preview.QuerySelector("#faults tbody td")!.TextContent.ShouldContain("“待认定”的时长不导入");
        preview.QuerySelectorAll($"a[href='/activities/{activity.Id}']").Length.ShouldBe(2);
        var form = Browser.FormOf(preview, "form[action$=Confirm]");
        (await keeper.SubmitAsync(form.GetAttribute("action")!, form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.MinutesByActivityAsync(Today(office))).ShouldBe(new Dictionary<Guid, int> { [activity.Id] = 240 });
        (await db.People.SingleAsync(p => p.Id == other.Id)).VolunteerNumber.ShouldBe("4312020000012345");
        // The other system answers for them: they are not kept here as well.
        using var twice = await keeper.SubmitAsync("/volunteering/lists/new", [("ActivityId", $"{activity.Id}"), ($"Hours[{person.Id}]", "2.5")]);
        (await Browser.ReadAsync(twice)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("已从志愿服务系统导入");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Hours_AreSeenByThePersonAndThoseWhoKeepThem(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (person, activity) = await AddAsync(office);
        await AddValidAsync(office, person, activity, 60);
        var staff = await office.SignInAsync(Role.Staff);
        foreach (var address in new[] { "/volunteering", "/volunteering/people", "/volunteering/certificates" })
            (await staff.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
        (await staff.ReadAsync("/my-hours")).Body!.TextContent.ShouldContain("还没有对应到人员名册");
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            var account = await db.Accounts.SingleAsync(a => a.Role == Role.Staff);
            account.PersonId = person.Id;
            db.Record(office.Ledger.Change, account, "对应人员");
            await db.SaveChangesAsync();
        }
        (await staff.ReadAsync("/my-hours")).QuerySelector("tbody")!.TextContent.ShouldContain("清洁家园");
    }

    [Theory]
    [InlineData("2", 120)]
    [InlineData("2.5", 150)]
    [InlineData("2小时30分", 150)]
    [InlineData("2小时30分钟", 150)]
    [InlineData("2:30", 150)]
    [InlineData("90分钟", 90)]
    [InlineData("2小时", 120)]
    [InlineData("０.５", 30)]
    [InlineData("", null)]
    [InlineData("-2", null)]
    [InlineData("0", null)]
    [InlineData("两小时", null)]
    public void Read_HoursAsWritten_AreMinutes(string typed, int? minutes) => HoursText.Read(typed).ShouldBe(minutes);

    [Theory, OnSqlite]
    public async Task Publicity_FewerDaysThanAnyRuleAllows_IsRefused(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var keeper = await office.SignInAsync();
        (await keeper.SubmitAsync("/volunteering/publicity", [("Days", "2")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await keeper.SubmitAsync("/volunteering/publicity", [("Days", "3")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await keeper.ReadAsync("/volunteering/publicity")).QuerySelector("#Days")!.GetAttribute("value").ShouldBe("3");
    }

    private static DateOnly Today(Office office) => Mingce.Core.OfficeCalendar.Today(office.Ledger.Clock);

    private static async Task<(Person Person, Activity Activity)> AddAsync(Office office)
    {
        var unit = office.Unit;
        var person = await office.Ledger.SaveAsync(unit, new Person { UnitId = unit.Id, Name = "郑文海", VolunteerNumber = "ZY001" });
        return (person, await office.Ledger.NewActivityAsync(unit, "清洁家园", a => a.OfKinds("volunteer")));
    }

    private static async Task AddValidAsync(Office office, Person person, Activity activity, int minutes)
    {
        var unit = office.Unit;
        var list = new HoursList { UnitId = unit.Id, Source = HoursSource.Own, Title = activity.Title, ActivityId = activity.Id, EnteredById = Guid.CreateVersion7(), EnteredBy = "吴干事", EnteredAt = office.Ledger.Clock.Now };
        list.Entries.Add(new() { UnitId = unit.Id, ListId = list.Id, Ordinal = 0, PersonId = person.Id, FromOn = activity.FromOn, ToOn = activity.ToOn, Minutes = minutes, Project = activity.Title });
        list.Confirm("周主任", office.Ledger.Clock.Now, Today(office).AddDays(-30), HoursList.DefaultPublicityDays, Mingce.Rules.Routines.OfficeDays.WeekendsOnly);
        await office.Ledger.SaveAsync(unit, list);
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string page, string address)
    {
        var token = (await browser.ReadAsync(page)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.SendAsync(new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });
    }
}
