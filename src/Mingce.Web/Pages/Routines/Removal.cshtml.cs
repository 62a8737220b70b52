using System.ComponentModel.DataAnnotations;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>删除草稿: only a draft can go, and the event of its going stays.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "删除原因"), Required(ErrorMessage = "请填写删除原因。"), StringLength(200, ErrorMessage = "删除原因不超过200字。")]
    public string Reason { get; set; } = "";

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } draft)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        db.Remove(draft);
        db.Record(session.Change(Reason.Trim()), draft, $"删除草稿“{draft.Title}”");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "草稿已删除。";
        return Redirect("/routines");
    }

    private async Task<Routine?> FindAsync(CancellationToken cancellation)
    {
        var draft = await db.Routines.FirstOrDefaultAsync(r => r.Id == Id && r.Status == RoutineStatus.Draft, cancellation);
        Title = draft?.Title ?? "";
        return draft;
    }
}
