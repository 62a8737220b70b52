using Mingce.Core.Audit;
using Mingce.Core.Papers;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.Returns;

/// <summary>报送记录: one thing that was handed in.</summary>
[AccessRule(Resource.Return, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db) : PageModel
{
    public required Return Sent { get; set; }
    public WorkItem? Item { get; private set; }
    public IncomingPaper? Paper { get; private set; }
    public IReadOnlyList<Event> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Returns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } sent)
            return NotFound();
        Sent = sent;
        Item = await db.WorkItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == sent.WorkItemId, cancellation);
        Paper = await db.IncomingPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == sent.PaperId, cancellation);
        Events = await db.ReadHistoryAsync(id, cancellation);
        return Page();
    }
}
