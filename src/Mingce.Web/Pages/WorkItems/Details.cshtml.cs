using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Core.Papers;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>A task: what it asks, how it goes, its parts, records and returns.</summary>
[AccessRule(Resource.WorkItem, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    public required WorkItem Item { get; set; }
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public string Word { get; private set; } = "";
    public bool MayStep { get; private set; }
    public WorkItem? Parent { get; private set; }
    public Activity? Source { get; private set; }
    public IncomingPaper? Paper { get; private set; }
    public IReadOnlyList<WorkItem> Parts { get; private set; } = [];
    public IReadOnlyList<Activity> Activities { get; private set; } = [];
    public IReadOnlyList<Return> Returns { get; private set; } = [];
    public IReadOnlyList<Event> Events { get; private set; } = [];

    /// <summary>登记活动 with what is known filled in; the record is linked by itself.</summary>
    public string RegistrationHref => "/activities/new" + QueryString.Create(new Dictionary<string, string?>
    {
        ["kind"] = Item.List == WorkList.Practical ? "practical-task" : null,
        ["title"] = Item.Title,
        ["on"] = Item.ClosedOn is { } day ? $"{day:yyyy-MM-dd}" : null,
        ["workItem"] = Item.Id.ToString(),
    }.Where(p => p.Value is not null));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.WorkItems.AsNoTracking().Include(i => i.Bodies).Include(i => i.Steps).AsSplitQuery().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } item)
            return NotFound();
        Item = item;
        MayStep = await db.MayStepAsync(session, item, cancellation);
        Word = await db.DepartmentWordAsync(cancellation);
        if (item.ParentId is { } parent)
            Parent = await db.WorkItems.AsNoTracking().FirstAsync(i => i.Id == parent, cancellation);
        if (item.SourceActivityId is { } source)
            Source = await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == source && a.Status != ActivityStatus.Deleted, cancellation);
        if (item.PaperId is { } paper)
            Paper = await db.IncomingPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == paper, cancellation);
        Parts = await db.WorkItems.AsNoTracking().Include(i => i.Bodies).Where(i => i.ParentId == id).OrderBy(i => i.Id).ToListAsync(cancellation);
        Activities = await db.Activities.AsNoTracking().Include(a => a.Evidence)
            .Where(a => a.Status != ActivityStatus.Deleted && db.WorkItemActivities.Any(l => l.WorkItemId == id && l.ActivityId == a.Id)).OrderBy(a => a.FromOn).ThenBy(a => a.Id).ToListAsync(cancellation);
        Returns = await db.Returns.AsNoTracking().Where(r => r.WorkItemId == id).OrderBy(r => r.SentOn).ThenBy(r => r.Id).ToListAsync(cancellation);
        Events = await db.ReadHistoryAsync(id, cancellation);
        return Page();
    }
}
