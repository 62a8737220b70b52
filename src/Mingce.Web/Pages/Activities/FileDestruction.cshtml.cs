using Mingce.Core.Destructions;
using Mingce.Core.Search;
using Mingce.Web.Pages.Destructions;

namespace Mingce.Web.Pages.Activities;

/// <summary>销毁 of a file that was entered by mistake, wherever the unit has it.</summary>
[AccessRule(Resource.Destruction, AccessAction.Create, Relation.OwnUnit)]
internal sealed class FileDestructionModel(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid ActivityId { get; set; }

    [FromRoute]
    public Guid EvidenceId { get; set; }

    [BindProperty]
    public DestructionInput Input { get; set; } = new();

    /// <summary>Other places of the unit with the same bytes are destroyed, too.</summary>
    [BindProperty]
    public bool IsForAll { get; set; }

    public Evidence Evidence { get; private set; } = null!;

    /// <summary>Where else the unit has the same bytes.</summary>
    public IReadOnlyList<HeldFile> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Folding.Fold(Input.Title ?? "") != Folding.Fold(Evidence.Title))
            ModelState.AddModelError("Input.Title", "与材料名称不一致，请照抄上面的名称。");
        if (Others.Count > 0 && !IsForAll)
            ModelState.AddModelError(nameof(IsForAll), "同一文件还用在别处，请先逐项查看，再勾选“一并销毁”。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var tombstone = await new LedgerDestruction(db, session.Change(Input.Reason.Trim())).DestroyFileAsync(Evidence.Sha256, ActivityId, cancellation);
        // The ledger has forgotten it. If the rest is interrupted, the server goes on with it by itself.
        await new DestructionCleanup(options.Folder, time).FinishAsync(CancellationToken.None);
        return Redirect($"/destructions/{tombstone.Id}");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).FirstOrDefaultAsync(e => e.Id == EvidenceId && e.ActivityId == ActivityId && e.Sha256 != "", cancellation) is not { } evidence)
            return false;
        Evidence = evidence;
        Others = await HeldFile.OfAsync(db, await DestructionPlan.ReadAsync(db, evidence.Sha256, cancellation), EvidenceId, cancellation);
        return true;
    }
}
