using Mingce.Core.Units;
using Mingce.Rules;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Activities;

/// <summary>活动台账: table, timeline and gallery of the same records.</summary>
[CachedPage]
[AccessRule(Resource.Activity, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, KindCatalogue kinds, HostChoices hosts, ActivityChoices choices) : PageModel
{
    public LedgerFilter Filter { get; private set; } = new();
    public int Count { get; private set; }

    /// <summary>What the pager counts: records, or photos.</summary>
    public int Total { get; private set; }
    public IReadOnlyList<Activity> Rows { get; private set; } = [];
    public IReadOnlyList<LedgerPhoto> Photos { get; private set; } = [];

    public IEnumerable<SelectListItem> KindItems =>
        [new("全部类型", ""), .. kinds.All.Where(k => !k.IsRetired || k.Id == Filter.Kind).Select(k => new SelectListItem(k.Name, k.Id, k.Id == Filter.Kind))];

    public string DepartmentWord { get; private set; } = "";
    public IReadOnlyList<SelectListItem> DepartmentItems { get; private set; } = [];
    public IReadOnlyList<SelectListItem> GroupItems { get; private set; } = [];
    public IReadOnlyList<string> Campaigns { get; private set; } = [];

    public IEnumerable<SelectListItem> SourceItems =>
        Items($"{Filter.Source}", [("", "不限"), .. Enum.GetValues<ActivitySource>().Select(s => ($"{s}", Words.Of(s)))]);

    public IEnumerable<SelectListItem> EvidenceItems =>
        Items(Filter.Evidence, [("", "不限"), ("some", "有佐证"), ("none", "缺佐证"), .. Enum.GetValues<EvidenceForm>().Select(f => ($"{f}".ToLowerInvariant(), $"有{Words.Of(f)}"))]);

    public IEnumerable<SelectListItem> StatusItems =>
        Items(Filter.Status, ("", "已登记"), ("draft", "草稿"), ("superseded", "已替换"), ("all", "全部"));

    /// <summary>The same list seen or sized otherwise.</summary>
    public string With(string key, string? value) =>
        "/activities" + QueryString.Create(Request.Query.Where(q => q.Key != key && q.Key != "p" && q.Value.ToString().Length > 0)
            .SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).Concat(value is null ? [] : [KeyValuePair.Create(key, (string?)value)]));

    public async Task OnGetAsync([FromQuery] LedgerFilter filter, CancellationToken cancellation)
    {
        Filter = filter;
        await ReadChoicesAsync(cancellation);
        var found = filter.Apply(db.Activities.AsNoTracking(), kinds);
        Total = Count = await found.CountAsync(cancellation);
        if (filter.View == LedgerFilter.Gallery)
            await ReadPhotosAsync(found, cancellation);
        else
            Rows = await Page(found.OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id))
                .Include(a => a.Kinds).Include(a => a.Evidence).Include(a => a.Hosts).AsSplitQuery()
                .ToListAsync(cancellation);
    }

    private async Task ReadChoicesAsync(CancellationToken cancellation)
    {
        var all = await hosts.ReadAsync(cancellation);
        // A figure of a department links to it as the host, whatever body that is.
        if (all.Any(h => h.Id == Filter.Host && h.IsDepartment))
            (Filter.Department, Filter.Host) = (Filter.Host, null);
        DepartmentWord = await db.DepartmentWordAsync(cancellation);
        DepartmentItems = [new("不限", ""), .. all.Where(h => h.IsDepartment).Select(h => new SelectListItem(h.Name, $"{h.Id}", h.Id == Filter.Department))];
        GroupItems = [new("不限", ""), .. all.Where(h => !h.IsDepartment).Select(h => new SelectListItem(h.Name, $"{h.Id}", h.Id == Filter.Host))];
        Campaigns = await choices.ReadCampaignsAsync(cancellation);
    }

    private async Task ReadPhotosAsync(IQueryable<Activity> found, CancellationToken cancellation)
    {
        var photos = from e in db.Evidence.AsNoTracking()
                     join a in found on new { e.UnitId, Id = e.ActivityId } equals new { a.UnitId, a.Id }
                     where e.Sha256 != "" && e.MediaType.StartsWith("image/")
                     orderby a.FromOn descending, a.Id descending, e.AddedAt, e.Id
                     select new LedgerPhoto(a.Id, a.Title, a.FromOn, a.ToOn, a.Precision, e.Id, e.Form, e.Caption);
        Total = await photos.CountAsync(cancellation);
        Photos = await Page(photos).ToListAsync(cancellation);
    }

    private IQueryable<T> Page<T>(IQueryable<T> rows)
    {
        Filter.P = ListQuery.PageNumber(Filter.P, Total, Filter.PageSize);
        return rows.Page(Filter.P.Value, Filter.PageSize);
    }

    private static IEnumerable<SelectListItem> Items(string? chosen, params (string Value, string Text)[] items) =>
        items.Select(i => new SelectListItem(i.Text, i.Value, string.Equals(i.Value, chosen ?? "", StringComparison.OrdinalIgnoreCase)));
}

/// <summary>A picture of the gallery with the record that it belongs to.</summary>
internal sealed record LedgerPhoto(
    Guid ActivityId, string Title, DateOnly FromOn, DateOnly ToOn, PeriodPrecision Precision, Guid EvidenceId, EvidenceForm Form, string Caption)
{
    public Period Period => new(FromOn, ToOn, Precision);
}
