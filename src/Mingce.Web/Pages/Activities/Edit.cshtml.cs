using System.ComponentModel.DataAnnotations;
using Mingce.Core;

namespace Mingce.Web.Pages.Activities;

/// <summary>更正 of an activity, entered or still a draft; the loser of a race keeps the own text and sees that somebody was faster.</summary>
[AccessRule(Resource.Activity, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class EditModel(LedgerDb db, Session session, KindCatalogue kinds, HostChoices hosts, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ActivityForm Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "更正原因"), Required(ErrorMessage = "请填写更正原因。"), StringLength(200, ErrorMessage = "更正原因不超过200字。")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        (Version, Input) = (activity.Version, ActivityForm.Of(activity));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        foreach (var (field, message) in Input.Faults(kinds, OfficeCalendar.Today(time)))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (activity.Version != Version)
            return Lost(activity.Version);

        Input.WriteTo(activity, kinds);
        await hosts.WriteToAsync(activity, Input.Hosts, cancellation);
        db.Record(session.Change(Reason.Trim()), activity, "更正");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Lost(Version + 1);
        }
        TempData["Notice"] = "已更正。";
        return Redirect($"/activities/{Id}");
    }

    // The next try is made against the row as it is now, after a look at it.
    private PageResult Lost(int current)
    {
        ModelState.Clear();
        Version = current;
        ModelState.AddModelError("", "这条记录刚被他人修改，您的内容未保存，但保留在下面。请先查看该记录的最新内容，核对后再保存。");
        return this.Unprocessable(StatusCodes.Status409Conflict);
    }

    private Task<Activity?> FindAsync(CancellationToken cancellation) =>
        db.Activities.Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == Id && a.Status != ActivityStatus.Superseded, cancellation);
}
