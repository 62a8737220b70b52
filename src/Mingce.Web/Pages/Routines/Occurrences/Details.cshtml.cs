using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines.Occurrences;

/// <summary>应办: what is asked, what was done for it, and what can be decided about it.</summary>
[AccessRule(Resource.Routine, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, WorkCalendar calendar, RoutineCatalogue catalogue, TimeProvider time) : OccurrencePage(calendar, catalogue, time)
{
    public IReadOnlyList<Activity> Activities { get; private set; } = [];

    /// <summary>What it was merged with; null for nothing, or where that is gone.</summary>
    public (string Title, string Href)? MergedWith { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        List<Guid> ids = [.. Entry.Occurrence.Deeds.Select(Guid.Parse)];
        Activities = await db.Activities.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.FromOn).ToListAsync(cancellation);
        MergedWith = await FindMergedAsync(cancellation);
        return Page();
    }

    private async Task<(string Title, string Href)?> FindMergedAsync(CancellationToken cancellation)
    {
        if (Entry.Waiver?.ActivityId is { } activityId)
            return await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == activityId && a.Status != ActivityStatus.Deleted, cancellation) is { } activity ? (activity.Title, $"/activities/{activity.Id}") : null;
        return Entry.Waiver is { OtherRoutineId: { } routineId, OtherOccurrenceOn: { } day } && await Calendar.FindAsync(routineId, day, Today, cancellation) is { } other
            ? (other.Occurrence.Title, OccurrenceLinks.Href(other.Occurrence))
            : null;
    }
}
