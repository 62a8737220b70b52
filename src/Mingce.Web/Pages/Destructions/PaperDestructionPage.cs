using Mingce.Core.Destructions;
using Mingce.Core.Papers;
using Mingce.Core.Search;
using Mingce.Web.Pages.IncomingPapers;

namespace Mingce.Web.Pages.Destructions;

/// <summary>销毁 of a 来文 or 报送 that was entered by mistake, with its file wherever the unit has it.</summary>
internal abstract class PaperDestructionPage(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DestructionInput Input { get; set; } = new();

    /// <summary>Other places of the unit with the same file: it goes there, too.</summary>
    [BindProperty]
    public bool IsForAll { get; set; }

    public WrongPaper Paper { get; private set; } = null!;
    public IReadOnlyList<HeldFile> Others { get; private set; } = [];

    protected LedgerDb Db => db;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Folding.Fold(Input.Title ?? "") != Folding.Fold(Paper.Title))
            ModelState.AddModelError("Input.Title", "与名称不一致，请照抄上面的名称。");
        if (Others.Count > 0 && !IsForAll)
            ModelState.AddModelError(nameof(IsForAll), "同一文件还用在别处，请先逐项查看，再勾选“一并销毁”。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var tombstone = await new LedgerDestruction(db, session.Change(Input.Reason.Trim())).DestroyPaperAsync(Paper.Row, cancellation);
        await new DestructionCleanup(options.Folder, time).FinishAsync(CancellationToken.None);
        return Redirect($"/destructions/{tombstone.Id}");
    }

    protected abstract Task<WrongPaper?> FindAsync(CancellationToken cancellation);

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } paper)
            return false;
        Paper = paper;
        if (paper.Row.HasFile)
            Others = await HeldFile.OfAsync(db, await DestructionPlan.ReadAsync(db, paper.Row.Sha256, cancellation), Id, cancellation);
        return true;
    }
}

/// <summary>What is to be destroyed.</summary>
/// <param name="Noun">来文, 报送记录.</param>
/// <param name="Address">The page of it.</param>
internal sealed record WrongPaper(FiledEntity Row, string Noun, string Title, string Address);

/// <summary>A place of the unit that has a file.</summary>
internal sealed record HeldFile(string Href, string Title)
{
    /// <summary>All but the one of the id.</summary>
    public static async Task<IReadOnlyList<HeldFile>> OfAsync(LedgerDb db, DestructionPlan plan, Guid except, CancellationToken cancellation)
    {
        var owners = plan.Evidence.Select(e => e.ActivityId).ToList();
        var titles = await db.Activities.Where(a => owners.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Title, cancellation);
        return
        [
            .. plan.Evidence.Where(e => e.Id != except).Select(e => new HeldFile($"/activities/{e.ActivityId}", $"{titles[e.ActivityId]}：{e.Title}{(e.RemovedAt is null ? "" : "（已移出）")}")),
            .. plan.Papers.Where(p => p.Id != except).Select(p => new HeldFile(PaperWords.AddressOf(p), $"{PaperWords.NounOf(p)}：{p.Title}{(p.RemovedAt is null ? "" : "（已删除）")}")),
        ];
    }
}
