using Mingce.Core.Units;

namespace Mingce.Web.Pages.Groups;

/// <summary>删除 of a group that hosted nothing.</summary>
[AccessRule(Resource.Body, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PageModel
{
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Groups.FirstOrDefaultAsync(g => g.Id == id, cancellation) is not { } group)
            return NotFound();
        // Taken into use since the page was shown.
        if (await db.IsInUseAsync(group, cancellation))
            return Redirect($"/groups/{id}");
        db.Remove(group);
        db.Record(session.Change(), group, $"删除“{group.Name}”");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已删除“{group.Name}”。";
        return Redirect("/groups");
    }
}
