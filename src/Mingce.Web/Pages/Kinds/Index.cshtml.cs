namespace Mingce.Web.Pages.Kinds;

/// <summary>活动类型: the unit's own and those of the catalogue, with how often each is used.</summary>
[AccessRule(Resource.Kind, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, KindCatalogue kinds) : PageModel
{
    public IReadOnlyList<KindRow> Own { get; private set; } = [];
    public IReadOnlyList<KindRow> Catalogue { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var counts = await db.Activities.Where(a => a.Status == ActivityStatus.Entered).SelectMany(a => a.Kinds)
            .GroupBy(k => k.KindId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var rows = kinds.All.Select(k => new KindRow(k, counts.GetValueOrDefault(k.Id), k.CountsAs is { } whole ? kinds.NameOf(whole) : "")).ToList();
        Own = rows.FindAll(r => r.Kind.IsOwn);
        Catalogue = rows.FindAll(r => !r.Kind.IsOwn);
    }
}

/// <summary>A kind, how many entered records have it, and the name of the kind it counts as.</summary>
internal sealed record KindRow(CatalogueKind Kind, int Records, string CountsAs);
