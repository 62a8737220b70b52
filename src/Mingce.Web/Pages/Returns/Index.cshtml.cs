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
        filter.P = Math.Clamp(filter.P ?? 1, 1, Math.Max(1, (Count + PageSize - 1) / PageSize));
        Rows = await found.Skip((filter.P.Value - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
    }
}
