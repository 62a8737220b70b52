using Mingce.Core.Destructions;
using Mingce.Core.Papers;
using Mingce.Core.Search;

namespace Mingce.Web.Pages.Destructions;

/// <summary>A file as the page of its 销毁 shows it.</summary>
/// <param name="OwnerId">The record or paper that it is destroyed from.</param>
/// <param name="Href">The page of that.</param>
/// <param name="Title">What has to be copied to confirm.</param>
internal sealed record FileToDestroy(Guid OwnerId, string Href, string Title, string Sha256, string FileName, long Size)
{
    /// <summary>What does not go along with the file.</summary>
    public string Note { get; init; } = "";
}

/// <summary>销毁 of a file that was entered by mistake, wherever the unit has it.</summary>
internal abstract class FileDestructionPage(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : PageModel
{
    [BindProperty]
    public DestructionInput Input { get; set; } = new();

    /// <summary>Other places of the unit with the same bytes are destroyed, too.</summary>
    [BindProperty]
    public bool IsForAll { get; set; }

    public FileToDestroy Chosen { get; private set; } = null!;

    /// <summary>Where else the unit has the same bytes.</summary>
    public IReadOnlyList<(string Href, string Title)> Others { get; private set; } = [];

    protected LedgerDb Db => db;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
            return NotFound();
        if (Folding.Fold(Input.Title ?? "") != Folding.Fold(Chosen.Title))
            ModelState.AddModelError("Input.Title", "与材料名称不一致，请照抄上面的名称。");
        if (Others.Count > 0 && !IsForAll)
            ModelState.AddModelError(nameof(IsForAll), "同一文件还用在别处，请先逐项查看，再勾选“一并销毁”。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var tombstone = await new LedgerDestruction(db, session.Change(Input.Reason.Trim())).DestroyFileAsync(Chosen.Sha256, Chosen.OwnerId, cancellation);
        // The ledger has forgotten it. If the rest is interrupted, the server goes on with it by itself.
        await new DestructionCleanup(options.Folder, time).FinishAsync(CancellationToken.None);
        return Redirect($"/destructions/{tombstone.Id}");
    }

    /// <summary>The file of this page; null where the unit has none.</summary>
    protected abstract Task<FileToDestroy?> FindAsync(CancellationToken cancellation);

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } file)
            return false;
        Chosen = file;
        var plan = await DestructionPlan.ReadAsync(db, file.Sha256, cancellation);
        var owners = plan.Evidence.Select(e => e.ActivityId).ToList();
        var titles = await db.Activities.Where(a => owners.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Title, cancellation);
        Others =
        [
            .. plan.Evidence.Where(e => e.ActivityId != file.OwnerId).Select(e => ($"/activities/{e.ActivityId}", $"{titles[e.ActivityId]}：{e.Title}")),
            .. plan.Papers.Where(p => p.Id != file.OwnerId).Select(p => p is Return r ? ($"/returns/{r.Id}", $"报送记录：{r.Title}") : ($"/incoming-papers/{p.Id}", $"来文：{((IncomingPaper)p).Title}")),
        ];
        return true;
    }
}
