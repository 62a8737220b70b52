using Mingce.Core.Accounts;

namespace Mingce.Web.Pages.Accounts;

/// <summary>账号 of the unit, those in use first.</summary>
[AccessRule(Resource.Account, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db) : PageModel
{
    public IReadOnlyList<Account> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = await db.Accounts.AsNoTracking().OrderBy(a => a.ClosedAt != null).ThenBy(a => a.Name).ToListAsync(cancellation);

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        SheetColumn<Account>[] columns = [new("账号", 18, a => a.Name), new("姓名", 14, a => a.DisplayName), new("角色", 18, a => Words.Of(a.Role)), new("状态", 26, Words.StateOf)];
        return await this.SheetAsync("账号", columns, Rows);
    }
}
