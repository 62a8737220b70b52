using Mingce.Core;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.Groups;

/// <summary>A new group.</summary>
[AccessRule(Resource.Body, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session) : PageModel
{
    [BindProperty]
    public GroupForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var last = await db.Groups.MaxAsync(g => (int?)g.SortOrder, cancellation) ?? -1;
        var group = new Group { UnitId = session.Me.UnitId, Name = "", Form = "", SortOrder = last + 1 };
        Input.WriteTo(group);
        db.Add(session.Change(), group, $"新增{group.Form}“{group.Name}”");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return this.Unprocessable("Input.Name", "已有同名的组织，请换一个名称。");
        }
        TempData["Notice"] = $"已新增“{group.Name}”。";
        return Redirect("/groups");
    }
}
