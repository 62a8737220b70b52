using Mingce.Core.Preparations;
using Mingce.Core.Routines;
using Mingce.Rules;

namespace Mingce.Web.Pages.Preparations;

/// <summary>Which records a plan became. Nothing of it is stored: a record counts by what it says.</summary>
internal static class RegisteredActivities
{
    private const int DaysAround = 7;
    private const int MostShown = 5;

    /// <summary>What fulfils its occurrence; without one, what was registered of its kind within a week of its day, the same title first.</summary>
    public static async Task<IReadOnlyList<Activity>> FindRegisteredAsync(this LedgerDb db, Preparation preparation, CalendarEntry? entry, CancellationToken cancellation)
    {
        var entered = db.Activities.AsNoTracking().Where(a => a.Status == ActivityStatus.Entered && a.Actor == Actor.Own);
        if (entry is not null)
        {
            List<Guid> ids = [.. entry.Occurrence.Deeds.Select(Guid.Parse)];
            return await entered.Where(a => ids.Contains(a.Id)).OrderBy(a => a.FromOn).ToListAsync(cancellation);
        }
        DateOnly first = preparation.HeldOn.AddDays(-DaysAround), last = preparation.HeldOn.AddDays(DaysAround);
        var kind = preparation.KindId;
        var near = await entered.Where(a => !a.IsSummary && a.ToOn >= first && a.FromOn <= last && a.Kinds.Any(k => k.KindId == kind)).OrderBy(a => a.FromOn).ToListAsync(cancellation);
        return [.. near.OrderBy(a => a.Title != preparation.Title).ThenBy(a => Math.Abs(a.FromOn.DayNumber - preparation.HeldOn.DayNumber)).Take(MostShown)];
    }

    /// <summary>The plans that a record may have come from: of one of its kinds, within a week.</summary>
    public static Task<List<Preparation>> FindPreparationsAsync(this LedgerDb db, Activity activity, CancellationToken cancellation)
    {
        DateOnly first = activity.FromOn.AddDays(-DaysAround), last = activity.ToOn.AddDays(DaysAround);
        List<string> kinds = [.. activity.Kinds.Select(k => k.KindId)];
        return db.Preparations.AsNoTracking().Where(p => p.HeldOn >= first && p.HeldOn <= last && kinds.Contains(p.KindId)).OrderBy(p => p.HeldOn).Take(MostShown).ToListAsync(cancellation);
    }
}
