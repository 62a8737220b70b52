using Mingce.Core.Audit;

namespace Mingce.Web.Pages.Activities;

/// <summary>回收站: deleted records, the last deleted first.</summary>
[AccessRule(Resource.Activity, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DeletedModel(LedgerDb db) : PageModel
{
    public const int PageSize = 25;

    public int Count { get; private set; }
    public int Number { get; private set; }
    public IReadOnlyList<DeletedRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(int? p, CancellationToken cancellation)
    {
        var deleted = db.Activities.AsNoTracking().Where(a => a.Status == ActivityStatus.Deleted);
        Count = await deleted.CountAsync(cancellation);
        Number = ListQuery.PageNumber(p, Count, PageSize);
        var page = await deleted
            .OrderByDescending(a => db.Events.Where(e => e.SubjectId == a.Id && e.What == RemovalModel.Deleted).Max(e => (DateTime?)e.At)).ThenByDescending(a => a.Id)
            .Page(Number, PageSize).Include(a => a.Evidence).ToListAsync(cancellation);
        var ids = page.ConvertAll(a => a.Id);
        var events = await db.Events.AsNoTracking().Where(e => ids.Contains(e.SubjectId) && e.What == RemovalModel.Deleted).OrderBy(e => e.At).ToListAsync(cancellation);
        Rows = [.. page.Select(a => new DeletedRow(a, events.LastOrDefault(e => e.SubjectId == a.Id)))];
    }
}

/// <summary>A deleted record, and who deleted it when and why.</summary>
internal sealed record DeletedRow(Activity Activity, Event? Event);
