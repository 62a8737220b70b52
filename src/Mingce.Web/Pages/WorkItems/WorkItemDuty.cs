using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>Who reports on a task and closes it.</summary>
internal static class WorkItemDuty
{
    /// <summary>
    /// Whether the account gives out tasks, or the task names its person or department, or those for whom it stands in.
    /// One that names nobody of the staff list (a group, a name alone, nothing) is for everybody who records.
    /// </summary>
    public static async Task<bool> MayStepAsync(this LedgerDb db, Session session, WorkItem item, CancellationToken cancellation)
    {
        if (!session.May(Resource.WorkStep, AccessAction.Create))
            return false;
        var people = item.Bodies.Select(b => b.PersonId).OfType<Guid>().ToList();
        var departments = item.Bodies.Select(b => b.DepartmentId).OfType<Guid>().ToList();
        Guid[] mine = [.. session.Me.PersonIds];
        return session.May(Resource.WorkItem, AccessAction.Edit) || people.Count + departments.Count == 0 || people.Exists(mine.Contains)
            || await db.People.AnyAsync(p => mine.Contains(p.Id) && p.DepartmentId != null && departments.Contains(p.DepartmentId.Value), cancellation);
    }
}
