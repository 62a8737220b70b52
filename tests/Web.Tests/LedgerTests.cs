using System.Net;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>活动台账: one filter for table, timeline, gallery and sheet; captions and history of a record.</summary>
public sealed class LedgerTests
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ledger_EveryFilter_HoldsForAllViewsAndTheSheet(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var department = await office.Ledger.SaveAsync(office.Unit, new Department { UnitId = office.Unit.Id, Name = "办公室" });
        var group = await office.Ledger.SaveAsync(office.Unit, new Group { UnitId = office.Unit.Id, Form = "工会", Name = "工会" });
        var wanted = await office.Ledger.NewActivityAsync(office.Unit, "重阳走访", a =>
        {
            (a.Campaign, a.Source, a.Place) = ("双城同创", ActivitySource.Assigned, "北门社区");
            a.OfKinds("visit").During(Period.Of(new(2026, 2, 11)));
            a.Hosts.AddRange([
                new() { UnitId = a.UnitId, ActivityId = a.Id, Ordinal = 0, Name = "办公室", DepartmentId = department.Id },
                new() { UnitId = a.UnitId, ActivityId = a.Id, Ordinal = 1, Name = "工会", GroupId = group.Id }]);
        });
        await AddPhotoAsync(office, wanted, "合影.png");
        var other = await office.Ledger.NewActivityAsync(office.Unit, "集中学习", a => a.OfKinds("study"));
        await using (var content = new MemoryStream([1]))
            await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, other, "讲稿.pdf", content, false, office.Ledger.Clock.Now, default));
        await office.Ledger.NewActivityAsync(office.Unit, "草稿一份", a => a.Status = ActivityStatus.Draft);
        var browser = await office.SignInAsync();

        foreach (var query in new[]
        {
            "kind=visit", "campaign=双城同创", "from=2026-02-01&to=2026-02-28", $"host={group.Id}", $"department={department.Id}", $"host={department.Id}", "evidence=photo", "source=Assigned", "q=北门", "status=all&q=重阳",
        })
        {
            var table = await browser.ReadAsync($"/activities?{query}");
            table.QuerySelectorAll("tbody th").Select(t => t.TextContent).ShouldBe(["重阳走访"], query);
            (await browser.ReadAsync($"/activities?{query}&view=timeline")).QuerySelectorAll(".timeline .grow").Select(t => t.TextContent).ShouldBe(["重阳走访"], query);
            (await browser.ReadAsync($"/activities?{query}&view=gallery")).QuerySelectorAll(".gallery li").Length.ShouldBe(1, query);
            (await SheetTitlesAsync(browser, $"/activities.xlsx?{query}")).ShouldBe(["重阳走访"], query);
            // The other views carry the filter on.
            foreach (var tab in table.QuerySelectorAll(".tabs a").Skip(1))
                (await browser.ReadAsync(tab.GetAttribute("href")!)).Body!.TextContent.ShouldContain("共 1 条");
        }
        foreach (var (query, titles) in new (string, string[])[] { ("evidence=document", ["集中学习"]), ("evidence=link", []), ("source=Joint", []), ("evidence=", ["集中学习", "重阳走访"]), ("status=draft", ["草稿一份"]) })
            (await browser.ReadAsync($"/activities?{query}")).QuerySelectorAll("tbody th").Select(t => t.TextContent).ShouldBe(titles, query);
        (await browser.ReadAsync("/activities?evidence=photo")).QuerySelector(".filter-more")!.HasAttribute("open").ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Ledger_ManyRecords_IsPagedInEveryViewAndSize(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        for (var i = 0; i < 27; i++)
            await office.Ledger.NewActivityAsync(office.Unit, $"活动{i}", a => a.During(Period.Of(new DateOnly(2026, 1, 1).AddDays(i))));
        var browser = await office.SignInAsync();
        var first = await browser.ReadAsync("/activities?view=timeline&q=活动");
        first.QuerySelectorAll(".timeline .grow").Length.ShouldBe(25);
        first.QuerySelector(".timeline h2")!.TextContent.ShouldBe("2026年1月 25 条");
        var next = await browser.ReadAsync("/activities" + first.QuerySelectorAll(".pager a").First(a => a.TextContent == "下一页").GetAttribute("href"));
        next.QuerySelectorAll(".timeline .grow").Length.ShouldBe(2);
        (await browser.ReadAsync(first.QuerySelectorAll(".page-sizes a")[1].GetAttribute("href")!)).QuerySelectorAll(".timeline .grow").Length.ShouldBe(27);
        (await browser.ReadAsync("/activities?size=7")).QuerySelectorAll("tbody tr").Length.ShouldBe(25);
        (await browser.ReadAsync("/activities?view=gallery")).QuerySelector(".empty")!.TextContent.ShouldContain("还没有照片");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Captions_AreProposedAndKeptOnlyWhenAPersonChecksThem(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂", a => { a.Place = "三楼"; a.HostedBy("工会").During(Period.Of(new(2026, 3, 4))); });
        var one = await AddPhotoAsync(office, activity, "一.png");
        var two = await AddPhotoAsync(office, activity, "二.png", [.. Png, 0]);
        var browser = await office.SignInAsync(Role.Staff);
        var address = $"/activities/{activity.Id}/captions";
        const string Proposed = "2026年3月4日，工会，三楼，道德讲堂";
        var page = await browser.ReadAsync(address);
        page.QuerySelectorAll("textarea").Select(t => t.TextContent.Trim()).ShouldBe([Proposed, Proposed]);
        page.QuerySelectorAll("main .tag").Select(t => t.TextContent).ShouldBe(["待核对", "待核对"]);
        (await browser.SubmitAsync(address, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StoredAsync()).ShouldBe(["", ""]);
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector("#evidence")!.TextContent.ShouldContain("待核对");

        using var unchecked1 = await browser.SubmitAsync(address, [($"Captions[{one}]", "改过的说明")]);
        unchecked1.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(unchecked1)).QuerySelector("textarea")!.TextContent.Trim().ShouldBe("改过的说明");
        (await browser.SubmitAsync(address, [($"Captions[{one}]", "主讲人讲诚信故事"), ("Checked", $"{one}")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StoredAsync()).ShouldBe(["主讲人讲诚信故事", ""]);
        (await browser.ReadAsync("/activities?view=gallery")).QuerySelectorAll(".gallery li > span:first-of-type").Select(s => s.TextContent).ShouldBe(["主讲人讲诚信故事", "道德讲堂"]);
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector(".history")!.TextContent.ShouldContain("→ 主讲人讲诚信故事");
        (await browser.SubmitAsync(address, [($"Captions[{two}]", ""), ("Checked", $"{two}")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        async Task<List<string>> StoredAsync()
        {
            await using var db = office.Ledger.OpenDb(office.Unit);
            return await db.Evidence.OrderBy(e => e.Id).Select(e => e.Caption).ToListAsync();
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Edit_History_SaysWhatBecameOfWhat(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "集中学习", a => { a.ActualHeadcount = 23; a.OfKinds("study").With(new Quantity(2, "小时")); });
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync($"/activities/{activity.Id}/edit", [
            ("Input.Kind", "study-center"), ("Input.ActualHeadcount", "25"), ("Input.Place", "二楼"), ("Input.Amounts", "3小时"), ("Input.Source", "Assigned"), ("Reason", "核对签到表")]);
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var entries = (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelectorAll(".history li li").Select(li => string.Concat(li.TextContent.Where(c => !char.IsWhiteSpace(c))));
        entries.ShouldBe(["活动类型：集中学习改为→中心组学习", "任务来源：自主开展改为→上级部署", "地点：未填写改为→二楼", "实到人数：23人改为→25人", "数量：2小时改为→3小时"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Edit_LostRace_ShowsTheOthersValuesBesideTheOwn(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "集中学习", a => a.OfKinds("study"));
        var browser = await office.SignInAsync();
        var address = $"/activities/{activity.Id}/edit";
        var mine = Browser.FormOf(await browser.ReadAsync(address));
        (await browser.SubmitAsync(address, [("Input.Place", "三楼会议室"), ("Input.ActualHeadcount", "21"), ("Reason", "补地点人数")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        using var lost = await browser.SubmitAsync(address, mine, [("Input.Place", "二楼"), ("Input.Title", "理论学习"), ("Reason", "改标题")]);
        lost.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Browser.ReadAsync(lost);
        page.QuerySelectorAll(".differences tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(c => c.LastChild!.TextContent)))
            .ShouldBe(["标题|集中学习|理论学习", "地点|三楼会议室|二楼", "实到人数|21 人|未填写"]);
        page.QuerySelector(".differences .muted")!.TextContent.ShouldContain("补地点人数");
        (await browser.SubmitAsync(address, Browser.FormOf(page), [("Input.ActualHeadcount", "21")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.Select(a => new { a.Title, a.Place, a.ActualHeadcount }).SingleAsync()).ShouldBe(new { Title = "理论学习", Place = "二楼", ActualHeadcount = (int?)21 });
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Details_AfterSavingAndLater_SaysWhatTheRecordIsUsedFor(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        (await browser.SubmitAsync("/routines/new?preset=party-day", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await office.Ledger.NewActivityAsync(office.Unit, "走访", a => a.OfKinds("visit"));
        using var saved = await browser.SubmitAsync("/activities/new", [("Input.Kind", "party-day"), ("Input.OtherKinds", "visit"), ("Input.ActualHeadcount", "31")], ("合影.png", Png));
        var address = saved.Headers.Location!.ToString();
        var right = await browser.ReadAsync(address);
        foreach (var uses in new[] { right.QuerySelector(".uses-saved")!, (await browser.ReadAsync(address)).QuerySelector(".columns .uses")! })
        {
            uses.TextContent.ShouldContain("✓ 完成 3月主题党日");
            uses.QuerySelector("a[href^='/assessment/1.8?']")!.ParentElement!.TextContent.ShouldContain("✓ 计入");
            uses.QuerySelectorAll("a[href^='/reports?year=2026#figure-']").Select(a => a.TextContent).ShouldContain(words => words.Contains("31人", StringComparison.Ordinal) && words.Length > 3);
        }
        (await browser.ReadAsync(address)).QuerySelector(".uses-saved").ShouldBeNull();
        var auditor = await (await office.SignInAsync(Role.Auditor)).ReadAsync(address);
        auditor.QuerySelectorAll("a[href^='/assessment'], a[href^='/reports']").ShouldBeEmpty();
    }

    private static async Task<Guid> AddPhotoAsync(Office office, Activity activity, string name, byte[]? bytes = null)
    {
        await using var content = new MemoryStream(bytes ?? Png);
        return (await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, activity, name, content, false, office.Ledger.Clock.Now, default))).Id;
    }

    private static async Task<List<string>> SheetTitlesAsync(Browser browser, string address)
    {
        using var response = await browser.GetAsync(address);
        using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return [.. SpreadsheetReader.Read("x.xlsx", file).Single().Rows.Skip(1).Select(row => row.Cells[3])];
    }
}
