using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>常态化安排 of the unit: running ones with what is due next, drafts that an import made, and those that have ended.</summary>
[AccessRule(Resource.Routine, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, WorkCalendar calendar, TimeProvider time) : PageModel
{
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public IReadOnlyList<Routine> Running { get; private set; } = [];
    public IReadOnlyList<Routine> Drafts { get; private set; } = [];
    public IReadOnlyList<Routine> Others { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Occurrence> Next { get; private set; } = new Dictionary<Guid, Occurrence>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await db.Routines.AsNoTracking().Where(r => r.Status != RoutineStatus.Superseded).OrderBy(r => r.Title).ThenBy(r => r.Id).ToListAsync(cancellation);
        Drafts = [.. all.Where(r => r.Status == RoutineStatus.Draft)];
        Running = [.. all.Where(r => r.Status == RoutineStatus.Active && r.StartsOn is not null && (r.EndsOn is not { } end || end >= Today))];
        Others = [.. all.Except(Drafts).Except(Running)];
        Next = (await calendar.ReadAsync(Today, Today.AddYears(2), Today, null, cancellation))
            .Where(entry => entry.Occurrence.IsOpen && entry.Occurrence.DueOn >= Today)
            .DistinctBy(entry => entry.Routine.Id)
            .ToDictionary(entry => entry.Routine.Id, entry => entry.Occurrence);
    }
}
