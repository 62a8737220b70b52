using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Accounts;

namespace Mingce.Web.Pages.Accounts;

/// <summary>停用: nobody can sign in with the account, and its sessions end at once.</summary>
[AccessRule(Resource.Account, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class ClosureModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "停用原因"), Required(ErrorMessage = "请填写停用原因。"), StringLength(200, ErrorMessage = "停用原因不超过200字。")]
    public string Reason { get; set; } = "";

    public string Label { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } account)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        try
        {
            await Administrators.GuardLastAsync(db, account, cancellation);
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable("", e.Message);
        }
        var change = session.Change(Reason.Trim());
        account.Close(change.At);
        db.Record(change, account, "停用账号");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"账号“{account.Label}”已停用。";
        return Redirect("/accounts");
    }

    private async Task<Account?> FindAsync(CancellationToken cancellation)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Id == Id && a.ClosedAt == null, cancellation);
        Label = account?.Label ?? "";
        return account;
    }
}
