using Mingce.Core.Papers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Returns;

/// <summary>报送记录, the newest first.</summary>
[AccessRule(Resource.Return, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db) : PageModel
{
    public const int PageSize = 25;

    public ReturnsFilter Filter { get; private set; } = new();
    public int Count { get; private set; }
    public IReadOnlyList<Return> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> WayItems =>
        [new("全部", ""), .. Enum.GetValues<ReturnWay>().Select(w => new SelectListItem(Words.Of(w), w.ToString(), w == Filter.Way))];

    public async Task OnGetAsync([FromQuery] ReturnsFilter filter, CancellationToken cancellation)
    {
        Filter = filter;
        var found = filter.Apply(db.Returns.AsNoTracking());
        Count = await found.CountAsync(cancellation);
        filter.P = ListQuery.PageNumber(filter.P, Count, PageSize);
        Rows = await found.Page(filter.P.Value, PageSize).ToListAsync(cancellation);
    }

    public Task<FileStreamResult> OnGetSheetAsync([FromQuery] ReturnsFilter filter)
    {
        SheetColumn<Return>[] columns =
        [
            new("报送日期", 16, r => r.SentOn), new("报送内容", 48, r => r.Title), new("报送对象", 28, r => r.Recipient), new("报送方式", 10, r => Words.Of(r.Way)), new("版本", 24, r => r.Edition),
            new("文件", 30, r => r.FileName), new("回执", 30, r => r.Receipt), new("报送人", 12, r => r.SentBy),
        ];
        return this.SheetAsync("报送记录", columns, filter.Apply(db.Returns.AsNoTracking()).AsAsyncEnumerable());
    }
}
