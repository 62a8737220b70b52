using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Core.Papers;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>来文: what it says, and what was made of it.</summary>
[AccessRule(Resource.IncomingPaper, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    public required IncomingPaper Paper { get; set; }
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public IReadOnlyList<WorkItem> Items { get; private set; } = [];
    public IReadOnlyList<Return> Returns { get; private set; } = [];
    public IReadOnlyList<Event> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        // What is in the 回收站 is seen by those who may take it out.
        if (await db.IncomingPapers.AsNoTracking().IgnoreQueryFilters([LedgerDb.Removed]).Include(p => p.Deadlines).FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } paper
            || (paper.RemovedAt is not null && !session.May(Resource.IncomingPaper, AccessAction.Edit)))
            return NotFound();
        Paper = paper;
        Items = await db.WorkItems.AsNoTracking().Where(i => i.PaperId == id).OrderBy(i => i.DueOn).ThenBy(i => i.Id).ToListAsync(cancellation);
        Returns = await db.Returns.AsNoTracking().Where(r => r.PaperId == id).OrderBy(r => r.SentOn).ThenBy(r => r.Id).ToListAsync(cancellation);
        Events = await db.ReadHistoryAsync(id, cancellation);
        return Page();
    }
}
