using System.ComponentModel.DataAnnotations;

namespace Mingce.Web.Pages.Activities;

/// <summary>删除: an entered record goes to the 回收站 with its evidence; a draft, which nobody has confirmed, goes for good, and the event of its going stays.</summary>
[AccessRule(Resource.Activity, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PageModel
{
    public const string Deleted = "删除";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "删除原因"), Required(ErrorMessage = "请填写删除原因。"), StringLength(200, ErrorMessage = "删除原因不超过200字。")]
    public string Reason { get; set; } = "";

    public Activity Activity { get; private set; } = null!;

    public bool IsDraft => Activity.Status == ActivityStatus.Draft;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var change = session.Change(Reason.Trim());
        if (IsDraft)
        {
            db.Remove(Activity);
            db.Record(change, Activity, $"删除草稿“{Activity.Title}”");
            TempData["Notice"] = "草稿已删除。";
        }
        else
        {
            Activity.Status = ActivityStatus.Deleted;
            db.Record(change, Activity, Deleted);
            TempData["Notice"] = $"“{Activity.Title}”已移入回收站，不再计入自评、总结和统计。";
            TempData["Undo"] = $"/activities/{Id}/restoration";
        }
        await db.SaveChangesAsync(cancellation);
        return Redirect(IsDraft ? "/activities?status=draft" : "/activities");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        // With its parts, so that their going is audited too.
        var found = await db.Activities.Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == Id && (a.Status == ActivityStatus.Draft || a.Status == ActivityStatus.Entered), cancellation);
        Activity = found!;
        return found is not null;
    }
}
