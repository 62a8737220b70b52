using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Intake;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Rules;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages;

/// <summary>工作台: where the unit stands today, and what is to be done.</summary>
[CachedPage]
[AccessRule(Resource.Workbench, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, Scheme scheme, WorkCalendar calendar, TimeProvider time) : PageModel
{
    public const int ListLength = 6;

    /// <summary>Of a department with fewer people nothing is told: a figure would tell of persons.</summary>
    public const int SmallestDepartment = 5;

    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public bool SeesActivities { get; } = session.May(Resource.Activity, AccessAction.View);

    /// <summary>Who leads the unit gets one page to read, without the buttons of those who keep the ledger.</summary>
    public bool IsLeader { get; } = session.Account?.Role is Role.Head or Role.DeputyHead;

    public Scheme Scheme => scheme;

    /// <summary>Null for a role that does not see the self-score.</summary>
    public Scorecard? Scorecard { get; private set; }
    public IReadOnlyList<GapRow> Gaps { get; private set; } = [];

    /// <summary>Null for a role that does not see the routines.</summary>
    public Agenda? Agenda { get; private set; }

    /// <summary>Drafts of routines that an import made.</summary>
    public int RoutineDrafts { get; private set; }

    /// <summary>Reports that somebody still works through.</summary>
    public IReadOnlyList<OpenImport> Imports { get; private set; } = [];

    public int ActivityCount { get; private set; }

    /// <summary>人次, as far as headcounts were typed.</summary>
    public int Headcount { get; private set; }
    public int WithoutEvidence { get; private set; }
    public int Drafts { get; private set; }
    public IReadOnlyList<Activity> Recent { get; private set; } = [];
    public IReadOnlyList<Week> Weeks { get; private set; } = [];
    public int WithoutDay { get; private set; }
    public IReadOnlyList<DepartmentShare> Departments { get; private set; } = [];
    public string DepartmentWord { get; private set; } = "";

    /// <summary>The first steps of a new unit; empty once they are done, and for those who do not keep the ledger.</summary>
    public IReadOnlyList<FirstStep> Steps { get; private set; } = [];

    /// <summary>The year of the score and of the figures; what is to be done goes by the calendar.</summary>
    public int Year { get; } = session.WorkYear;

    public string YearQuery => $"from={Year}-01-01&to={Year}-12-31";

    /// <summary>The work of last year is done by the end of March: who sets the work year is then reminded.</summary>
    public bool IsYearOver => session.May(Resource.Unit, AccessAction.Edit) && Today > new DateOnly(Year + 1, 3, 31);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (SeesActivities)
            await ReadActivitiesAsync(cancellation);
        if (session.May(Resource.Routine, AccessAction.View))
        {
            Agenda = await calendar.ReadAgendaAsync(Today, cancellation);
            RoutineDrafts = await db.Routines.CountAsync(r => r.Status == RoutineStatus.Draft, cancellation);
        }
        if (session.May(Resource.Draft, AccessAction.Confirm))
            await ReadFirstUseAsync(cancellation);
        if (session.May(Resource.Scorecard, AccessAction.View))
        {
            Scorecard = await db.ScoreYearAsync(scheme, Year, time, cancellation);
            Gaps = GapRow.Of(Scorecard);
        }
    }

    private async Task ReadActivitiesAsync(CancellationToken cancellation)
    {
        DateOnly first = new(Year, 1, 1), last = new(Year, 12, 31);
        var entered = db.Activities.AsNoTracking()
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn <= last && a.ToOn >= first);
        ActivityCount = await entered.CountAsync(cancellation);
        Headcount = await entered.Where(a => a.Actor == Actor.Own).SumAsync(a => a.ActualHeadcount, cancellation) ?? 0;
        WithoutEvidence = await entered.CountAsync(a => a.Evidence.Count == 0, cancellation);
        Drafts = await db.Activities.CountAsync(a => a.Status == ActivityStatus.Draft, cancellation);
        Recent = await db.Activities.AsNoTracking().Include(a => a.Kinds).Include(a => a.Evidence)
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn <= Today)
            .OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id).Take(ListLength)
            .ToListAsync(cancellation);

        var perDay = await entered.Where(a => a.Precision == PeriodPrecision.Day && a.FromOn >= first)
            .GroupBy(a => a.FromOn).Select(g => new { Day = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        Weeks = Week.Of(Year, Today, perDay.ToDictionary(d => d.Day, d => d.Count));
        WithoutDay = ActivityCount - perDay.Sum(d => d.Count);
        await ReadDepartmentsAsync(entered, cancellation);
    }

    // In the unit's own order, never by figures.
    private async Task ReadDepartmentsAsync(IQueryable<Activity> entered, CancellationToken cancellation)
    {
        var sizes = await db.People.InService(Today).Where(p => p.DepartmentId != null)
            .GroupBy(p => p.DepartmentId!.Value).Select(g => new { g.Key, Count = g.Count() }).Where(g => g.Count >= SmallestDepartment)
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        if (sizes.Count == 0)
            return;
        var hosted = await entered.SelectMany(a => a.Hosts).Where(h => h.DepartmentId != null)
            .GroupBy(h => h.DepartmentId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var departments = await db.Departments.AsNoTracking().OrderBy(d => d.SortOrder).ThenBy(d => d.Name).ToListAsync(cancellation);
        Departments = [.. departments.Where(d => sizes.ContainsKey(d.Id)).Select(d => new DepartmentShare(d.Id, d.Name, hosted.GetValueOrDefault(d.Id)))];
        DepartmentWord = await db.DepartmentWordAsync(cancellation);
    }

    private async Task ReadFirstUseAsync(CancellationToken cancellation)
    {
        Imports = await (from work in db.ReportWorks
                         join report in db.ImportedReports on work.Id equals report.Id
                         let waiting = db.ReportDrafts.Count(d => d.ReportId == work.Id && d.State == DraftState.Waiting)
                         where waiting > 0 && work.KeptUntil >= Today
                         orderby report.ImportedAt
                         select new OpenImport(work.Id, report.Year, report.FileName, waiting)).ToListAsync(cancellation);
        var hasActivities = ActivityCount > 0 || await db.Activities.AnyAsync(cancellation);
        var hasRoutines = await db.Routines.AnyAsync(r => r.Status == RoutineStatus.Active, cancellation);
        var hasBodies = hasActivities && hasRoutines || await db.People.AnyAsync(cancellation) || await db.Departments.AnyAsync(cancellation);
        if (hasActivities && hasRoutines && hasBodies)
            return;
        Steps =
        [
            new("录入机构和人员", "有现成的人员名册，可整份导入。", "导入名册", "/people/import", hasBodies),
            new("列出常态化安排", "每周、每月要做的事列一次，到期在此提示，登记活动后自动转为已办。", "新增安排", "/routines/new", hasRoutines),
            new("登记第一项活动", "只需选类型和日期；也可从往年总结一次提取。", "登记活动", "/activities/new", hasActivities),
        ];
    }
}

/// <summary>A report with drafts that wait.</summary>
internal sealed record OpenImport(Guid Id, int Year, string FileName, int Waiting);

/// <summary>How many of the year's activities a department hosted.</summary>
internal sealed record DepartmentShare(Guid Id, string Name, int Hosted);

/// <summary>One of the first steps of a new unit.</summary>
internal sealed record FirstStep(string Title, string Text, string Action, string Href, bool IsDone);

/// <summary>A week of the year: Monday to Sunday, cut to the year.</summary>
internal sealed record Week(DateOnly From, DateOnly To, int Count, bool IsAhead)
{
    /// <summary>Depth of colour, 0 to 4.</summary>
    public int Level => Count switch { 0 => 0, <= 2 => 1, <= 4 => 2, <= 6 => 3, _ => 4 };

    public static IReadOnlyList<Week> Of(int year, DateOnly today, IReadOnlyDictionary<DateOnly, int> perDay)
    {
        var weeks = new List<Week>();
        var from = new DateOnly(year, 1, 1);
        while (from.Year == year)
        {
            var sunday = from.AddDays((7 - (int)from.DayOfWeek) % 7);
            var to = sunday.Year == year ? sunday : new DateOnly(year, 12, 31);
            var count = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Sum(i => perDay.GetValueOrDefault(from.AddDays(i)));
            weeks.Add(new Week(from, to, count, from > today));
            from = to.AddDays(1);
        }
        return weeks;
    }
}
