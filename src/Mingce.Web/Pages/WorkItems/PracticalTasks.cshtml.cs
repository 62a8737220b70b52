using Mingce.Core;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>我为群众办实事: the list of a year as an office publishes it.</summary>
[AccessRule(Resource.WorkItem, AccessAction.View, Relation.OwnUnit)]
internal sealed class PracticalTasksModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int ShownYear => Years.Shown(Year, session.WorkYear);
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public string UnitName { get; private set; } = "";
    public string Word { get; private set; } = "";
    public IReadOnlyList<WorkItem> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        (UnitName, Word) = (unit.DisplayName, unit.DepartmentWord);
        var year = ShownYear;
        // In the order of their entry; what was withdrawn is not published.
        Rows = await db.WorkItems.AsNoTracking().Include(i => i.Bodies).Include(i => i.Steps).AsSplitQuery()
            .Where(i => i.List == WorkList.Practical && i.Year == year && i.Status != WorkStatus.Withdrawn).OrderBy(i => i.Id).ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        SheetColumn<(int Index, WorkItem Item)>[] columns =
        [
            new("序号", 6, r => r.Index + 1), new("实事内容", 44, r => r.Item.Text.Length > 0 ? $"{r.Item.Title}\n{r.Item.Text}" : r.Item.Title), new($"责任{Word}", 18, r => Words.NamesOf(r.Item, BodyPart.Lead)), new("责任人", 16, r => Words.NamesOf(r.Item, BodyPart.Person)),
            new("完成时限", 16, r => r.Item.DueOn is { } due ? due : Words.DueOf(null)), new("进展情况", 44, r => r.Item.Last(WorkStepForm.Progress)?.Text),
            new("完成情况", 44, r => r.Item.Status == WorkStatus.Closed ? $"已办结。{r.Item.Last(WorkStepForm.Closed)?.Text}" : Words.Of(r.Item.Status)),
        ];
        return await this.SheetAsync($"{ShownYear}年我为群众办实事清单", columns, Rows.Index());
    }
}
