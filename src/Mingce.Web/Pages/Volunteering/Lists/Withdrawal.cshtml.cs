using System.ComponentModel.DataAnnotations;

namespace Mingce.Web.Pages.Volunteering.Lists;

/// <summary>撤回 of a list, with the reason; the list stays to be seen and counts no more.</summary>
[AccessRule(Resource.Volunteering, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class WithdrawalModel(LedgerDb db, Session session, TimeProvider time) : ListPage(db, time)
{
    [BindProperty]
    [Display(Name = "撤回原因"), Required(ErrorMessage = "请填写撤回原因。"), StringLength(200, ErrorMessage = "撤回原因不超过200字。")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        ModelState.Clear();
        return List.WithdrawnAt is null ? Page() : Redirect($"/volunteering/lists/{ListId}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (List.WithdrawnAt is null)
        {
            var change = session.Change(Reason.Trim());
            List.Withdraw(change.At, change.Why);
            Db.Record(change, List, "撤回服务时长");
            await Db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "已撤回，这份时长不再计入。";
        }
        return Redirect($"/volunteering/lists/{ListId}");
    }
}
