using Mingce.Core.Accounts;

namespace Mingce.Web.Pages.Accounts;

/// <summary>账号 of the unit, those in use first.</summary>
[AccessRule(Resource.Account, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db) : PageModel
{
    public IReadOnlyList<Account> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = await db.Accounts.AsNoTracking().OrderBy(a => a.ClosedAt != null).ThenBy(a => a.Name).ToListAsync(cancellation);
}
