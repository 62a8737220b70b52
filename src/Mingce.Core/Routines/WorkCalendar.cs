using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Rules;
using Mingce.Rules.Routines;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Routines;

/// <summary>An occurrence with the rows that it comes from.</summary>
public sealed record CalendarEntry(Routine Routine, Occurrence Occurrence, Waiver? Waiver);

/// <summary>工作日历: computes what falls due from the routines, decisions and activities of the unit. Nothing of it is stored.</summary>
/// <param name="delivered">The notices that came with the program; a year that the office entered itself takes the place of one of them.</param>
public sealed class WorkCalendar(LedgerDb db, OfficeDays delivered)
{
    private OfficeDays? days;

    /// <summary>An occurrence is put off by this many days at most.</summary>
    public const int LongestPostponement = 366;

    /// <summary>The unit's working days.</summary>
    public async Task<OfficeDays> ReadDaysAsync(CancellationToken cancellation = default) =>
        days ??= delivered.With((await db.HolidayYears.AsNoTracking().ToListAsync(cancellation)).Select(year => year.Notice));

    /// <summary>What falls due, or was put off, from one day to another, by the day on which it is due.</summary>
    /// <param name="routineId">One routine; null for all.</param>
    public async Task<IReadOnlyList<CalendarEntry>> ReadAsync(
        DateOnly from, DateOnly to, DateOnly today, Guid? routineId = null, CancellationToken cancellation = default)
    {
        var routines = await db.Routines.AsNoTracking().Where(r => r.Status == RoutineStatus.Active && r.StartsOn != null).ToListAsync(cancellation);
        if (routines.Count == 0)
            return [];
        DateOnly first = from.AddDays(-2 * LongestPostponement), last = to.AddDays(LongestPostponement);
        var waivers = await db.Waivers.AsNoTracking().Where(w => w.OccurrenceOn >= first && w.OccurrenceOn <= last).ToListAsync(cancellation);
        var byRoutine = waivers.ToLookup(w => w.RoutineId);
        var byId = routines.ToDictionary(r => r.Id.ToString());
        var byDay = waivers.ToDictionary(w => (w.RoutineId, w.OccurrenceOn));

        var kinds = await db.ReadKindsAsync(cancellation);
        var schedule = new Schedule([.. routines.Select(r => r.ToPlan(byRoutine[r.Id]))], await ReadDaysAsync(cancellation), from, to);
        var deeds = await ReadDeedsAsync(schedule, kinds, [.. routines.Select(r => r.KindId).Distinct().SelectMany(kinds.CountingAs).Distinct()], [.. waivers.Select(w => w.ActivityId).OfType<Guid>()], cancellation);
        return [.. schedule.Evaluate(deeds, today)
            .Select(occurrence => (Routine: byId[occurrence.Plan.Id], Occurrence: occurrence))
            .Where(entry => routineId is null || entry.Routine.Id == routineId)
            .Select(entry => new CalendarEntry(entry.Routine, entry.Occurrence, byDay.GetValueOrDefault((entry.Routine.Id, entry.Occurrence.Span.Due))))];
    }

    /// <summary>One occurrence; null where the rule of the routine asks for nothing on that day.</summary>
    public async Task<CalendarEntry?> FindAsync(Guid routineId, DateOnly day, DateOnly today, CancellationToken cancellation = default) =>
        (await ReadAsync(day, day, today, routineId, cancellation)).FirstOrDefault(entry => entry.Occurrence.Span.Due == day);

    /// <summary>What the office has to do as of today.</summary>
    public Task<Agenda> ReadAgendaAsync(DateOnly today, CancellationToken cancellation = default)
    {
        var lastYear = today.AddDays(-Schedule.OverdueDaysOfLastYear);
        var from = lastYear.Year < today.Year ? lastYear : new DateOnly(today.Year, 1, 1);
        return db.CachedAsync(
            $"agenda {today:O}",
            async () => new Agenda(await ReadAsync(from, Agenda.LastDay(today), today, null, cancellation), today),
            agenda => 1000 * (agenda.Month.Count + agenda.ToDo.Count + agenda.Overdue.Count));
    }

    /// <summary>What an activity fulfils, alone or with others.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> FulfilledByAsync(Activity activity, DateOnly today, CancellationToken cancellation = default)
    {
        // Whole years, so that the activities of a year ask for the same; what a year asks for falls due at its end.
        DateOnly from = new(activity.FromOn.AddDays(-LongestPostponement).Year, 1, 1), to = new(activity.ToOn.Year + 1, 1, 31);
        var byDeed = await db.CachedAsync(
            $"fulfilled {from:O} {to:O} {today:O}",
            async () => (await ReadAsync(from, to, today, null, cancellation))
                .SelectMany(entry => entry.Occurrence.Deeds.Select(deed => (Deed: deed, Entry: entry))).ToLookup(x => x.Deed, x => x.Entry),
            lookup => 1000 * lookup.Count);
        return [.. byDeed[activity.Id.ToString()]];
    }

    // Only the unit's own deeds count for it; drafts count nowhere.
    private async Task<List<Deed>> ReadDeedsAsync(Schedule schedule, KindCatalogue catalogue, List<string> kinds, List<Guid> named, CancellationToken cancellation)
    {
        DateOnly first = schedule.First, last = schedule.Last;
        var own = db.Activities.AsNoTracking().Where(a => a.Status == ActivityStatus.Entered && a.Actor == Actor.Own);
        var deeds = await DeedsAsync(own.Where(a =>
            a.FromOn <= last && a.ToOn >= first && !a.IsSummary && a.Precision != PeriodPrecision.Year && a.Kinds.Any(k => kinds.Contains(k.KindId))));
        if (named.Count > 0)
            deeds.AddRange((await DeedsAsync(own.Where(a => named.Contains(a.Id)))).ExceptBy(deeds.Select(d => d.Id), d => d.Id).ToList());
        return deeds;

        async Task<List<Deed>> DeedsAsync(IQueryable<Activity> activities)
        {
            var rows = await activities
                .Select(a => new { a.Id, a.Title, a.FromOn, a.ToOn, a.Precision, a.IsSummary, Kinds = a.Kinds.Select(k => k.KindId).ToList() })
                .ToListAsync(cancellation);
            return [.. rows.Select(a => new Deed(a.Id.ToString(), a.Title, new Period(a.FromOn, a.ToOn, a.Precision), [.. a.Kinds.SelectMany(catalogue.LineOf).Distinct()], a.IsSummary))];
        }
    }
}

/// <summary>待办: what is overdue and what is due soon, and how the month stands.</summary>
public sealed class Agenda(IReadOnlyList<CalendarEntry> entries, DateOnly today)
{
    private const int DaysAhead = 7;

    /// <summary>本月应办: what is due in this month.</summary>
    public IReadOnlyList<CalendarEntry> Month { get; } =
        [.. entries.Where(e => (e.Occurrence.DueOn.Year, e.Occurrence.DueOn.Month) == (today.Year, today.Month))];

    /// <summary>逾期, the longest first.</summary>
    public IReadOnlyList<CalendarEntry> Overdue { get; } = [.. entries.Where(e => e.Occurrence.State == OccurrenceState.Overdue)];

    /// <summary>Overdue first, then what is due by the end of the month or within a week.</summary>
    public IReadOnlyList<CalendarEntry> ToDo { get; } =
        [.. entries.Where(e => e.Occurrence.IsOpen && e.Occurrence.DueOn <= LastDay(today)).OrderBy(e => e.Occurrence.State != OccurrenceState.Overdue)];

    public int Done => Month.Count(e => e.Occurrence.State == OccurrenceState.Done);
    public int NotHeld => Month.Count(e => e.Occurrence.State == OccurrenceState.NotHeld);

    /// <summary>Days since the oldest overdue day; 0 where nothing is overdue.</summary>
    public int LongestOverdue => Overdue.Count == 0 ? 0 : Overdue.Max(e => today.DayNumber - e.Occurrence.DueOn.DayNumber);

    internal static DateOnly LastDay(DateOnly today)
    {
        var endOfMonth = new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1);
        return today.AddDays(DaysAhead) is var week && week > endOfMonth ? week : endOfMonth;
    }
}
