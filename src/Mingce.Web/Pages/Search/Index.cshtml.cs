using Mingce.Core.Search;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Search;

/// <summary>搜索 over everything that the role may see, in groups; one group alone is paged.</summary>
[AccessRule(Resource.Activity, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session) : PageModel
{
    public const int PageSize = 20;
    private const int GroupSize = 5;

    public string Typed { get; private set; } = "";
    public SearchQuery Query { get; private set; } = new([]);
    public Noun? Chosen { get; private set; }
    public int? Year { get; private set; }

    /// <summary>The page, from 1.</summary>
    public int Number { get; private set; } = 1;
    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];
    public IReadOnlyList<SelectListItem> YearItems { get; private set; } = [];
    public int Count => Groups.Sum(g => g.Count);

    public async Task OnGetAsync(string? q, Noun? noun, int? year, int? p, CancellationToken cancellation)
    {
        (Typed, Chosen, Year) = (q ?? "", noun, year);
        Query = SearchQuery.Parse(q);
        if (Query.Words.Count == 0)
            return;
        var search = new LedgerSearch(db);
        var found = search.Find(Query, SearchNouns.For(session));
        var counts = await search.CountAsync(found, cancellation);
        YearItems = [new("全部年度", ""), .. counts.Select(c => c.Year).Append(year ?? 0).Where(y => y > 0).Distinct().OrderDescending().Select(y => new SelectListItem($"{y}年", $"{y}", y == year))];
        var groups = new List<SearchGroup>();
        foreach (var kind in SearchNouns.For(session).Where(n => noun is null || n == noun))
        {
            var count = counts.Where(c => c.Noun == kind && (year is null || c.Year == year)).Sum(c => c.Count);
            if (count > 0)
                groups.Add(new(kind, count, await ReadAsync(search.In(found, kind, year), count, p, cancellation)));
        }
        Groups = groups;
    }

    private async Task<IReadOnlyList<SearchHit>> ReadAsync(IQueryable<SearchEntry> found, int count, int? p, CancellationToken cancellation)
    {
        var size = Chosen is null ? GroupSize : PageSize;
        if (Chosen is not null)
            Number = Math.Clamp(p ?? 1, 1, (count + PageSize - 1) / PageSize);
        var entries = await LedgerSearch.Newest(found, (Number - 1) * size, size).ToListAsync(cancellation);
        return await new SearchHits(db).ReadAsync(entries, Query, cancellation);
    }
}

/// <summary>What was found of one noun; the newest of it.</summary>
internal sealed record SearchGroup(Noun Noun, int Count, IReadOnlyList<SearchHit> Hits);
