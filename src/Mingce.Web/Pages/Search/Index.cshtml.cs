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
        var found = await search.FindAllAsync(Query, SearchNouns.For(session), cancellation);
        YearItems = [new("全部年度", ""), .. found.Select(f => f.On.Year).Append(year ?? 0).Where(y => y > 0).Distinct().OrderDescending().Select(y => new SelectListItem($"{y}年", $"{y}", y == year))];
        var groups = new List<SearchGroup>();
        foreach (var kind in SearchNouns.For(session).Where(n => noun is null || n == noun))
        {
            List<FoundEntry> ofKind = [.. found.Where(f => f.Noun == kind && (year is null || f.On.Year == year))];
            if (ofKind.Count > 0)
                groups.Add(new(kind, ofKind.Count, await new SearchHits(db).ReadAsync(await search.ReadAsync(PageOf(ofKind, p), cancellation), Query, cancellation)));
        }
        Groups = groups;
    }

    private IEnumerable<FoundEntry> PageOf(List<FoundEntry> found, int? p)
    {
        if (Chosen is null)
            return found.Take(GroupSize);
        Number = Math.Clamp(p ?? 1, 1, (found.Count + PageSize - 1) / PageSize);
        return found.Skip((Number - 1) * PageSize).Take(PageSize);
    }
}

/// <summary>What was found of one noun; the newest of it.</summary>
internal sealed record SearchGroup(Noun Noun, int Count, IReadOnlyList<SearchHit> Hits);
