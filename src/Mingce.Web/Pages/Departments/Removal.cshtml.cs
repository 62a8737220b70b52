using Mingce.Core.Units;

namespace Mingce.Web.Pages.Departments;

/// <summary>删除 of a department that nothing uses.</summary>
[AccessRule(Resource.Body, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PageModel
{
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Departments.FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } department)
            return NotFound();
        // Taken into use since the page was shown.
        if (await db.IsInUseAsync(department, cancellation))
            return Redirect($"/departments/{id}");
        db.Remove(department);
        db.Record(session.Change(), department, $"删除“{department.Name}”");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已删除“{department.Name}”。";
        return Redirect("/departments");
    }
}
