using Mingce.Core.Intake;

namespace Mingce.Web.Pages.Activities;

/// <summary>确认登记 of a draft.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class ConfirmationModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        Title = activity.Title;
        return activity.Status == ActivityStatus.Draft ? Page() : Redirect($"/activities/{Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        // A second click, or a colleague was faster: the draft is confirmed either way.
        if (activity.Status == ActivityStatus.Draft)
        {
            await new DraftConfirmation(db, session.Change()).EnterAsync(activity);
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "已确认登记。";
        }
        return Redirect($"/activities/{Id}");
    }

    private Task<Activity?> FindAsync(CancellationToken cancellation) => db.Activities.FirstOrDefaultAsync(a => a.Id == Id, cancellation);
}
