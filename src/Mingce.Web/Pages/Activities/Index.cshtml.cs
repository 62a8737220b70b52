using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Activities;

/// <summary>活动台账.</summary>
[CachedPage]
[AccessRule(Resource.Activity, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, KindCatalogue kinds, HostChoices hosts) : PageModel
{
    public const int PageSize = 25;

    public LedgerFilter Filter { get; private set; } = new();
    public int Count { get; private set; }
    public IReadOnlyList<Activity> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> KindItems =>
        [new("全部类型", ""), .. kinds.All.Select(k => new SelectListItem(k.Name, k.Id, k.Id == Filter.Kind))];

    public IReadOnlyList<SelectListItem> HostItems { get; private set; } = [];

    public IEnumerable<SelectListItem> EvidenceItems => Items(Filter.Evidence, ("", "不限"), ("some", "有佐证"), ("none", "缺佐证"));

    public IEnumerable<SelectListItem> StatusItems =>
        Items(Filter.Status, ("", "已登记"), ("draft", "草稿"), ("superseded", "已替换"), ("all", "全部"));

    public async Task OnGetAsync([FromQuery] LedgerFilter filter, CancellationToken cancellation)
    {
        Filter = filter;
        HostItems = [new("全部主办", ""), .. (await hosts.ReadAsync(cancellation)).Select(h => new SelectListItem(h.Name, h.Id.ToString(), h.Id == filter.Host))];
        var found = filter.Apply(db.Activities.AsNoTracking());
        Count = await found.CountAsync(cancellation);
        filter.P = Math.Clamp(filter.P ?? 1, 1, Math.Max(1, (Count + PageSize - 1) / PageSize));
        Rows = await found.OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id)
            .Skip((filter.P.Value - 1) * PageSize).Take(PageSize)
            .Include(a => a.Kinds).Include(a => a.Evidence).Include(a => a.Hosts).AsSplitQuery()
            .ToListAsync(cancellation);
    }

    private static IEnumerable<SelectListItem> Items(string? chosen, params (string Value, string Text)[] items) =>
        items.Select(i => new SelectListItem(i.Text, i.Value, i.Value == (chosen ?? "")));
}
