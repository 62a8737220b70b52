using System.ComponentModel.DataAnnotations;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>修改 of a task; the loser of a race keeps the own text.</summary>
[AccessRule(Resource.WorkItem, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class EditModel(LedgerDb db, Session session, TimeProvider time) : WorkItemPage(db, time)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "修改原因"), Required(ErrorMessage = "请填写修改原因。"), StringLength(200, ErrorMessage = "修改原因不超过200字。")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } item)
            return NotFound();
        await LoadAsync(cancellation);
        (Version, Input) = (item.Version, WorkItemForm.Of(item));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } item)
            return NotFound();
        await LoadAsync(cancellation);
        if (!IsSound())
            return this.Unprocessable();
        if (item.Version != Version)
            return Lost(item.Version);
        var due = item.DueOn;
        Input.WriteTo(item, Responsibles);
        Db.Record(session.Change(Reason.Trim()), item, due == item.DueOn ? "修改" : $"修改，完成时限由{Words.DueOf(due)}改为{Words.DueOf(item.DueOn)}");
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Lost(Version + 1);
        }
        TempData["Notice"] = "已修改。" + Unlinked(item);
        return Redirect($"/work-items/{Id}");
    }

    private PageResult Lost(int current)
    {
        Version = current;
        return this.LostRace();
    }

    private Task<WorkItem?> FindAsync(CancellationToken cancellation) =>
        Db.WorkItems.Include(i => i.Bodies).FirstOrDefaultAsync(i => i.Id == Id, cancellation);
}
