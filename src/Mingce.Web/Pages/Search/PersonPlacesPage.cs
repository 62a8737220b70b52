using Mingce.Core.Search;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.Search;

/// <summary>Everything of the unit in which one name stands: the roster, and whatever the index holds, so that a new noun is there by itself.</summary>
internal abstract class PersonPlacesPage(LedgerDb db, Session session, KindCatalogue kinds) : PageModel
{
    private const int MostOfOne = 200;
    private const string Honor = "honor";

    protected LedgerDb Db => db;
    protected Session Session => session;

    public string Name { get; protected set; } = "";
    public bool IsName => SearchedName.Length is >= 2 and <= 30;
    public IReadOnlyList<Person> Roster { get; private set; } = [];
    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];

    /// <summary>Activities among the places that are 荣誉.</summary>
    public IReadOnlySet<Guid> Honors { get; private set; } = new HashSet<Guid>();
    public int Count => Roster.Count + Groups.Sum(g => g.Count);

    private string SearchedName => Folding.Fold(Name);

    protected async Task ReadAsync(CancellationToken cancellation)
    {
        if (!IsName)
            return;
        var query = new SearchQuery([SearchedName]);
        if (session.May(Resource.Person, AccessAction.View))
            Roster = await db.People.AsNoTracking().Where(p => p.Name.Contains(SearchedName)).OrderBy(p => p.Name).Take(MostOfOne).ToListAsync(cancellation);
        var search = new LedgerSearch(db);
        var groups = new List<SearchGroup>();
        var found = (await search.FindAllAsync(query, SearchNouns.For(session), cancellation)).ToLookup(f => f.Noun);
        foreach (var noun in SearchNouns.For(session).Where(found.Contains))
            groups.Add(new(noun, found[noun].Count(), await new SearchHits(db).ReadAsync(await search.ReadAsync(found[noun].Take(MostOfOne), cancellation), query, cancellation)));
        Groups = groups;
        var honors = kinds.CountingAs(Honor);
        var ids = groups.SelectMany(g => g.Hits).Select(h => h.Entry.OwnerId).ToList();
        Honors = (await db.ActivityKinds.Where(k => ids.Contains(k.ActivityId) && honors.Contains(k.KindId)).Select(k => k.ActivityId).ToListAsync(cancellation)).ToHashSet();
    }
}
