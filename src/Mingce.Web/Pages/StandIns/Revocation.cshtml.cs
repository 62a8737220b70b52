using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Accounts;

namespace Mingce.Web.Pages.StandIns;

/// <summary>撤销代理: by either of the two or an administrator; the rights are gone with the next request.</summary>
[AccessRule(Resource.StandIn, AccessAction.Edit, Relation.SignedIn)]
internal sealed class RevocationModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "撤销原因"), Required(ErrorMessage = "请填写撤销原因。"), StringLength(200, ErrorMessage = "撤销原因不超过200字。")]
    public string Reason { get; set; } = "";

    public string What { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } standIn)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var change = session.Change(Reason.Trim());
        standIn.Revoke(change.At);
        db.Record(change, standIn, $"撤销代理：{What}");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "代理已撤销。";
        return Redirect("/stand-ins");
    }

    private async Task<StandIn?> FindAsync(CancellationToken cancellation)
    {
        var today = OfficeCalendar.Today(time);
        var me = session.Me.Id;
        var mayAll = session.May(Resource.Account, AccessAction.Edit);
        var standIn = await db.StandIns.FirstOrDefaultAsync(
            s => s.Id == Id && s.RevokedAt == null && s.ToOn >= today && (mayAll || s.HolderId == me || s.DeputyId == me), cancellation);
        if (standIn is not null)
        {
            var accounts = await db.Accounts.AsNoTracking().Where(a => a.Id == standIn.HolderId || a.Id == standIn.DeputyId).ToDictionaryAsync(a => a.Id, a => a.Label, cancellation);
            What = $"{accounts[standIn.HolderId]}由{accounts[standIn.DeputyId]}代理，{Words.Of(standIn.FromOn)}至{Words.Of(standIn.ToOn)}";
        }
        return standIn;
    }
}
