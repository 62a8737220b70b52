namespace Mingce.Web.Pages.Search;

/// <summary>按姓名查找: everywhere that one person is named.</summary>
[AccessRule(Resource.Person, AccessAction.View, Relation.OwnUnit)]
internal sealed class PeopleModel(LedgerDb db, Session session, KindCatalogue kinds) : PersonPlacesPage(db, session, kinds)
{
    public async Task OnGetAsync(string? q, CancellationToken cancellation)
    {
        Name = q?.Trim() ?? "";
        await ReadAsync(cancellation);
    }
}
