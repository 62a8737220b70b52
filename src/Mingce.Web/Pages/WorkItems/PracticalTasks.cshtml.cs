using Mingce.Core;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>我为群众办实事: the list of a year as an office publishes it.</summary>
[AccessRule(Resource.WorkItem, AccessAction.View, Relation.OwnUnit)]
internal sealed class PracticalTasksModel(LedgerDb db, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int ShownYear => Years.Shown(Year, time);
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public string UnitName { get; private set; } = "";
    public string Word { get; private set; } = "";
    public IReadOnlyList<WorkItem> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        (UnitName, Word) = (unit.DisplayName, unit.DepartmentWord);
        Rows = await PublishedAsync(db, ShownYear, cancellation);
    }

    /// <summary>In the order of their entry; what was withdrawn is not published.</summary>
    public static async Task<IReadOnlyList<WorkItem>> PublishedAsync(LedgerDb db, int year, CancellationToken cancellation) =>
        await db.WorkItems.AsNoTracking().Include(i => i.Bodies).Include(i => i.Steps).AsSplitQuery()
            .Where(i => i.List == WorkList.Practical && i.Year == year && i.Status != WorkStatus.Withdrawn).OrderBy(i => i.Id).ToListAsync(cancellation);
}
