using System.Net;
using System.Text;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Papers;
using Mingce.Core.Search;
using Mingce.Core.Storage;
using Mingce.Core.WorkItems;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>删除 and 恢复 of superfluous 来文 and 报送: they show nowhere, and nothing is lost.</summary>
public sealed class PaperRemovalTests
{
    private const string Title = "关于报送自查报告的通知";
    private const string Report = "自查报告";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Remove_PaperWithTaskAndReturn_ShowsNowhereAndComesBackWithThem(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (paper, item, sent) = await AddAsync(office);
        var browser = await office.SignInAsync();
        (await TraceAsync(office, browser, paper, item, sent)).ShouldAllBe(place => place.Value);

        var form = await browser.ReadAsync($"/incoming-papers/{paper.Id}/removal");
        form.QuerySelectorAll(".rows a").Select(a => a.GetAttribute("href")).ShouldBe([$"/work-items/{item.Id}", $"/returns/{sent.Id}"]);
        using var silent = await browser.SubmitAsync($"/incoming-papers/{paper.Id}/removal", [("Reason", " ")]);
        silent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(silent)).QuerySelector("main")!.TextContent.ShouldContain("请填写删除原因");
        using var removed = await browser.SubmitAsync($"/incoming-papers/{paper.Id}/removal", [("Reason", "重复登记")]);
        removed.Headers.Location!.ToString().ShouldBe("/incoming-papers");
        var list = await browser.ReadAsync("/incoming-papers");
        list.QuerySelector("[role=status]")!.TextContent.ShouldContain($"来文“{Title}”已移入回收站");

        (await TraceAsync(office, browser, paper, item, sent)).ShouldAllBe(place => !place.Value);
        foreach (var address in new[] { "edit", "removal", "file" })
            (await browser.GetAsync($"/incoming-papers/{paper.Id}/{address}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        // Whoever may bring it back sees it, without means to go on with it.
        var gone = await browser.ReadAsync($"/incoming-papers/{paper.Id}");
        gone.QuerySelector(".notice-due")!.TextContent.ShouldContain("在回收站");
        gone.QuerySelectorAll("a[href^='/work-items/new'], a[href^='/returns/new'], a[href$='/file']").ShouldBeEmpty();
        (await browser.GetAsync($"/work-items/new?paper={paper.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var staff = await office.SignInAsync(Role.Staff);
        (await staff.GetAsync($"/incoming-papers/{paper.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await staff.GetAsync("/incoming-papers/deleted")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var bin = (await browser.ReadAsync("/incoming-papers/deleted")).QuerySelector("tbody tr")!;
        bin.TextContent.ShouldContain(Title);
        bin.TextContent.ShouldContain("重复登记");
        (await new LedgerCheck(office.Ledger.Folder).RunAsync(readData: true, null, default)).ShouldSatisfyAllConditions(c => c.Faults.ShouldBeEmpty(), c => c.Unreferenced.ShouldBe(0));

        // 撤销 of the notice; a second click finds it done.
        for (var i = 0; i < 2; i++)
        {
            using var restored = await browser.SubmitAsync("/", Browser.FormOf(list, ".undo"), []);
            restored.Headers.Location!.ToString().ShouldBe($"/incoming-papers/{paper.Id}");
        }
        (await browser.GetAsync($"/incoming-papers/{paper.Id}/restoration")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await new SearchBacklog(office.Ledger.Folder).WorkAsync(null, default);
        (await TraceAsync(office, browser, paper, item, sent)).ShouldAllBe(place => place.Value);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await EventsAsync(db, paper.Id)).TakeLast(2).Select(e => (e.What, e.Why)).ShouldBe([("删除", "重复登记"), ("恢复", "")]);
        (await EventsAsync(db, item.Id)).TakeLast(2).Select(e => e.What).ShouldBe([$"来文“{Title}”已删除", $"来文“{Title}”已恢复"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Remove_Return_LeavesItsTaskAndPaperWithoutIt(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (paper, item, sent) = await AddAsync(office);
        var browser = await office.SignInAsync(Role.Head);
        (await browser.ReadAsync($"/returns/{sent.Id}/removal")).QuerySelectorAll(".rows a").Select(a => a.GetAttribute("href"))
            .ShouldBe([$"/work-items/{item.Id}", $"/incoming-papers/{paper.Id}"]);
        using var removed = await browser.SubmitAsync($"/returns/{sent.Id}/removal", [("Reason", "实际没有报出")]);
        removed.Headers.Location!.ToString().ShouldBe("/returns");
        (await browser.ReadAsync("/returns")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        foreach (var address in new[] { $"/work-items/{item.Id}", $"/incoming-papers/{paper.Id}" })
            (await browser.ReadAsync(address)).QuerySelectorAll($"a[href='/returns/{sent.Id}']").ShouldBeEmpty(address);
        (await browser.GetAsync($"/returns/{sent.Id}/removal")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/returns/{Guid.CreateVersion7()}/restoration")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var bin = await browser.ReadAsync("/returns/deleted");
        (await browser.SubmitAsync("/", Browser.FormOf(bin, "tbody form"), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync($"/work-items/{item.Id}")).QuerySelector($"a[href='/returns/{sent.Id}']").ShouldNotBeNull();
        (await browser.ReadAsync("/returns/deleted")).QuerySelector(".empty").ShouldNotBeNull();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await EventsAsync(db, paper.Id)).Select(e => e.What).ShouldContain($"报送记录“{Report}”已删除");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Remove_FormThatWasSentBefore_IsNotStoredAgain(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        foreach (var (address, fields) in new (string, (string, string)[])[] { ("/incoming-papers", [("Input.Title", Title)]), ("/returns", [("Input.Title", Report), ("Input.Recipient", "市文明办")]) })
        {
            var form = Browser.FormOf(await browser.ReadAsync($"{address}/new"));
            using var saved = await browser.SubmitAsync($"{address}/new", form, fields);
            var row = saved.Headers.Location!.ToString();
            (await browser.SubmitAsync($"{row}/removal", [("Reason", "误录")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
            using var again = await browser.SubmitAsync($"{address}/new", form, fields);
            again.Headers.Location!.ToString().ShouldBe(row);
            (await browser.ReadAsync(address)).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        }
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_DeletedPaper_TakesItsBytesAndItsNameElsewhere(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (paper, item, sent) = await AddAsync(office);
        var browser = await office.SignInAsync();
        (await browser.SubmitAsync($"/returns/{sent.Id}/removal", [("Reason", "误录")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // The page after it has the form of 撤销.
        await browser.ReadAsync("/returns");
        (await browser.SubmitAsync($"/incoming-papers/{paper.Id}/removal", [("Reason", "误录")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.ReadAsync("/incoming-papers");

        (await browser.SubmitAsync($"/incoming-papers/{paper.Id}/destruction", [("Input.Reason", "误传"), ("Input.Title", Title)])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        File.Exists(office.Ledger.Folder.Evidence.PathOf(paper.Sha256)).ShouldBeFalse();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.IncomingPapers.IgnoreQueryFilters([LedgerDb.Removed]).AnyAsync()).ShouldBeFalse();
        (await db.WorkItems.SingleAsync()).PaperId.ShouldBeNull();
        (await db.Returns.IgnoreQueryFilters([LedgerDb.Removed]).SingleAsync()).PaperId.ShouldBeNull();
        (await EventsAsync(db, item.Id)).ShouldAllBe(e => !e.What.Contains(Title));
        (await EventsAsync(db, sent.Id)).ShouldAllBe(e => !e.What.Contains(Title));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task DestroyFile_ThatADeletedPaperHas_TakesItThereToo(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (paper, _, _) = await AddAsync(office);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "专题会");
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(Title));
        var evidence = await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, activity, "通知.txt", content, false, office.Ledger.Clock.Now, default));
        evidence.Sha256.ShouldBe(paper.Sha256);
        var browser = await office.SignInAsync();
        (await browser.SubmitAsync($"/incoming-papers/{paper.Id}/removal", [("Reason", "误录")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = $"/activities/{activity.Id}/evidence/{evidence.Id}/destruction";
        (await browser.ReadAsync(address)).QuerySelector("main")!.TextContent.ShouldContain($"来文：{Title}（已删除）");

        (await browser.SubmitAsync(address, [("Input.Reason", "误传"), ("Input.Title", evidence.Title), ("IsForAll", "true")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        File.Exists(office.Ledger.Folder.Evidence.PathOf(paper.Sha256)).ShouldBeFalse();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.IncomingPapers.IgnoreQueryFilters([LedgerDb.Removed]).SingleAsync()).HasFile.ShouldBeFalse();
    }

    // Where the paper shows while it stands.
    private static async Task<Dictionary<string, bool>> TraceAsync(Office office, Browser browser, IncomingPaper paper, WorkItem item, Return sent)
    {
        await new SearchBacklog(office.Ledger.Folder).WorkAsync(null, default);
        var address = $"/incoming-papers/{paper.Id}";
        return new()
        {
            ["list"] = await LinksAsync("/incoming-papers"),
            ["task"] = await LinksAsync($"/work-items/{item.Id}"),
            ["return"] = await LinksAsync($"/returns/{sent.Id}"),
            ["search"] = await LinksAsync($"/search?q={Title}"),
            ["file"] = (await browser.ReadAsync($"/search?q={Title}")).QuerySelector($".hits a[href='{address}/file']") is not null,
        };

        async Task<bool> LinksAsync(string page) => (await browser.ReadAsync(page)).QuerySelector($"main a[href='{address}']") is not null;
    }

    private static async Task<(IncomingPaper Paper, WorkItem Item, Return Sent)> AddAsync(Office office)
    {
        var (unit, now) = (office.Unit, office.Ledger.Clock.Now);
        var paper = new IncomingPaper { UnitId = unit.Id, Title = Title, ReceivedOn = new(2026, 3, 2), EnteredAt = now, IsChecked = true };
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(Title));
        paper.Attach(await EvidenceIntake.KeepFileAsync(office.Ledger.Folder.Evidence, "通知.txt", content, default));
        await office.Ledger.SaveAsync(unit, paper);
        var item = await office.Ledger.SaveAsync(unit, new WorkItem { UnitId = unit.Id, Title = "报送自查", Year = 2026, PaperId = paper.Id, EnteredAt = now });
        var sent = await office.Ledger.SaveAsync(unit, new Return { UnitId = unit.Id, Title = Report, Recipient = "市文明办", SentOn = new(2026, 3, 3), PaperId = paper.Id, WorkItemId = item.Id, EnteredAt = now });
        return (paper, item, sent);
    }

    private static Task<List<Event>> EventsAsync(LedgerDb db, Guid id) => db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.Id).ToListAsync();
}
