using Mingce.Core.Audit;
using Mingce.Core.Papers;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.Returns;

/// <summary>报送记录: one thing that was handed in.</summary>
[AccessRule(Resource.Return, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session) : PageModel
{
    public required Return Sent { get; set; }
    public WorkItem? Item { get; private set; }
    public IncomingPaper? Paper { get; private set; }
    public IReadOnlyList<Event> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        // What is in the 回收站 is seen by those who may take it out.
        if (await db.Returns.AsNoTracking().IgnoreQueryFilters([LedgerDb.Removed]).FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } sent
            || (sent.RemovedAt is not null && !session.May(Resource.Return, AccessAction.Create)))
            return NotFound();
        Sent = sent;
        Item = await db.WorkItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == sent.WorkItemId, cancellation);
        Paper = await db.IncomingPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == sent.PaperId, cancellation);
        Events = await db.ReadHistoryAsync(id, cancellation);
        return Page();
    }
}
