using Mingce.Core.Audit;
using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>回收站 of 来文 or of 报送, the last deleted first.</summary>
internal abstract class DeletedPapersPage<T>(LedgerDb db) : PageModel
    where T : FiledEntity
{
    private const int PageSize = 25;

    public DeletedPapers Papers { get; private set; } = null!;

    public async Task OnGetAsync(int? p, CancellationToken cancellation)
    {
        var deleted = db.Set<T>().AsNoTracking().IgnoreQueryFilters([LedgerDb.Removed]).Where(row => row.RemovedAt != null);
        var count = await deleted.CountAsync(cancellation);
        var number = ListQuery.PageNumber(p, count, PageSize);
        var page = await deleted.OrderByDescending(row => row.RemovedAt).ThenByDescending(row => row.Id).Page(number, PageSize).ToListAsync(cancellation);
        var ids = page.ConvertAll(row => row.Id);
        var events = await db.Events.AsNoTracking().Where(e => ids.Contains(e.SubjectId) && e.What == PaperRemovalPage<T>.Deleted).OrderBy(e => e.At).ToListAsync(cancellation);
        Papers = new(count, number, PageSize, [.. page.Select(row => new DeletedPaper(row, events.FindLast(e => e.SubjectId == row.Id)))]);
    }
}

/// <summary>A page of a 回收站.</summary>
internal sealed record DeletedPapers(int Count, int Number, int PageSize, IReadOnlyList<DeletedPaper> Rows);

/// <summary>A deleted row, and who deleted it when and why.</summary>
internal sealed record DeletedPaper(FiledEntity Row, Event? Event);
