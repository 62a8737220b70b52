using System.ComponentModel.DataAnnotations;

namespace Mingce.Web.Pages.Activities;

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
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        db.Remove(draft);
        db.Record(session.Change(Reason.Trim()), draft, $"删除草稿“{draft.Title}”");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "草稿已删除。";
        return Redirect("/activities?status=draft");
    }

    private async Task<Activity?> FindAsync(CancellationToken cancellation)
    {
        // With its parts, so that their going is audited too.
        var draft = await db.Activities.Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Evidence).AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == Id && a.Status == ActivityStatus.Draft, cancellation);
        Title = draft?.Title ?? "";
        return draft;
    }
}
