using Mingce.Core.Accounts;
using Mingce.Core.Activities;
using Mingce.Core.Destructions;
using Mingce.Core.Intake;
using Mingce.Core.Papers;
using Mingce.Core.Preparations;
using Mingce.Core.Routines;
using Mingce.Core.WorkItems;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;

namespace E2E.Tests;

/// <summary>Every page on both screens, with the sample unit's records.</summary>
[Collection(SiteCollection.Name)]
public sealed class PageTests(Site site)
{
    // A word in braces stands for the id of such a record; the test says which.
    private static readonly string[] Addresses =
    [
        "/", "/activities", "/activities?q=没有这样的活动", "/activities/new", "/activities/{photos}", "/activities/{summary}", "/activities/{draft}",
        "/activities/{draft}/removal", "/activities/{draft}/confirmation", "/activities/{photos}/edit", "/activities/{photos}/evidence/new",
        "/activities?view=timeline", "/activities?view=gallery", "/activities?evidence=photo&source=Own&status=all&size=100", "/activities/deleted", "/activities/{deleted}", "/activities/{deleted}/restoration",
        "/activities/{photos}/removal", "/activities/{photos}/captions", "/activities/{summary}/parts", "/activities/new?kind=meeting", "/activities/new?kind=talk", "/schemes", "/kinds", "/kinds/new", "/kinds/choices", "/kinds/{kind}",
        "/assessment", "/assessment/1.1", "/assessment/1.6/attestations/1.6-1", "/reports", "/reports?year=2024",
        "/routines", "/routines/new", "/routines/new?preset=branch-committee", "/routines/{routine}", "/routines/{routine}/edit", "/routines/{routine}/closure", "/routines/{routine-draft}",
        "/routines/{routine-draft}/confirmation", "/routines/{routine-draft}/removal", "/calendar", "/calendar?month=2026-02", "/calendar?overdue=true", "/reminders",
        "/routines/{routine}/occurrences/{due}", "/routines/{routine}/occurrences/{due}/waiver", "/routines/{routine}/occurrences/{due}/postponement", "/routines/{routine}/occurrences/{due}/merger",
        "/imports", "/imports/{import}", "/imports/{import}/drafts/{import-draft}", "/imports/{import}/drafts/{import-draft}/merger", "/imports/{import}/drafts/{import-draft}/split",
        "/calendar/feed", "/reminders/robot", "/holidays", "/holidays/2027",
        "/mine", "/sign-out", "/password", "/unit", "/accounts", "/accounts/new", "/sign-ins", "/nothing-here",
        "/people", "/people?q=没有这个人", "/people?staffing=Retired&state=left", "/people/new", "/people/import", "/people/roster", "/people/{person}", "/people/{person}/departure", "/people/{person}/removal",
        "/search", "/search?q=志愿服务", "/search?q=志愿&noun=Activity", "/search?q=没有这样的词", "/search/people", "/search/people?q=志愿", "/search/people?q=没有这个人", "/search/people/masking?q=志愿",
        "/activities/{photos}/destruction", "/activities/{photos}/evidence/{photo}/destruction", "/destructions", "/destructions/{destruction}",
        "/preparations", "/preparations/new", "/preparations/new?idea=old-photos", "/preparations/{preparation}", "/preparations/{preparation}/edit", "/preparations/{preparation}/removal",
        "/preparations/{preparation}/papers/notice", "/preparations/{preparation}/papers/sign-in", "/activities/{photos}/sign-in-sheet",
        "/ideas", "/ideas?state=retired", "/ideas/new", "/ideas/past", "/ideas/old-photos", "/ideas/old-photos/edit",
        "/templates", "/templates/notice", "/templates/moral-lecture-script", "/phrases", "/phrases?q=没有这条", "/phrases/new", "/phrases/import", "/phrases/{phrase}", "/phrases/{phrase}/removal",
        "/retention", "/retention/photos",
        "/activities/{photos}/evidence/{photo}/removal", "/activities/{with-removed}", "/activities/{with-removed}/evidence/{removed}/restoration",
        "/activities/import", "/volunteering", "/volunteering/people", "/volunteering/import", "/volunteering/publicity", "/volunteering/lists/new", "/volunteering/lists/{hours}", "/volunteering/lists/{hours}/confirmation", "/volunteering/lists/{hours}/withdrawal",
        "/volunteering/certificates", "/volunteering/certificates/new", "/volunteering/certificates/{certificate}", "/volunteering/certificates/{certificate}/revocation", "/my-hours",
        "/departments", "/departments/new", "/departments/{department}", "/groups", "/groups/new", "/groups/{group}",
        "/work-items", "/work-items?q=没有这项任务", "/work-items?mine=true", "/work-items/new", "/work-items/new?list=Rectification", "/work-items/import", "/work-items/practical-tasks", "/work-items/practical-tasks?year=2020",
        "/work-items/{task}", "/work-items/{task}/edit", "/work-items/{task}/progress", "/work-items/{task}/closure", "/work-items/{task}/withdrawal", "/work-items/{task}/activities", "/work-items/new?parent={task}",
        "/work-items/{problem}", "/work-items/{problem}/review", "/work-items/{closed-task}/reopening",
        "/incoming-papers", "/incoming-papers?q=没有这份来文", "/incoming-papers/new", "/incoming-papers/{paper}", "/incoming-papers/{paper}/edit", "/incoming-papers/{paper}/destruction", "/work-items/new?paper={paper}&deadline=0",
        "/incoming-papers/{paper}/removal", "/incoming-papers/deleted", "/incoming-papers/{deleted-paper}", "/incoming-papers/{deleted-paper}/restoration",
        "/returns/{return}/removal", "/returns/deleted", "/returns/{deleted-return}", "/returns/{deleted-return}/restoration",
        "/returns", "/returns/new", "/returns/{return}", "/returns/{return}/edit", "/returns/{return}/destruction", "/stand-ins", "/stand-ins/new", "/stand-ins/{stand-in}/revocation",
    ];

    public static TheoryData<Screen> Screens => [Screen.Desktop, Screen.Phone];

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Page_SignedIn_IsUsableByEverybody(Screen screen)
    {
        var draft = await site.Ledger.NewActivityAsync(site.Unit, "待核对的草稿", a => a.Status = ActivityStatus.Draft);
        await using var db = site.Ledger.OpenDb(site.Unit);
        var photos = await db.Activities.OrderByDescending(a => a.Evidence.Count(e => e.Width > 0)).FirstAsync();
        var deleted = await site.Ledger.NewActivityAsync(site.Unit, "登记重了的活动", a => a.Status = ActivityStatus.Deleted);
        var kindId = Guid.CreateVersion7();
        await site.Ledger.SaveAsync(site.Unit, new UnitKind
        {
            UnitId = site.Unit.Id, Id = kindId, KindId = $"{kindId}", Name = $"窗口服务{screen}", CountsAs = "practical-task", Fields = [new("f1", "受理件数", FieldType.Number) { Unit = "件" }, new("f2", "渠道", FieldType.Choice) { Choices = ["窗口", "热线"] }],
        });
        var summary = await db.Activities.FirstAsync(a => a.IsSummary);

        var routine = await db.Routines.FirstAsync(r => r.KindId == "study" && r.Status == RoutineStatus.Active);
        var routineDraft = new Routine { UnitId = site.Unit.Id, Title = "读书会", KindId = "reading", Year = 2025, EnteredAt = site.Ledger.Clock.Now };
        await site.Ledger.SaveAsync(site.Unit, routineDraft.Recurring(new Recurrence(Frequency.Monthly, Days: [DayOfWeek.Friday])));
        var photo = await db.Evidence.FirstAsync(e => e.ActivityId == photos.Id && e.Sha256 != "");
        var destruction = new Destruction { UnitId = site.Unit.Id, Form = DestructionForm.Record, ActivityId = draft.Id, KeptSince = site.Ledger.Clock.Now, At = site.Ledger.Clock.Now, By = "测试员", Reason = "误录" };
        db.Add(destruction);
        await db.SaveChangesAsync();
        var report = ReportFile.OfText("某中心2024年工作总结\n全年举办道德讲堂4次，讲授主题党课3次。每周五下午组织干部职工到南湖社区清扫街道。\n捐款5600元，组织志愿者30余名开展文明交通劝导。");
        var import = (await new ReportImport(db, KindCatalogue.LoadDefault()).ImportAsync(report, site.Unit, 2024, false, site.Ledger.Change)).Report.Id;
        var split = (await db.Activities.FirstAsync(a => a.IntakeId == import && a.Count == 4)).Id;
        var (task, problem, closed) = (await AddTaskAsync("增设母婴室", WorkList.Practical), await AddTaskAsync("消防通道堆放杂物", WorkList.Rectification), await AddTaskAsync("更换路标", WorkList.Plan));
        var paper = new IncomingPaper { UnitId = site.Unit.Id, Title = "关于报送自查报告的通知", Number = "×文明办〔2026〕3号", ReceivedOn = new(2026, 10, 20), EnteredAt = site.Ledger.Clock.Now };
        paper.Deadlines.Add(new() { UnitId = site.Unit.Id, PaperId = paper.Id, Ordinal = 0, Quote = "请于11月30日前报送", DueOn = new(2026, 11, 30) });
        paper.Attach(new(photo.Sha256, photo.Size, photo.FileName, photo.MediaType));
        await site.Ledger.SaveAsync(site.Unit, paper);
        var sent = new Return { UnitId = site.Unit.Id, Title = "自查报告", Recipient = "市文明办", SentOn = new(2026, 10, 21), EnteredAt = site.Ledger.Clock.Now };
        sent.Attach(new(photo.Sha256, photo.Size, photo.FileName, photo.MediaType));
        await site.Ledger.SaveAsync(site.Unit, sent);
        var deletedPaper = await site.Ledger.SaveAsync(site.Unit, new IncomingPaper { UnitId = site.Unit.Id, Title = "登记重了的通知", ReceivedOn = new(2026, 10, 20), EnteredAt = site.Ledger.Clock.Now, RemovedAt = site.Ledger.Clock.Now });
        var deletedReturn = await site.Ledger.SaveAsync(site.Unit, new Return { UnitId = site.Unit.Id, Title = "登记重了的报告", Recipient = "市文明办", SentOn = new(2026, 10, 21), PaperId = paper.Id, EnteredAt = site.Ledger.Clock.Now, RemovedAt = site.Ledger.Clock.Now });
        var withRemoved = await site.Ledger.NewActivityAsync(site.Unit, "附错材料的活动");
        var removed = await site.Ledger.SaveAsync(site.Unit, new Evidence
        {
            UnitId = site.Unit.Id, ActivityId = withRemoved.Id, Form = EvidenceForm.Link, Title = "别的活动的报道", Url = "https://example.org/", AddedAt = site.Ledger.Clock.Now, RemovedAt = site.Ledger.Clock.Now,
        });
        var accounts = await db.Accounts.OrderBy(a => a.Id).Select(a => a.Id).ToListAsync();
        var standIn = await site.Ledger.SaveAsync(site.Unit, new StandIn { UnitId = site.Unit.Id, HolderId = accounts[0], DeputyId = accounts[^1], FromOn = new(2026, 10, 30), ToOn = new(2026, 10, 31), Reason = "出差" });
        var somebody = await db.People.FirstAsync();
        var (hours, certificate) = await AddHoursAsync(somebody, photos);
        var ids = new Dictionary<string, string>
        {
            ["import"] = $"{import}",
            ["import-draft"] = $"{(await db.ReportDrafts.FirstAsync(d => d.DraftId == split)).Id}",
            ["draft"] = $"{draft.Id}",
            ["photos"] = $"{photos.Id}",
            ["deleted"] = $"{deleted.Id}",
            ["kind"] = $"{kindId}",
            ["summary"] = $"{summary.Id}",
            ["routine"] = $"{routine.Id}",
            ["routine-draft"] = $"{routineDraft.Id}",
            ["due"] = "2026-11-30",
            ["photo"] = $"{photo.Id}",
            ["destruction"] = $"{destruction.Id}",
            ["person"] = $"{somebody.Id}",
            ["hours"] = $"{hours.Id}",
            ["certificate"] = $"{certificate.Id}",
            ["department"] = $"{(await db.Departments.FirstAsync()).Id}",
            ["task"] = $"{task.Id}",
            ["problem"] = $"{problem.Id}",
            ["closed-task"] = $"{closed.Id}",
            ["paper"] = $"{paper.Id}",
            ["return"] = $"{sent.Id}",
            ["deleted-paper"] = $"{deletedPaper.Id}",
            ["deleted-return"] = $"{deletedReturn.Id}",
            ["stand-in"] = $"{standIn.Id}",
            ["group"] = $"{(await db.Groups.FirstAsync()).Id}",
            ["preparation"] = $"{(await site.Ledger.SaveAsync(site.Unit, new Preparation { UnitId = site.Unit.Id, Title = "午间共读", KindId = "reading", HeldOn = new(2026, 10, 29), Responsible = "办公室", EnteredAt = site.Ledger.Clock.Now })).Id}",
            ["with-removed"] = $"{withRemoved.Id}",
            ["removed"] = $"{removed.Id}",
            ["phrase"] = $"{(await db.Phrases.FirstAsync()).Id}",
        };

        await using var window = await site.OpenAsync(screen);
        var faults = new List<string>();
        foreach (var address in Addresses)
        {
            await window.GoToAsync(ids.Aggregate(address, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value)));
            faults.AddRange((await window.FaultsAsync()).Select(fault => $"{address} {fault}"));
        }
        faults.ShouldBeEmpty();
    }

    // Each list's item as far as its pages want it: a problem waits for its re-check, one of the plan is closed.
    private Task<WorkItem> AddTaskAsync(string title, WorkList list)
    {
        var item = new WorkItem { UnitId = site.Unit.Id, Title = title, List = list, Year = 2026, DueOn = new(2026, 10, 20), EnteredAt = site.Ledger.Clock.Now };
        item.AssignedTo(new Responsible(BodyPart.Lead, "办公室"), new Responsible(BodyPart.Person, "李华")).Report(new(2026, 10, 10), 40, "已选定位置", new("李华", Guid.Empty));
        if (list != WorkList.Practical)
            item.Close(new(2026, 10, 19), "已完成", new("李华", Guid.Empty));
        return site.Ledger.SaveAsync(site.Unit, item);
    }

    // One list that is valid, so that every page has rows, and a certificate of it.
    private async Task<(HoursList List, VolunteerCertificate Certificate)> AddHoursAsync(Person person, Activity activity)
    {
        var (unit, now) = (site.Unit, site.Ledger.Clock.Now);
        var list = new HoursList { UnitId = unit.Id, Source = HoursSource.Own, Title = activity.Title, ActivityId = activity.Id, EnteredById = Guid.CreateVersion7(), EnteredBy = "吴干事", EnteredAt = now };
        list.Entries.Add(new() { UnitId = unit.Id, ListId = list.Id, Ordinal = 0, PersonId = person.Id, FromOn = activity.FromOn, ToOn = activity.ToOn, Minutes = 150, Project = activity.Title });
        await site.Ledger.SaveAsync(unit, list);
        await using var db = site.Ledger.OpenDb(unit);
        var certificate = new VolunteerCertificate
        {
            UnitId = unit.Id, Year = 2026, Ordinal = 1 + await db.Certificates.CountAsync(), PersonId = person.Id, PersonName = person.Name, FromOn = new(2026, 1, 1), ToOn = new(2026, 6, 30), Minutes = 150,
            Services = $"2026年3月5日\t{activity.Title}\t150", Responsible = "周主任", Handler = "吴干事", Contact = "0712-2851234", IssuedOn = new(2026, 7, 1), IssuedBy = "吴干事",
        };
        return (list, await site.Ledger.SaveAsync(unit, certificate));
    }

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Page_OtherWorkYear_IsUsableByEverybody(Screen screen)
    {
        await using var window = await site.OpenAsync(screen);
        var faults = new List<string>();
        foreach (var year in new[] { 2025, 2027 })
        {
            await SetWorkYearAsync(year);
            foreach (var address in new[] { "/", "/assessment", "/assessment/1.1", "/reports", "/work-items", "/work-items/new", "/work-items/import", "/work-items/practical-tasks", "/unit" })
            {
                await window.GoToAsync(address);
                faults.AddRange((await window.FaultsAsync()).Select(fault => $"{address} in {year}: {fault}"));
            }
        }
        await SetWorkYearAsync(null);
        faults.ShouldBeEmpty();
    }

    private async Task SetWorkYearAsync(int? year)
    {
        await using var db = site.Ledger.OpenDb(site.Unit);
        var unit = await db.Units.SingleAsync();
        unit.WorkYear = year;
        db.Record(site.Ledger.Change, unit.Id, unit, "工作年度");
        await db.SaveChangesAsync();
    }

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Page_NotSignedIn_IsUsableByEverybody(Screen screen)
    {
        await using var window = await site.VisitAsync(screen);
        await window.GoToAsync("/sign-in");
        await window.CheckAsync();
        await window.Page.GetByLabel("账号").FillAsync("nobody");
        await window.Page.GetByLabel("口令").FillAsync("wrong-password");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("[role=alert]").WaitForAsync();
        await window.CheckAsync();
    }
}
