using System.Net;
using System.Text;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Destructions;
using Mingce.Core.Papers;
using Mingce.Core.Search;
using Mingce.Core.Storage;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>销毁: nothing of it is left in the data folder, a tombstone stays, and the page says what people still have to do.</summary>
public sealed class DestructionTests
{
    private const string Secret = "不应上传的内容甲乙丙丁";
    private const string Name = "误传的材料子丑寅卯";

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_IncomingPaper_GoesWithWhatWasReadOffIt_AndItsTaskStays(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var saved = await browser.SubmitAsync("/incoming-papers/new", [], (Name + ".txt", Encoding.UTF8.GetBytes($"市文明办关于{Name}的通知\n请于3月20日前报送{Secret}。\n")));
        var paper = saved.Headers.Location!.ToString()[..^"/edit".Length];
        using var task = await browser.SubmitAsync($"/work-items/new?paper={paper.Split('/')[2]}", [("Input.Title", "报送材料"), ("Input.Text", "")]);
        var sent = await browser.SubmitAsync($"/returns/new?paper={paper.Split('/')[2]}", [("Input.Title", "材料"), ("Input.Recipient", "市文明办")]);

        var page = paper + "/destruction";
        (await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", "别的名称")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var done = await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", $"市文明办关于{Name}的通知")]);
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync(done.Headers.Location!.ToString())).Body!.TextContent.ShouldContain("已清除");
        (await browser.GetAsync(paper)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ReadAsync(task.Headers.Location!.ToString())).QuerySelector("h1")!.TextContent.ShouldBe("报送材料");
        FilesWith(office, Secret).ShouldBeEmpty();
        FilesWith(office, Name).ShouldBeEmpty();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Events.AnyAsync(e => e.What.Contains(Name) || e.Why.Contains(Name))).ShouldBeFalse();

        // One that was sent goes by itself, without a file as well.
        var returned = await db.Returns.SingleAsync();
        using var gone = await browser.SubmitAsync($"/returns/{returned.Id}/destruction", [("Input.Reason", "误录"), ("Input.Title", "材料")]);
        gone.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await db.Returns.CountAsync()).ShouldBe(0);
        (await db.Destructions.CountAsync()).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_File_IsNowhereInTheDataFolder(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂");
        var file = await KeepAsync(office, office.Unit, activity);
        var derived = Directory.CreateDirectory(office.Ledger.Folder.Path + "/derived/" + file.Sha256[..2]).FullName + $"/{file.Sha256}.jpg";
        await File.WriteAllTextAsync(derived, Secret);
        await new SearchBacklog(office.Ledger.Folder).WorkAsync(null, CancellationToken.None);
        var browser = await office.SignInAsync();
        (await browser.ReadAsync("/search?q=甲乙丙丁")).QuerySelectorAll(".hits li").Length.ShouldBe(1);
        if (provider == Provider.Sqlite)
            FilesWith(office, Secret).ShouldNotBeEmpty();

        var page = $"/activities/{activity.Id}/evidence/{file.Id}/destruction";
        (await browser.SubmitAsync(page, [("Input.Reason", ""), ("Input.Title", Name)])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", "别的名称")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var done = await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", Name)]);

        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var result = await browser.ReadAsync(done.Headers.Location!.ToString());
        result.Body!.TextContent.ShouldContain("已清除");
        result.Body.TextContent.ShouldContain("备份");
        result.Body.TextContent.ShouldContain(file.Sha256);
        result.Body.TextContent.ShouldNotContain(Name);
        FilesWith(office, Secret).ShouldBeEmpty();
        FilesWith(office, Name).ShouldBeEmpty();
        File.Exists(office.Ledger.Folder.Evidence.PathOf(file.Sha256)).ShouldBeFalse();
        File.Exists(derived).ShouldBeFalse();

        (await browser.GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ReadAsync("/search?q=甲乙丙丁")).QuerySelectorAll(".hits li").ShouldBeEmpty();
        var history = (await browser.ReadAsync($"/activities/{activity.Id}")).Body!.TextContent;
        history.ShouldContain("销毁文件");
        history.ShouldNotContain(Name);
        (await new LedgerCheck(office.Ledger.Folder).RunAsync(readData: true, null, CancellationToken.None)).Faults.ShouldBeEmpty();
        (await (await office.SignInAsync(Role.Auditor)).ReadAsync("/destructions")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        // Somebody put an old backup of the evidence folder back.
        await File.WriteAllTextAsync(office.Ledger.Folder.Evidence.PathOf(file.Sha256), Secret);
        (await new LedgerCheck(office.Ledger.Folder).RunAsync(readData: false, null, CancellationToken.None)).Faults.Single().Code.ShouldBe("destroyed");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_BytesUsedElsewhereInTheUnit_AsksAndSaysNothingOfOtherUnits(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (first, second) = (await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂"), await office.Ledger.NewActivityAsync(office.Unit, "经典诵读"));
        var (file, copy) = (await KeepAsync(office, office.Unit, first), await KeepAsync(office, office.Unit, second));
        var elsewhere = await office.Ledger.NewUnitAsync("市文明办");
        var foreign = await KeepAsync(office, elsewhere, await office.Ledger.NewActivityAsync(elsewhere, "别处的活动"));
        var browser = await office.SignInAsync();
        var page = $"/activities/{first.Id}/evidence/{file.Id}/destruction";

        var form = await browser.ReadAsync(page);
        form.QuerySelector("main fieldset")!.TextContent.ShouldContain("经典诵读");
        form.Body!.TextContent.ShouldNotContain("别处");
        (await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", Name)])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", Name), ("IsForAll", "true")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Evidence.CountAsync()).ShouldBe(0);
        (await db.Destructions.Select(d => d.ActivityId).ToListAsync()).Order().ShouldBe(new[] { first.Id, second.Id }.Order());
        // What another unit holds stays its own.
        File.Exists(office.Ledger.Folder.Evidence.PathOf(foreign.Sha256)).ShouldBeTrue();
        copy.Sha256.ShouldBe(file.Sha256);
        (await new LedgerCheck(office.Ledger.Folder).RunAsync(readData: true, null, CancellationToken.None)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_Interrupted_IsFinishedLater(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂");
        var file = await KeepAsync(office, office.Unit, activity);
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            // Killed after the commit.
            await new LedgerDestruction(db, office.Ledger.Change with { Why = "误传" }).DestroyFileAsync(file.Sha256, activity.Id, CancellationToken.None);
        }
        (await new DestructionCleanup(office.Ledger.Folder, office.Ledger.Clock).FinishAsync(CancellationToken.None)).ShouldBeTrue();
        FilesWith(office, Secret).ShouldBeEmpty();
        File.Exists(office.Ledger.Folder.Evidence.PathOf(file.Sha256)).ShouldBeFalse();
        await using var after = office.Ledger.OpenDb(office.Unit);
        (await after.Destructions.SingleAsync()).FinishedAt.ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_Record_TakesItsTextAndFilesAlong(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, Name, a => { a.Text = Secret; a.HostedBy("团支部"); });
        var file = await KeepAsync(office, office.Unit, activity);
        // Hours that were imported for it bear its name.
        var person = await office.Ledger.SaveAsync(office.Unit, new Person { UnitId = office.Unit.Id, Name = "郑文海" });
        var hours = new HoursList { UnitId = office.Unit.Id, Source = HoursSource.System, Title = "时长.xlsx", EnteredById = Guid.CreateVersion7(), EnteredBy = "吴干事", EnteredAt = office.Ledger.Clock.Now };
        hours.Entries.Add(new() { UnitId = office.Unit.Id, ListId = hours.Id, Ordinal = 0, PersonId = person.Id, ActivityId = activity.Id, FromOn = activity.FromOn, ToOn = activity.ToOn, Minutes = 60, Project = Name });
        await office.Ledger.SaveAsync(office.Unit, hours);
        var browser = await office.SignInAsync(Role.Administrator);
        var page = $"/activities/{activity.Id}/destruction";
        (await browser.SubmitAsync(page, [("Input.Reason", "误录"), ("Input.Title", "另一条")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var done = await browser.SubmitAsync(page, [("Input.Reason", "误录"), ("Input.Title", Name)]);

        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync(done.Headers.Location!.ToString())).Body!.TextContent.ShouldContain("整条记录");
        (await browser.GetAsync($"/activities/{activity.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        FilesWith(office, Secret).ShouldBeEmpty();
        FilesWith(office, Name).ShouldBeEmpty();
        File.Exists(office.Ledger.Folder.Evidence.PathOf(file.Sha256)).ShouldBeFalse();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.SearchEntries.AnyAsync(e => e.OwnerId == activity.Id)).ShouldBeFalse();
        (await db.HoursEntries.SingleAsync()).Project.ShouldNotBe(Name);
        (await db.Events.Where(e => e.SubjectId == activity.Id).Select(e => e.What).ToListAsync()).ShouldContain("销毁记录");
        (await db.Events.AnyAsync(e => e.What.Contains(Name) || e.Why.Contains(Name))).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_File_TakesEveryCaptionAlongAndNamesWhoDownloadedIt(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂");
        var file = await KeepAsync(office, office.Unit, activity);
        await using (var db = office.Ledger.OpenDb(office.Unit))
        {
            var stored = await db.Evidence.SingleAsync();
            foreach (var caption in new[] { "起初的说明戊己", "后来的说明庚辛", "如今的说明壬癸" })
            {
                db.Record(office.Ledger.Change, office.Unit.Id, stored, "核对照片说明", [new(stored.CaptionField, stored.Caption, caption)]);
                stored.Caption = caption;
                await db.SaveChangesAsync();
            }
        }
        var browser = await office.SignInAsync();
        (await browser.GetAsync("/reports/dossier?year=2026")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var done = await browser.SubmitAsync($"/activities/{activity.Id}/evidence/{file.Id}/destruction", [("Input.Reason", "误传"), ("Input.Title", Name)]);

        var todo = (await browser.ReadAsync(done.Headers.Location!.ToString())).QuerySelector(".todo")!.TextContent;
        todo.ShouldContain("期间在网页上下载过申报材料汇编的：");
        todo.ShouldContain("Coordinator-");
        foreach (var words in new[] { "戊己", "庚辛", "壬癸" })
            FilesWith(office, words).ShouldBeEmpty();
        await using var after = office.Ledger.OpenDb(office.Unit);
        (await after.Events.AnyAsync(e => e.ChangesJson.Contains("戊己") || e.ChangesJson.Contains("庚辛") || e.ChangesJson.Contains("壬癸"))).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_RecordWithTheFileOfAPaper_LeavesThePaperItsFile(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "道德讲堂");
        var file = await KeepAsync(office, office.Unit, activity);
        var paper = new IncomingPaper { UnitId = office.Unit.Id, Title = "来文", ReceivedOn = new(2026, 3, 2), EnteredAt = office.Ledger.Clock.Now };
        paper.Attach(new ReceivedFile(file.Sha256, file.Size, file.FileName, file.MediaType));
        await office.Ledger.SaveAsync(office.Unit, paper);
        var browser = await office.SignInAsync();

        (await browser.SubmitAsync($"/activities/{activity.Id}/destruction", [("Input.Reason", "误录"), ("Input.Title", "道德讲堂")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync($"/incoming-papers/{paper.Id}/file")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync($"/activities/{activity.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_FileOfAPaper_TakesTheSentencesReadOffItAlong(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        var text = Encoding.UTF8.GetBytes($"关于报送材料的通知\n\n请于2026年3月20日前报送{Secret}。\n");
        using var entered = await browser.SubmitAsync("/incoming-papers/new", [("Input.Title", "来文"), ("Input.ReceivedOn", "2026-03-02")], (Name + ".txt", text));
        // What was read is looked at first.
        var paper = entered.Headers.Location!.ToString()[..^"/edit".Length];
        (await browser.ReadAsync(paper)).QuerySelector("main")!.TextContent.ShouldContain(Secret);
        using var sent = await browser.SubmitAsync("/returns/new", [("Input.Title", "材料"), ("Input.Recipient", "文明办"), ("Input.SentOn", "2026-03-04")], (Name + ".txt", text));
        var @return = sent.Headers.Location!.ToString();
        var page = paper + "/destruction";
        (await browser.ReadAsync(page)).QuerySelector("main form")!.TextContent.ShouldContain("报送记录：材料");
        (await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", "来文")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var title = (await browser.ReadAsync(page)).QuerySelector("main strong")!.TextContent;

        using var done = await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", title), ("IsForAll", "true")]);

        (await browser.ReadAsync(done.Headers.Location!.ToString())).Body!.TextContent.ShouldContain("已清除");
        FilesWith(office, Secret).ShouldBeEmpty();
        FilesWith(office, Name).ShouldBeEmpty();
        (await browser.GetAsync(paper)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync(@return)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync(@return + "/file")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Set<PaperDeadline>().AnyAsync()).ShouldBeFalse();
        (await db.Destructions.CountAsync()).ShouldBe(2);
    }

    [Theory, OnSqlite]
    public async Task Register_TextWithAMarkOfSecrecy_IsRefusedAndKept(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var browser = await office.SignInAsync();
        using var refused = await browser.SubmitAsync("/activities/new", [("Input.Kind", "study"), ("Input.On", "2026-03-04"), ("Input.Text", "学习文件\n机密★5年\n讨论")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.ReadAsync(refused);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("机密★5年");
        page.QuerySelector("textarea")!.TextContent.ShouldContain("讨论");
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Activities.AnyAsync()).ShouldBeFalse();
    }

    private static async Task<Evidence> KeepAsync(Office office, Unit unit, Activity activity)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Secret + "。\n", 500))));
        return await office.Ledger.SaveAsync(unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, activity, Name + ".txt", content, false, office.Ledger.Clock.Now, CancellationToken.None));
    }

    // Every file of the data folder, with the database's log. What has no bytes is not opened: the running program holds its lock file.
    private static List<string> FilesWith(Office office, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Directory.EnumerateFiles(office.Ledger.Folder.Path, "*", SearchOption.AllDirectories).Where(file => new FileInfo(file).Length > 0).Where(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content.AsSpan().IndexOf(bytes) >= 0;
        })];
    }
}
