using System.Net;
using System.Text;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Search;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>The search page, by role and in groups, and one person everywhere.</summary>
public sealed class SearchTests
{
    [Theory, OnSqlite, OnPostgreSql]
    public async Task Search_Words_ShowsGroupsWithMarksAndNoForeignRows(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "学雷锋<b>志愿服务", a => a.Text = "在南门社区清扫楼道，并发放<script>文明倡议书。");
        await KeepAsync(office, activity, "倡议书.txt", "文明倡议书：从我做起，参加志愿服务。");
        await office.Ledger.SaveAsync(office.Unit, new WorkItem { UnitId = office.Unit.Id, Title = "志愿服务站建设", Year = 2026, EnteredAt = office.Ledger.Clock.Now });
        await office.Ledger.NewActivityAsync(office.Unit, "志愿服务草稿", a => a.Status = ActivityStatus.Draft);
        var elsewhere = await office.Ledger.NewUnitAsync("市文明办");
        await office.Ledger.NewActivityAsync(elsewhere, "别处的志愿服务");
        await new SearchBacklog(office.Ledger.Folder).WorkAsync(null, CancellationToken.None);
        var browser = await office.SignInAsync(Role.Staff);

        var page = await browser.ReadAsync("/search?q=志愿服务");
        page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).ShouldBe(["活动记录（1）", "文件内容（1）", "任务（1）"]);
        page.QuerySelectorAll(".hits mark").Select(m => m.TextContent).ShouldAllBe(m => m == "志愿服务");
        page.QuerySelector($"a[href='/activities/{activity.Id}']")!.TextContent.Trim().ShouldBe("学雷锋<b>志愿服务");
        page.QuerySelectorAll("main b, main script").ShouldBeEmpty();
        page.Body!.TextContent.ShouldNotContain("别处");
        page.Body.TextContent.ShouldNotContain("草稿");

        page = await browser.ReadAsync("/search?q=文明倡议书");
        page.QuerySelectorAll(".hits p mark").Select(m => m.TextContent).ShouldBe(["文明倡议书", "文明倡议书"]);
        (await browser.ReadAsync("/search?q=" + Uri.EscapeDataString("南门 志愿"))).QuerySelectorAll(".hits li").Length.ShouldBe(1);
        (await browser.ReadAsync("/search?q=没有这样的词")).QuerySelector(".empty")!.TextContent.ShouldContain("没有找到");
        (await browser.ReadAsync("/search")).QuerySelector(".empty").ShouldNotBeNull();
        (await (await office.SignInAsync(Role.Auditor)).ReadAsync("/search?q=志愿服务")).QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).ShouldNotContain("任务（1）");
        (await (await office.SignInAsync(Role.Reviewer)).GetAsync("/search?q=志愿服务")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Search_ManyHits_ArePagedAndFilteredByYear(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        for (var i = 1; i <= 23; i++)
            await office.Ledger.NewActivityAsync(office.Unit, $"道德讲堂第{i}期", a => a.During(Period.Of(new(i <= 2 ? 2025 : 2026, 3, 1))));
        var browser = await office.SignInAsync();

        var page = await browser.ReadAsync("/search?q=讲堂");
        page.QuerySelectorAll(".hits li").Length.ShouldBe(5);
        var all = page.QuerySelector(".search-group .card-head a")!.GetAttribute("href")!;
        (await browser.ReadAsync(all)).QuerySelectorAll(".hits li").Length.ShouldBe(20);
        (await browser.ReadAsync(all + "&p=2")).QuerySelectorAll(".hits li").Length.ShouldBe(3);
        page = await browser.ReadAsync("/search?q=讲堂&year=2025");
        page.QuerySelectorAll(".hits li").Length.ShouldBe(2);
        page.QuerySelectorAll("select[name=year] option").Select(o => o.TextContent).ShouldBe(["全部年度", "2026年", "2025年"]);
        (await browser.GetAsync("/search?q=讲堂&year=99999&noun=Activity&p=-7")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/search?q=讲堂&noun=Nonsense")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Masking_ChosenPlaces_HidesTheNameThereOnly(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "郑晓明" });
        var chosen = await office.Ledger.NewActivityAsync(office.Unit, "郑晓明获评先进", a => { a.Text = "郑　晓明同志带头宣讲。"; a.OfKinds("honor"); });
        var kept = await office.Ledger.NewActivityAsync(office.Unit, "郑晓明宣讲");
        var file = await KeepAsync(office, kept, "讲稿.txt", "主讲人：郑晓明");
        await new SearchBacklog(office.Ledger.Folder).WorkAsync(null, CancellationToken.None);
        var browser = await office.SignInAsync();

        var page = await browser.ReadAsync("/search/people?q=郑晓明");
        page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).ShouldBe(["人员名册（1）", "活动记录（2）", "文件内容（1）"]);
        page.QuerySelectorAll(".hits .tag").Length.ShouldBe(1);

        const string Address = "/search/people/masking?q=郑晓明";
        // All is chosen at first; with nothing left there is nothing to do.
        (await browser.SubmitAsync(Address, [("Places", ""), ("Reason", "本人要求")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await browser.ReadAsync(Address);
        page.QuerySelectorAll("input[name=Places]").Length.ShouldBe(2);
        page.QuerySelectorAll("input[name=Places][checked]").Length.ShouldBe(2);
        page.QuerySelector($"a[href='/activities/{kept.Id}/evidence/{file.Id}/destruction']").ShouldNotBeNull();
        (await browser.SubmitAsync(Address, Browser.FormOf(page), [("Places", $"Activity:{chosen.Id}"), ("Reason", "郑晓明本人要求")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync(Address, Browser.FormOf(page), [("Places", $"Activity:{chosen.Id}"), ("Reason", "本人要求")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(office.Unit);
        var row = await db.Activities.SingleAsync(a => a.Id == chosen.Id);
        (row.Title, row.Text).ShouldBe(("郑××获评先进", "郑××同志带头宣讲。"));
        (await db.Activities.SingleAsync(a => a.Id == kept.Id)).Title.ShouldBe("郑晓明宣讲");
        (await db.Events.Where(e => e.SubjectId == chosen.Id).OrderByDescending(e => e.Id).FirstAsync()).Why.ShouldBe("本人要求");
        (await browser.ReadAsync("/search?q=郑晓明")).QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).ShouldBe(["活动记录（1）", "文件内容（1）"]);
    }

    [Theory]
    [InlineData("郑晓明", "郑××")]
    [InlineData("李 强", "李×")]
    [InlineData("欧阳修文", "欧阳××")]
    [InlineData("欧阳", "欧×")]
    [InlineData("𤭢小明", "𤭢××")]
    public void Mask_Name_KeepsTheSurname(string name, string masked) => PersonMasking.Mask(name).ShouldBe(masked);

    private static async Task<Evidence> KeepAsync(Office office, Activity activity, string name, string text)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, activity, name, content, false, office.Ledger.Clock.Now, CancellationToken.None));
    }
}
