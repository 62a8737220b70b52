using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>关联活动记录: which records show that the task was done.</summary>
[AccessRule(Resource.WorkStep, AccessAction.Create, Relation.OwnUnit)]
internal sealed class ActivitiesModel(LedgerDb db, Session session) : PageModel
{
    private const int MostShown = 50;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    /// <summary>What the form showed: links to other records stay.</summary>
    [BindProperty]
    public List<Guid> Offered { get; set; } = [];

    public WorkItem Item { get; private set; } = null!;
    public IReadOnlyList<Activity> Shown { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!await db.MayStepAsync(session, Item, cancellation))
            return StatusCode(StatusCodes.Status403Forbidden);
        Chosen = [.. Item.Activities.Select(l => l.ActivityId)];
        var linked = Chosen;
        var found = db.Activities.AsNoTracking().Where(a => a.Status == ActivityStatus.Entered);
        foreach (var word in ListQuery.Words(Q))
            found = found.Where(a => a.Title.Contains(word) || a.Text.Contains(word));
        Shown =
        [
            .. await db.Activities.AsNoTracking().Where(a => linked.Contains(a.Id)).OrderByDescending(a => a.FromOn).ToListAsync(cancellation),
            .. await found.Where(a => !linked.Contains(a.Id)).OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id).Take(MostShown).ToListAsync(cancellation),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!await db.MayStepAsync(session, Item, cancellation))
            return StatusCode(StatusCodes.Status403Forbidden);
        var known = await db.Activities.Where(a => Chosen.Contains(a.Id) && a.Status == ActivityStatus.Entered).Select(a => a.Id).ToListAsync(cancellation);
        var removed = Item.Activities.RemoveAll(l => Offered.Contains(l.ActivityId) && !Chosen.Contains(l.ActivityId));
        var added = known.Except(Item.Activities.Select(l => l.ActivityId)).ToList();
        Item.Activities.AddRange(added.Select(a => new WorkItemActivity { UnitId = Item.UnitId, WorkItemId = Id, ActivityId = a }));
        if (added.Count + removed > 0)
        {
            db.Record(session.Change(), Item, $"关联活动记录：增加 {added.Count} 条，取消 {removed} 条");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "关联已保存。";
        }
        return Redirect($"/work-items/{Id}#activities");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation) =>
        (Item = (await db.WorkItems.Include(i => i.Activities).Include(i => i.Bodies).AsSplitQuery().FirstOrDefaultAsync(i => i.Id == Id, cancellation))!) is not null;
}
