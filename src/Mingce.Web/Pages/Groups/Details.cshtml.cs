using Mingce.Core;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.Groups;

/// <summary>更正 of a group, and the way to its removal.</summary>
[AccessRule(Resource.Body, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public GroupForm Input { get; set; } = new();

    public Group Group { get; private set; } = null!;
    public bool InUse { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        (Version, Input) = (Group.Version, GroupForm.Of(Group));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Group.Version != Version)
        {
            Version = Group.Version;
            return this.LostRace();
        }
        var old = GroupForm.Of(Group);
        Input.WriteTo(Group);
        db.Record(session.Change(), Group, old.Name == Group.Name ? $"类别由{old.Form}改为{Group.Form}" : $"“{old.Name}”更名为“{Group.Name}”");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            old.WriteTo(Group);
            return this.Unprocessable("Input.Name", "已有同名的组织，请换一个名称。");
        }
        TempData["Notice"] = "组织已保存。";
        return Redirect("/groups");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Groups.FirstOrDefaultAsync(g => g.Id == id, cancellation) is not { } group)
            return false;
        (Group, InUse) = (group, await db.IsInUseAsync(group, cancellation));
        return true;
    }
}
