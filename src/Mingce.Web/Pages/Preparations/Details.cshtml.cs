using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Core.Preparations;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Preparations;

/// <summary>A planned activity, its papers, and the record that it became.</summary>
[AccessRule(Resource.Preparation, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, WorkCalendar calendar, PaperCatalogue papers, KindCatalogue kinds, TimeProvider time) : PageModel
{
    public Preparation Preparation { get; private set; } = null!;
    public CalendarEntry? Entry { get; private set; }
    public IReadOnlyList<PaperForm> Forms { get; private set; } = [];

    /// <summary>Ids of forms whose text a person changed.</summary>
    public IReadOnlySet<string> Edited { get; private set; } = new HashSet<string>();
    public IReadOnlyList<Activity> Activities { get; private set; } = [];
    public IReadOnlyList<Event> Events { get; private set; } = [];
    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    public string RegistrationHref => "/activities/new" + QueryString.Create(new Dictionary<string, string?>
    {
        ["kind"] = Preparation.KindId,
        ["on"] = $"{Preparation.HeldOn:yyyy-MM-dd}",
        ["title"] = Preparation.Title,
    });

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Preparations.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } preparation)
            return NotFound();
        Preparation = preparation;
        if (preparation is { RoutineId: { } routine, OccurrenceOn: { } day })
            Entry = await calendar.FindAsync(routine, day, Today, cancellation);
        Forms = papers.For(preparation.KindId, kinds);
        Edited = (await db.Papers.Where(p => p.PreparationId == id).Select(p => p.Form).ToListAsync(cancellation)).ToHashSet();
        Activities = await db.FindRegisteredAsync(preparation, Entry, cancellation);
        Events = await db.ReadHistoryAsync(id, cancellation);
        return Page();
    }
}
