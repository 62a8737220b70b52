using Mingce.Core.Audit;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.WorkItems;

/// <summary>Enters the tasks of a plan that a person has looked at. What stands in the list of the year already is not entered again.</summary>
public static class PlanImport
{
    /// <returns>How many tasks were entered, wholes included.</returns>
    public static async Task<int> ImportPlanAsync(
        this LedgerDb db, IReadOnlyList<PlanEntry> entries, WorkList list, int year, Responsibles responsibles, Guid unitId, Change change, CancellationToken cancellation)
    {
        var known = (await db.WorkItems.Where(i => i.Year == year && i.List == list).Select(i => new { i.Id, i.ParentId, i.Title }).ToListAsync(cancellation))
            .ToLookup(i => (i.ParentId, i.Title), i => i.Id);
        var wholes = new Dictionary<string, Guid>();
        var added = 0;
        foreach (var entry in entries)
        {
            Guid? parent = entry.Whole.Length == 0 ? null : WholeOf(entry);
            if (known.Contains((parent, entry.Title)))
                continue;
            Add(NewItem(entry, parent));
        }
        await db.SaveChangesAsync(cancellation);
        return added;

        Guid WholeOf(PlanEntry entry)
        {
            if (wholes.TryGetValue(entry.Whole, out var id))
                return id;
            id = known[(null, entry.Whole)].FirstOrDefault();
            return wholes[entry.Whole] = id != default ? id : Add(New(entry.Whole, null)).Id;
        }

        WorkItem Add(WorkItem item)
        {
            db.Add(change, item, $"导入任务“{item.Title}”");
            added++;
            return item;
        }

        WorkItem New(string title, Guid? parent) => new() { UnitId = unitId, Title = title, List = list, Year = year, ParentId = parent, EnteredAt = change.At };

        WorkItem NewItem(PlanEntry entry, Guid? parent)
        {
            var item = New(entry.Title, parent);
            (item.Text, item.DueOn, item.Measure) = (entry.Text, entry.DueOn, entry.Measure);
            item.SetTarget(entry.Target);
            return item.AssignedTo(responsibles.Of(entry));
        }
    }
}
