using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>A routine: its rule and source, how a year's occurrences stand, and its history.</summary>
[AccessRule(Resource.Routine, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, WorkCalendar calendar, RoutineCatalogue catalogue, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>The festivals are known for these years.</summary>
    public int ShownYear => Math.Clamp(Years.Shown(Year, Today.Year), 2000, 2098);
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public required Routine Routine { get; set; }
    public RoutinePreset? Preset => catalogue.Find(Routine.PresetId);
    public bool IsPartyMeeting => catalogue.IsPartyMeeting(Routine.KindId);
    public IReadOnlyList<CalendarEntry> Entries { get; private set; } = [];
    public IReadOnlyList<Event> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Routines.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } routine)
            return NotFound();
        Routine = routine;
        Entries = await calendar.ReadAsync(new(ShownYear, 1, 1), new(ShownYear, 12, 31), Today, id, cancellation);
        Events = await db.ReadHistoryAsync(id, cancellation);
        return Page();
    }
}
