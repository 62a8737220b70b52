using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>恢复 of a deleted 来文 or 报送; also 撤销 right after the deletion.</summary>
internal abstract class PaperRestorationPage<T>(LedgerDb db, Session session) : PageModel
    where T : FiledEntity
{
    [FromRoute]
    public Guid Id { get; set; }

    public T Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        !await FindAsync(cancellation) ? NotFound() : Row.RemovedAt is null ? Redirect(PaperWords.AddressOf(Row)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        // A second click, or a colleague was faster: it is back either way.
        if (Row.RemovedAt is not null)
        {
            var change = session.Change();
            Row.RemovedAt = null;
            db.Record(change, Row, "恢复");
            PaperWords.Tell(db, change, Row, await PaperLink.ReadAsync(db, Row, cancellation), "已恢复");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = $"已恢复{PaperWords.NounOf(Row)}“{Row.Title}”。";
        }
        return Redirect(PaperWords.AddressOf(Row));
    }

    private async Task<bool> FindAsync(CancellationToken cancellation) =>
        (Row = (await db.Set<T>().IgnoreQueryFilters([LedgerDb.Removed]).FirstOrDefaultAsync(row => row.Id == Id, cancellation))!) is not null;
}
