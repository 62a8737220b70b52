using System.Net;
using System.Text;
using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Data;
using Mingce.Core.Dossiers;
using Mingce.Core.Search;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Web.Tests;

/// <summary>移出 and 恢复 of evidence: what was taken out of a record shows nowhere, and its bytes stay.</summary>
public sealed class EvidenceRemovalTests
{
    private const string Title = "第三期道德讲堂";
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("主讲人介绍甲乙丙丁");
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Mask_PersonInARemovedPiece_DoesNotComeBackWithTheName(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, Title, a => a.OfKinds("study"));
        var piece = await KeepAsync(office, activity, "郑晓明讲稿.txt", Text);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Evidence.SingleAsync(e => e.Id == piece.Id)).RemovedAt = office.Ledger.Clock.Now;
        db.Record(office.Ledger.Change, activity, "移出");
        await db.SaveChangesAsync();

        await new PersonMasking(db, office.Ledger.Change).MaskAsync("郑晓明", [], default);

        var masked = await db.Evidence.AsNoTracking().IgnoreQueryFilters([LedgerDb.Removed]).SingleAsync(e => e.Id == piece.Id);
        masked.FileName.ShouldBe("郑××讲稿.txt");
        masked.Title.ShouldNotContain("郑晓明");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Remove_PhotoAndFile_ShowNowhereUntilTheyAreRestored(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, Title, a => a.OfKinds("study"));
        var (file, photo) = (await KeepAsync(office, activity, "讲稿.txt", Text), await KeepAsync(office, activity, "现场.png", Png));
        var other = await office.Ledger.NewActivityAsync(office.Unit, "经典诵读", a => a.OfKinds("reading"));
        await KeepAsync(office, other, "另存.txt", Text);
        await KeepAsync(office, other, "另存.png", Png);
        var browser = await office.SignInAsync();
        (await TraceAsync(office, browser, activity, other, file, photo)).ShouldAllBe(place => place.Value);

        var pages = new List<AngleSharp.Html.Dom.IHtmlDocument>();
        foreach (var piece in new[] { file, photo })
        {
            var page = await browser.ReadAsync($"/activities/{activity.Id}");
            var link = page.QuerySelectorAll("a.remove").Single(a => a.TextContent.Contains(piece.Title, StringComparison.Ordinal)).GetAttribute("href")!;
            using var removed = await browser.SubmitAsync(link, []);
            removed.Headers.Location!.ToString().ShouldBe($"/activities/{activity.Id}");
            pages.Add(await browser.ReadAsync($"/activities/{activity.Id}"));
            pages[^1].QuerySelector("[role=status]")!.TextContent.ShouldContain($"“{piece.Title}”已移出");
            // A second click finds it done.
            (await browser.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        (await TraceAsync(office, browser, activity, other, file, photo)).ShouldAllBe(place => !place.Value);
        var left = await browser.ReadAsync($"/activities/{activity.Id}");
        left.QuerySelector("#evidence h2")!.TextContent.ShouldBe("佐证材料（0）");
        left.QuerySelector("#evidence h3")!.TextContent.ShouldBe("已移出（2）");
        left.QuerySelectorAll(".removed li").Select(li => li.QuerySelector("button")!.GetAttribute("aria-label")).ShouldBe([$"恢复“{photo.Title}”", $"恢复“{file.Title}”"], ignoreOrder: true);
        (await new LedgerCheck(office.Ledger.Folder).RunAsync(readData: true, null, CancellationToken.None)).ShouldSatisfyAllConditions(
            check => check.Faults.ShouldBeEmpty(), check => check.Unreferenced.ShouldBe(0));
        (await (await office.SignInAsync(Role.Auditor)).ReadAsync($"/activities/{activity.Id}")).QuerySelector("#evidence")!.TextContent.ShouldNotContain("已移出");

        // 撤销 of a notice, and 恢复 of the list.
        (await browser.SubmitAsync("/", Browser.FormOf(pages[0], ".undo"), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.SubmitAsync("/", Browser.FormOf(left, $".removed form[action*='{photo.Id}']"), [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await TraceAsync(office, browser, activity, other, file, photo)).ShouldAllBe(place => place.Value);
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector("#evidence h3").ShouldBeNull();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Events.Where(e => e.SubjectId == activity.Id).OrderBy(e => e.Id).Select(e => e.What).ToListAsync()).TakeLast(4)
            .ShouldBe([$"移出佐证“{file.Title}”", $"移出佐证“{photo.Title}”", $"恢复佐证“{file.Title}”", $"恢复佐证“{photo.Title}”"]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Upload_SameBytesAfterRemoval_BringsThePieceBackOnce(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, Title, a => a.OfKinds("moral-lecture"));
        var file = await KeepAsync(office, activity, "讲稿.txt", Text);
        var browser = await office.SignInAsync();
        var address = $"/activities/{activity.Id}";
        foreach (var page in new[] { "/evidence/new", "/sign-in-sheet" })
        {
            await RemoveAsync(browser, file);

            (await browser.SubmitAsync(address + page, [], ("又一次.txt", Text), ("新的.txt", [.. Text, (byte)page.Length]))).StatusCode.ShouldBe(HttpStatusCode.Redirect, page);

            (await browser.SubmitAsync(address + page, [], ("再一次.txt", Text))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, page);
            (await browser.GetAsync($"{address}/evidence/{file.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).CountAsync(e => e.Sha256 == file.Sha256)).ShouldBe(1);
        (await db.Evidence.CountAsync()).ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Destroy_BytesOfARemovedFile_TakesItAlong(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var (activity, other) = (await office.Ledger.NewActivityAsync(office.Unit, Title), await office.Ledger.NewActivityAsync(office.Unit, "经典诵读"));
        var (file, copy, own) = (await KeepAsync(office, activity, "讲稿.txt", Text), await KeepAsync(office, other, "另存.txt", Text), await KeepAsync(office, activity, "现场.png", Png));
        var browser = await office.SignInAsync();
        foreach (var piece in new[] { file, own })
            await RemoveAsync(browser, piece);

        var page = $"/activities/{other.Id}/evidence/{copy.Id}/destruction";
        (await browser.ReadAsync(page)).QuerySelector("main fieldset")!.TextContent.ShouldContain($"{Title}：{file.Title}（已移出）");
        (await browser.SubmitAsync(page, [("Input.Reason", "误传"), ("Input.Title", copy.Title), ("IsForAll", "true")])).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        File.Exists(office.Ledger.Folder.Evidence.PathOf(file.Sha256)).ShouldBeFalse();
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelectorAll(".removed li").Length.ShouldBe(1);
        (await browser.ReadAsync($"/activities/{activity.Id}")).QuerySelector(".history")!.TextContent.ShouldNotContain(file.Title);

        // With the record goes what was taken out of it, too.
        (await browser.ReadAsync($"/activities/{activity.Id}/destruction")).QuerySelector(".rows")!.TextContent.ShouldContain($"{own.Title}（已移出）");
        (await browser.SubmitAsync($"/activities/{activity.Id}/destruction", [("Input.Reason", "误录"), ("Input.Title", Title)])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        File.Exists(office.Ledger.Folder.Evidence.PathOf(own.Sha256)).ShouldBeFalse();
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).AnyAsync()).ShouldBeFalse();
        (await new LedgerCheck(office.Ledger.Folder).RunAsync(readData: true, null, CancellationToken.None)).Faults.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Remove_ByStaff_OnlyFromOwnRecordsOfTheOwnUnit(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var account = await office.Ledger.NewAccountAsync(office.Unit, Role.Staff, "staff");
        var own = await office.Ledger.SaveAsync(office.Unit, new Activity
        {
            UnitId = office.Unit.Id, Title = "自己登记的", Status = ActivityStatus.Entered, EnteredAt = office.Ledger.Clock.Now, EnteredById = account.Id,
        }.During(Mingce.Rules.Period.Of(new(2026, 3, 5))));
        var others = await office.Ledger.NewActivityAsync(office.Unit, "别人登记的");
        var (mine, theirs) = (await KeepAsync(office, own, "讲稿.txt", Text), await KeepAsync(office, others, "讲稿.txt", Text));
        var browser = office.Visit();
        await browser.SignInAsync(account.Name);
        var home = await browser.ReadAsync($"/activities/{own.Id}");
        (await browser.ReadAsync($"/activities/{others.Id}")).QuerySelectorAll("a.remove").ShouldBeEmpty();
        home.QuerySelectorAll("a.remove").Length.ShouldBe(1);
        var form = Browser.FormOf(await browser.ReadAsync($"/activities/{own.Id}/evidence/{mine.Id}/removal"));

        (await browser.SubmitAsync($"/activities/{others.Id}/evidence/{theirs.Id}/removal", form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // A piece is one of its own record.
        (await browser.SubmitAsync($"/activities/{own.Id}/evidence/{theirs.Id}/removal", form, [])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var db = office.Ledger.OpenDb(office.Unit);
        (await db.Evidence.CountAsync()).ShouldBe(2);
        (await browser.SubmitAsync($"/activities/{own.Id}/evidence/{mine.Id}/removal", form, [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await db.Evidence.Select(e => e.Id).ToListAsync()).ShouldBe([theirs.Id]);

        var stranger = await office.SignInAsync(unit: await office.Ledger.NewUnitAsync("市图书馆"));
        foreach (var what in new[] { "removal", "restoration" })
            (await stranger.GetAsync($"/activities/{own.Id}/evidence/{mine.Id}/{what}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnSqlite]
    public async Task Edit_IntoAKindWithoutContent_IsRefusedWhileSomethingCanComeBack(Provider provider)
    {
        await using var office = await Office.OpenAsync(provider);
        var activity = await office.Ledger.NewActivityAsync(office.Unit, "", a => a.OfKinds("meeting"));
        var file = await KeepAsync(office, activity, "讲稿.txt", Text);
        var browser = await office.SignInAsync();
        await RemoveAsync(browser, file);

        using var refused = await browser.SubmitAsync($"/activities/{activity.Id}/edit", [("Input.Kind", "talk"), ("Input.Title", ""), ("Reason", "类型有误")]);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.ReadAsync(refused)).QuerySelector("[role=alert]")!.TextContent.ShouldContain("包括已移出的");
    }

    private static async Task RemoveAsync(Browser browser, Evidence piece)
    {
        var address = $"/activities/{piece.ActivityId}";
        (await browser.SubmitAsync($"{address}/evidence/{piece.Id}/removal", [])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        // Shows the notice, whose 撤销 is a form of its own.
        await browser.ReadAsync(address);
    }

    private static async Task<Evidence> KeepAsync(Office office, Activity activity, string name, byte[] bytes)
    {
        await using var content = new MemoryStream(bytes);
        return await office.Ledger.SaveAsync(office.Unit, await EvidenceIntake.KeepAsync(office.Ledger.Folder.Evidence, activity, name, content, false, office.Ledger.Clock.Now, CancellationToken.None));
    }

    // Where the two pieces show or count.
    private static async Task<Dictionary<string, bool>> TraceAsync(Office office, Browser browser, Activity activity, Activity other, Evidence file, Evidence photo)
    {
        await new SearchBacklog(office.Ledger.Folder).WorkAsync(null, CancellationToken.None);
        await using var db = office.Ledger.OpenDb(office.Unit);
        var address = $"/activities/{activity.Id}";
        var card = await new SelfAssessment(db).ScoreAsync(KindTests.Scheme, new(2026, 1, 1), new(2026, 12, 31), OfficeCalendar.Today(office.Ledger.Clock));
        // Nothing to be put together is a fault of the user's.
        var dossier = card.Points == 0 ? null : await new DossierPreparation(db).PrepareAsync(KindTests.Scheme, office.Unit, new(2026, 1, 1), new(2026, 12, 31), office.Ledger.Clock.Now);
        using var sheet = new MemoryStream(await (await browser.GetAsync("/activities.xlsx?handler=evidence")).Content.ReadAsByteArrayAsync());
        return new()
        {
            ["page"] = (await browser.ReadAsync(address)).QuerySelector($"#evidence a[href='{address}/evidence/{file.Id}']") is not null,
            ["file"] = (await browser.GetAsync($"{address}/evidence/{file.Id}")).StatusCode == HttpStatusCode.OK,
            ["thumbnail"] = (await browser.GetAsync($"{address}/evidence/{photo.Id}/thumbnail")).StatusCode == HttpStatusCode.OK,
            ["list"] = (await browser.ReadAsync("/activities?evidence=some")).QuerySelector("tbody")?.TextContent.Contains(Title, StringComparison.Ordinal) == true,
            ["gallery"] = (await browser.ReadAsync("/activities?view=gallery")).QuerySelector($"main a[href*='{photo.Id}'], main img[src*='{photo.Id}']") is not null,
            ["uses"] = (await browser.ReadAsync($"/activities/{other.Id}")).QuerySelectorAll("#evidence .due a").Count(a => a.TextContent == Title) == 2,
            ["search"] = (await browser.ReadAsync("/search?q=甲乙丙丁")).QuerySelectorAll(".hits li").Length == 2,
            ["search by name"] = (await browser.ReadAsync("/search?q=现场")).QuerySelectorAll(".hits li").Length == 1,
            ["score"] = card.Points > 0,
            ["dossier"] = dossier?.Standards.Any(s => s.Exhibits.Any(e => e.Activity.Id == activity.Id)) == true,
            ["catalogue"] = SpreadsheetReader.Read("x.xlsx", sheet).Single().Rows.Any(row => row.Cells.Contains(Title)),
        };
    }
}
