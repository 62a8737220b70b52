using Mingce.Core.Destructions;
using Mingce.Core.Search;
using Mingce.Web.Pages.Destructions;

namespace Mingce.Web.Pages.Activities;

/// <summary>销毁 of a record whose text was entered by mistake; single files go by their own page.</summary>
[AccessRule(Resource.Destruction, AccessAction.Create, Relation.OwnUnit)]
internal sealed class DestructionModel(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DestructionInput Input { get; set; } = new();

    public Activity Activity { get; private set; } = null!;
    public IReadOnlyList<Evidence> Files => [.. Activity.Evidence.Where(e => e.HasFile)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Folding.Fold(Input.Title ?? "") != Folding.Fold(Activity.Title))
            ModelState.AddModelError("Input.Title", "与记录标题不一致，请照抄上面的标题。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var tombstone = await new LedgerDestruction(db, session.Change(Input.Reason.Trim())).DestroyRecordAsync(Activity, cancellation);
        await new DestructionCleanup(options.Folder, time).FinishAsync(CancellationToken.None);
        return Redirect($"/destructions/{tombstone.Id}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        // With its parts, so that their going is audited too.
        var activity = await db.Activities.IgnoreQueryFilters([LedgerDb.Removed]).Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == Id, cancellation);
        Activity = activity!;
        return activity is not null;
    }
}
