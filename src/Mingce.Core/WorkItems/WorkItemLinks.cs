using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.WorkItems;

/// <summary>A record shows that a task was done.</summary>
public static class WorkItemLinks
{
    /// <summary>Links a record that is being registered to the task it was registered for; nothing where the unit has no such task. The caller saves.</summary>
    public static async Task LinkWorkItemAsync(this LedgerDb db, Guid? workItemId, Activity activity, Change change, CancellationToken cancellation)
    {
        if (workItemId is null || await db.WorkItems.FirstOrDefaultAsync(i => i.Id == workItemId, cancellation) is not { } item)
        {
            return;
        }
        item.Activities.Add(new() { UnitId = item.UnitId, WorkItemId = item.Id, ActivityId = activity.Id });
        db.Record(change, item, $"登记为活动“{activity.Title}”");
    }
}
