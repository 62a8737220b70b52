namespace Mingce.Web.Pages.Activities;

/// <summary>恢复 of a deleted record; also 撤销 right after the deletion.</summary>
[AccessRule(Resource.Activity, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RestorationModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        Title = activity.Title;
        return activity.Status == ActivityStatus.Deleted ? Page() : Redirect($"/activities/{Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        // A second click, or a colleague was faster: it is back either way.
        if (activity.Status == ActivityStatus.Deleted)
        {
            activity.Status = ActivityStatus.Entered;
            db.Record(session.Change(), activity, "恢复");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "已恢复，重新计入自评、总结和统计。";
        }
        return Redirect($"/activities/{Id}");
    }

    private Task<Activity?> FindAsync(CancellationToken cancellation) => db.Activities.FirstOrDefaultAsync(a => a.Id == Id, cancellation);
}
