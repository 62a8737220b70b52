using Mingce.Core.Intake;

namespace Mingce.Web.Pages.Imports.Drafts;

/// <summary>A page about one draft of an activity that waits in an open work.</summary>
internal abstract class DraftPage(LedgerDb db) : PageModel
{
    /// <summary>The report.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid DraftId { get; set; }

    public ReportDraft Item { get; private set; } = null!;
    public Activity Draft { get; private set; } = null!;

    protected LedgerDb Db => db;

    /// <summary>Back to the draft.</summary>
    public string BackHref => $"/imports/{Id}#d-{DraftId}";

    /// <returns>Where to go instead; null where the draft is there and waits.</returns>
    protected async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (await db.ReportDrafts.SingleOrDefaultAsync(d => d.Id == DraftId && d.ReportId == Id, cancellation) is not { } item)
            return NotFound();
        var draft = item.IsRoutine || item.State != DraftState.Waiting ? null : await db.Activities
            .Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == item.DraftId && a.Status == ActivityStatus.Draft, cancellation);
        (Item, Draft) = (item, draft!);
        return draft is null ? Redirect(BackHref) : null;
    }
}
