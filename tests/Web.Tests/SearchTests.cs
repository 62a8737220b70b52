using System.Net;
using System.Text;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Papers;
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

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Search_PapersAndReturns_AreFoundByThoseWhoMayOpenThem(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var paper = await browser.SubmitAsync("/incoming-papers/new",
            [("Input.Title", "关于文明创建自查的通知"), ("Input.Number", "×文明办〔2026〕3号"), ("Input.Issuer", "市文明办"), ("Input.Remark", "李科长转交")], ("通知.txt", Encoding.UTF8.GetBytes("各单位：请报送自查报告。")));
        var paperAt = paper.Headers.Location!.ToString()[..^"/edit".Length];
        using var sent = await browser.SubmitAsync("/returns/new",
            [("Input.Title", "文明创建总结"), ("Input.Recipient", "市文明办"), ("Input.Edition", "送审稿")], ("总结.txt", Encoding.UTF8.GetBytes("清扫街道，服务群众。")));
        var sentAt = sent.Headers.Location!.ToString();
        await WorkAsync();

        var page = await browser.ReadAsync("/search?q=文明办");
        page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).ShouldBe(["来文（1）", "报送记录（1）"]);
        page.QuerySelectorAll(".hits p mark").Length.ShouldBe(2);
        foreach (var words in new[] { "文明创建自查", "文明办[2026]3号", "李科长" })
            (await FindAsync(words)).ShouldBe([paperAt], words);
        (await FindAsync("送审稿")).ShouldBe([sentAt]);
        page = await browser.ReadAsync("/search?q=报送自查");
        page.QuerySelector("main h2")!.TextContent.Trim().ShouldBe("来文文件内容（1）");
        page.QuerySelector(".hits p mark")!.TextContent.ShouldBe("报送自查");
        page.QuerySelectorAll(".hits a").Select(a => a.GetAttribute("href")).ShouldBe([$"{paperAt}/file", paperAt]);
        (await FindAsync("清扫街道")).ShouldBe([$"{sentAt}/file", sentAt]);
        (await browser.ReadAsync("/search?q=文明创建&noun=Return")).QuerySelectorAll(".hits li").Length.ShouldBe(1);
        (await (await office.SignInAsync(Role.Auditor)).ReadAsync("/search?q=文明办")).QuerySelectorAll(".hits li").ShouldBeEmpty();

        // Corrected, with another file in its place.
        (await browser.SubmitAsync($"{sentAt}/edit", [("Input.Edition", "定稿"), ("Reason", "换定稿")], ("定稿.txt", Encoding.UTF8.GetBytes("宣讲理论，慰问老人。")))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await FindAsync("清扫街道")).ShouldBeEmpty();
        await WorkAsync();
        (await FindAsync("慰问老人")).ShouldBe([$"{sentAt}/file", sentAt]);
        (await FindAsync("清扫街道")).ShouldBeEmpty();
        (await FindAsync("送审稿")).ShouldBeEmpty();

        // 销毁 takes it out of the index.
        (await browser.SubmitAsync($"{paperAt}/destruction", [("Input.Reason", "误传"), ("Input.Title", "关于文明创建自查的通知")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await FindAsync("自查")).ShouldBeEmpty();

        Task<int> WorkAsync() => new SearchBacklog(office.Ledger.Folder).WorkAsync(null, CancellationToken.None);

        async Task<IEnumerable<string?>> FindAsync(string words) => (await browser.ReadAsync("/search?q=" + Uri.EscapeDataString(words))).QuerySelectorAll(".hits a").Select(a => a.GetAttribute("href"));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Masking_PapersAndReturns_HidesTheNameInThem(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (unit, now) = (office.Unit, office.Ledger.Clock.Now);
        var paper = new IncomingPaper { UnitId = unit.Id, Title = "关于表彰郑晓明的决定", ReceivedOn = new(2026, 3, 2), EnteredAt = now };
        paper.Deadlines.Add(new() { UnitId = unit.Id, PaperId = paper.Id, Ordinal = 0, Quote = "3月9日前报郑晓明事迹", DueOn = new(2026, 3, 9) });
        await using (var content = new MemoryStream(Encoding.UTF8.GetBytes("郑晓明同志事迹突出")))
            paper.Attach(await EvidenceIntake.KeepFileAsync(office.Ledger.Folder.Evidence, "决定.txt", content, default));
        await office.Ledger.SaveAsync(unit, paper);
        var sent = await office.Ledger.SaveAsync(unit, new Return { UnitId = unit.Id, Title = "郑晓明事迹材料", Recipient = "市文明办", SentOn = new(2026, 3, 3), EnteredAt = now });
        var deleted = await office.Ledger.SaveAsync(unit, new Return { UnitId = unit.Id, Title = "郑晓明事迹", Recipient = "市文明办", SentOn = new(2026, 3, 3), EnteredAt = now, RemovedAt = now });
        await new SearchBacklog(office.Ledger.Folder).WorkAsync(null, CancellationToken.None);
        var browser = await office.SignInAsync();

        const string Address = "/search/people/masking?q=郑晓明";
        var page = await browser.ReadAsync(Address);
        page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).ShouldBe(["来文（1）", "来文文件内容（1）", "报送记录（1）"]);
        page.QuerySelectorAll("input[name=Places]").Length.ShouldBe(2);
        page.QuerySelector($"a[href='/incoming-papers/{paper.Id}/destruction']").ShouldNotBeNull();
        (await browser.SubmitAsync(Address, Browser.FormOf(page), [("Places", $"IncomingPaper:{paper.Id}"), ("Reason", "本人要求")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(unit);
        var masked = await db.IncomingPapers.Include(p => p.Deadlines).SingleAsync();
        (masked.Title, masked.Deadlines[0].Quote, masked.Sha256).ShouldBe(("关于表彰郑××的决定", "3月9日前报郑××事迹", paper.Sha256));
        (await db.Events.Where(e => e.SubjectId == paper.Id).OrderByDescending(e => e.Id).FirstAsync()).What.ShouldBe("下架：隐去姓名");
        (await db.Returns.SingleAsync()).Title.ShouldBe(sent.Title);
        // What lies in the 回收站 must not come back with the name.
        (await db.Returns.IgnoreQueryFilters([LedgerDb.Removed]).SingleAsync(r => r.Id == deleted.Id)).Title.ShouldBe("郑××事迹");
    }

    [Theory, OnSqlite]
    public async Task Masking_NameOfLettersThatAHashHas_LeavesTheHash(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "讲座");
        var file = await KeepAsync(office, activity, "讲稿.txt", "讲稿");
        var name = file.Sha256[..2];
        await using var db = office.Ledger.OpenDb(office.Unit);
        await new PersonMasking(db, office.Ledger.Change).MaskAsync(name, [(Noun.Evidence, file.Id)], default);
        (await db.Evidence.AsNoTracking().SingleAsync()).Sha256.ShouldBe(file.Sha256);
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
