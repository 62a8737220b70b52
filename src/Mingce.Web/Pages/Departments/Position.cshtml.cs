namespace Mingce.Web.Pages.Departments;

/// <summary>上移 or 下移 of a department in the list; all positions are written anew, so that equal ones part.</summary>
[AccessRule(Resource.Body, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class PositionModel(LedgerDb db, Session session) : PageModel
{
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] string? direction, CancellationToken cancellation)
    {
        var departments = await db.Departments.OrderBy(d => d.SortOrder).ThenBy(d => d.Name).ToListAsync(cancellation);
        var at = departments.FindIndex(d => d.Id == id);
        if (at < 0)
            return NotFound();
        var to = direction == "up" ? at - 1 : at + 1;
        if (to >= 0 && to < departments.Count)
            (departments[at], departments[to]) = (departments[to], departments[at]);
        for (var i = 0; i < departments.Count; i++)
        {
            if (departments[i].SortOrder == i)
                continue;
            departments[i].SortOrder = i;
            db.Record(session.Change(), departments[i], $"排列调整为第{i + 1}位");
        }
        await db.SaveChangesAsync(cancellation);
        return Redirect("/departments");
    }
}
