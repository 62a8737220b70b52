using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.Activities;

/// <summary>活动记录: its facts, evidence, where it is used, and its history.</summary>
[CachedPage]
[AccessRule(Resource.Activity, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, KindCatalogue kinds, ActivityUsesReader uses, TimeProvider time) : PageModel
{
    public required Activity Activity { get; set; }
    public Activity? Resembles { get; private set; }

    /// <summary>移出 evidence, the last taken out first; none for those who may not bring it back.</summary>
    public IReadOnlyList<Evidence> Removed { get; private set; } = [];

    public IReadOnlyList<Event> Events { get; private set; } = [];

    /// <summary>The 汇总 record that it was split off, and those that were split off it.</summary>
    public Activity? Whole { get; private set; }
    public IReadOnlyList<Activity> Parts { get; private set; } = [];

    public ActivityUses? Uses { get; private set; }

    /// <summary>议定事项: lines of the record that can become tasks, and the tasks that were made of it. Null for a role that sees no tasks.</summary>
    public IReadOnlyList<string> Decisions { get; private set; } = [];
    public IReadOnlyList<WorkItem>? Tasks { get; private set; }
    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    /// <summary>Whether the page is shown right after something was saved: then it says first what the record is good for.</summary>
    public bool IsJustSaved => TempData.Peek("Notice") is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        // What is in the 回收站 is seen by those who may take it out.
        if (await db.FindActivityAsync(id, cancellation) is not { } activity || (activity.Status == ActivityStatus.Deleted && !session.May(Resource.Activity, AccessAction.Edit)))
            return NotFound();
        Activity = activity;
        Events = await db.ReadHistoryAsync(id, cancellation);
        if (activity.Status == ActivityStatus.Entered && session.MayCorrect(activity))
        {
            Removed = await db.Evidence.AsNoTracking().IgnoreQueryFilters([LedgerDb.Removed]).Where(e => e.ActivityId == id && e.RemovedAt != null)
                .OrderByDescending(e => e.RemovedAt).ThenBy(e => e.Id).ToListAsync(cancellation);
        }
        if (activity.ResemblesId is { } other)
            Resembles = await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == other && a.Status != ActivityStatus.Deleted, cancellation);
        if (activity.PartOfId is { } whole)
            Whole = await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == whole && a.Status != ActivityStatus.Deleted, cancellation);
        Parts = await db.Activities.AsNoTracking().Where(a => a.PartOfId == id && a.Status != ActivityStatus.Deleted).OrderBy(a => a.FromOn).ThenBy(a => a.Id).ToListAsync(cancellation);
        if (session.May(Resource.WorkItem, AccessAction.View))
            Tasks = await db.WorkItems.AsNoTracking().Where(i => i.SourceActivityId == id).OrderBy(i => i.DueOn).ThenBy(i => i.Id).ToListAsync(cancellation);
        Decisions = [.. activity.Details.Where(d => kinds.FindField(d.FieldId)?.MakesTasks == true).SelectMany(d => d.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        Uses = await uses.ReadAsync(activity, cancellation);
        return Page();
    }
}
