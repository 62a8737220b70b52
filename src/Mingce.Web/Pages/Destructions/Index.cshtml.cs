using Mingce.Core.Destructions;

namespace Mingce.Web.Pages.Destructions;

/// <summary>销毁记录 of the unit.</summary>
[AccessRule(Resource.Destruction, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Destruction> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = await db.Destructions.AsNoTracking().OrderByDescending(d => d.Id).Take(Most).ToListAsync(cancellation);
}
