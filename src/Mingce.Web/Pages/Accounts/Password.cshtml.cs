using Mingce.Core.Accounts;

namespace Mingce.Web.Pages.Accounts;

/// <summary>重置口令 of another account, or 重新启用 of a closed one: a one-time password, shown once.</summary>
[AccessRule(Resource.Account, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class PasswordModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Label { get; private set; } = "";
    public OneTimePassword? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.Accounts.FirstOrDefaultAsync(a => a.Id == Id, cancellation) is not { } account)
            return NotFound();
        Label = account.Label;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await db.Accounts.FirstOrDefaultAsync(a => a.Id == Id, cancellation) is not { } account)
            return NotFound();
        Made = new(account.Name, await PasswordReset.ResetAsync(db, account, session.Change(), cancellation));
        return Page();
    }
}
