using Mingce.Core.Papers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>来文, the newest first.</summary>
[AccessRule(Resource.IncomingPaper, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db) : PageModel
{
    public const int PageSize = 25;

    public PapersFilter Filter { get; private set; } = new();
    public int Count { get; private set; }
    public IReadOnlyList<PaperRow> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> StatusItems => new[] { ("", "全部"), ("unchecked", "待核对"), ("open", "未办结") }
        .Select(s => new SelectListItem(s.Item2, s.Item1, s.Item1 == (Filter.Status ?? "")));

    public async Task OnGetAsync([FromQuery] PapersFilter filter, CancellationToken cancellation)
    {
        Filter = filter;
        var found = filter.Apply(db);
        Count = await found.CountAsync(cancellation);
        filter.P = ListQuery.PageNumber(filter.P, Count, PageSize);
        Rows = await PaperRow.Of(db, found.Page(filter.P.Value, PageSize)).ToListAsync(cancellation);
    }

    public Task<FileStreamResult> OnGetSheetAsync([FromQuery] PapersFilter filter)
    {
        SheetColumn<PaperRow>[] columns =
        [
            new("收文日期", 16, r => r.Paper.ReceivedOn), new("文号", 24, r => r.Paper.Number), new("标题", 48, r => r.Paper.Title), new("来文单位", 28, r => r.Paper.Issuer), new("最近时限", 16, r => r.DueOn), new("任务数", 8, r => r.Tasks), new("已办结", 8, r => r.Closed),
            new("文件", 30, r => r.Paper.FileName), new("原件存放处", 18, r => r.Paper.OriginalPlace), new("保管人", 12, r => r.Paper.OriginalKeeper), new("备注", 30, r => r.Paper.Remark),
        ];
        return this.SheetAsync("来文登记", columns, PaperRow.Of(db, filter.Apply(db)).AsAsyncEnumerable());
    }
}

/// <summary>A paper with how far its tasks are.</summary>
/// <param name="DueOn">The next deadline of an open task; without tasks the first one stated.</param>
internal sealed record PaperRow(IncomingPaper Paper, int Tasks, int Closed, DateOnly? DueOn)
{
    public static IQueryable<PaperRow> Of(LedgerDb db, IQueryable<IncomingPaper> papers) => papers.Select(p => new PaperRow(
        p,
        db.WorkItems.Count(i => i.PaperId == p.Id),
        db.WorkItems.Count(i => i.PaperId == p.Id && i.ClosedOn != null),
        db.WorkItems.Any(i => i.PaperId == p.Id)
            ? db.WorkItems.Where(i => i.PaperId == p.Id && i.ClosedOn == null).Min(i => i.DueOn)
            : p.Deadlines.Min(d => (DateOnly?)d.DueOn)));
}
