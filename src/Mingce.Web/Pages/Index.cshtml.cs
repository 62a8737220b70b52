using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Rules;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages;

/// <summary>工作台: where the unit stands today, and what is to be done.</summary>
[CachedPage]
[AccessRule(Resource.Workbench, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, Scheme scheme, WorkCalendar calendar, TimeProvider time) : PageModel
{
    /// <summary>What of the scheme's source is held here: a total of a part must not look like the whole.</summary>
    public string Completeness => scheme.Completeness;

    public const int ListLength = 6;

    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public bool SeesActivities { get; } = session.May(Resource.Activity, AccessAction.View);

    /// <summary>Null for a role that does not see the self-score.</summary>
    public Scorecard? Scorecard { get; private set; }
    public IReadOnlyList<GapRow> Gaps { get; private set; } = [];
    public int GapCount { get; private set; }

    /// <summary>Null for a role that does not see the routines.</summary>
    public Agenda? Agenda { get; private set; }

    /// <summary>Drafts of routines that an import made.</summary>
    public int RoutineDrafts { get; private set; }

    public int ActivityCount { get; private set; }
    public int WithoutEvidence { get; private set; }
    public int Drafts { get; private set; }
    public IReadOnlyList<Activity> Recent { get; private set; } = [];
    public IReadOnlyList<Week> Weeks { get; private set; } = [];
    public int WithoutDay { get; private set; }

    public string YearQuery => $"from={Today.Year}-01-01&to={Today.Year}-12-31";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (SeesActivities)
            await ReadActivitiesAsync(cancellation);
        if (session.May(Resource.Routine, AccessAction.View))
        {
            Agenda = await calendar.ReadAgendaAsync(Today, cancellation);
            RoutineDrafts = await db.Routines.CountAsync(r => r.Status == RoutineStatus.Draft, cancellation);
        }
        if (session.May(Resource.Scorecard, AccessAction.View))
            await ReadScorecardAsync(cancellation);
    }

    private async Task ReadActivitiesAsync(CancellationToken cancellation)
    {
        DateOnly first = new(Today.Year, 1, 1), last = new(Today.Year, 12, 31);
        var entered = db.Activities.AsNoTracking()
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn <= last && a.ToOn >= first);
        ActivityCount = await entered.CountAsync(cancellation);
        WithoutEvidence = await entered.CountAsync(a => a.Evidence.Count == 0, cancellation);
        Drafts = await db.Activities.CountAsync(a => a.Status == ActivityStatus.Draft, cancellation);
        Recent = await db.Activities.AsNoTracking().Include(a => a.Kinds).Include(a => a.Evidence)
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn <= Today)
            .OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id).Take(ListLength)
            .ToListAsync(cancellation);

        var perDay = await entered.Where(a => a.Precision == PeriodPrecision.Day && a.FromOn >= first)
            .GroupBy(a => a.FromOn).Select(g => new { Day = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        Weeks = Week.Of(Today, perDay.ToDictionary(d => d.Day, d => d.Count));
        WithoutDay = ActivityCount - perDay.Sum(d => d.Count);
    }

    private async Task ReadScorecardAsync(CancellationToken cancellation)
    {
        Scorecard = await db.ScoreYearAsync(scheme, Today.Year, time, cancellation);
        var gaps = Scorecard.Standards
            .SelectMany(s => s.Checks.SelectMany(c => c.Gaps.Where(g => g.Points > 0).Select(g => new GapRow(s, g))))
            .OrderByDescending(g => g.Gap.Points).ToList();
        GapCount = gaps.Count;
        Gaps = [.. gaps.Take(ListLength)];
    }
}

/// <summary>A gap and the standard it belongs to.</summary>
internal sealed record GapRow(StandardResult Standard, Gap Gap);

/// <summary>A week of the year: Monday to Sunday, cut to the year.</summary>
internal sealed record Week(DateOnly From, DateOnly To, int Count, bool IsAhead)
{
    /// <summary>Depth of colour, 0 to 4.</summary>
    public int Level => Count switch { 0 => 0, <= 2 => 1, <= 4 => 2, <= 6 => 3, _ => 4 };

    public static IReadOnlyList<Week> Of(DateOnly today, IReadOnlyDictionary<DateOnly, int> perDay)
    {
        var weeks = new List<Week>();
        var from = new DateOnly(today.Year, 1, 1);
        while (from.Year == today.Year)
        {
            var sunday = from.AddDays((7 - (int)from.DayOfWeek) % 7);
            var to = sunday.Year == today.Year ? sunday : new DateOnly(today.Year, 12, 31);
            var count = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Sum(i => perDay.GetValueOrDefault(from.AddDays(i)));
            weeks.Add(new Week(from, to, count, from > today));
            from = to.AddDays(1);
        }
        return weeks;
    }
}
