namespace Mingce.Web.Pages.Activities;

/// <summary>移出 of a piece of evidence from an entered record, and 恢复: by those who may correct the record.</summary>
internal abstract class EvidenceRemovalPage(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid ActivityId { get; set; }

    [FromRoute]
    public Guid EvidenceId { get; set; }

    public Activity Activity { get; private set; } = null!;
    public Evidence Evidence { get; private set; } = null!;

    /// <summary>Whether it is to be taken out, or to come back.</summary>
    protected abstract bool Removes { get; }

    protected string Address => $"/activities/{ActivityId}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        !await FindAsync(cancellation) ? NotFound() : IsOpen ? Page() : Redirect(Address);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        // A second click, or a colleague was faster: it is done either way.
        if (IsOpen)
        {
            var change = session.Change();
            Evidence.RemovedAt = Removes ? change.At : null;
            db.Record(change, Evidence, $"{(Removes ? "移出" : "恢复")}佐证“{Evidence.Title}”");
            await db.SaveChangesAsync(cancellation);
            Tell();
        }
        return Redirect(Address);
    }

    /// <summary>Says on the next page what was done.</summary>
    protected abstract void Tell();

    private bool IsOpen => session.MayCorrect(Activity) && Evidence.RemovedAt is null == Removes;

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Activity = (await db.Activities.FirstOrDefaultAsync(a => a.Id == ActivityId && a.Status == ActivityStatus.Entered, cancellation))!;
        Evidence = (await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).FirstOrDefaultAsync(e => e.Id == EvidenceId && e.ActivityId == ActivityId, cancellation))!;
        return Activity is not null && Evidence is not null;
    }
}
