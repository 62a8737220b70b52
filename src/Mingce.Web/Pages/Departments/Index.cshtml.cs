using Mingce.Core;
using Mingce.Core.Units;
using Mingce.Web.Pages.People;

namespace Mingce.Web.Pages.Departments;

/// <summary>科室, under the unit's own word, in the unit's own order.</summary>
[AccessRule(Resource.Body, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    public string Word { get; private set; } = "";
    public bool MaySeePeople => session.May(Resource.Person, AccessAction.View);
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        var today = OfficeCalendar.Today(time);
        Rows = await db.Departments.OrderBy(d => d.SortOrder).ThenBy(d => d.Name).Select(d => new Row(
            d.Id,
            d.Name,
            db.People.InService(today).Count(p => p.DepartmentId == d.Id),
            db.Activities.Count(a => a.Status == ActivityStatus.Entered && a.Hosts.Any(h => h.DepartmentId == d.Id)))).ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        SheetColumn<Row>[] columns = [new("名称", 24, r => r.Name), new("人员", 12, r => PeopleFigures.Told(r.People)), new("主办活动（项）", 16, r => r.Activities)];
        return await this.SheetAsync(Word, columns, Rows);
    }

    /// <summary>A department with its people in service and the activities it hosted.</summary>
    public sealed record Row(Guid Id, string Name, int People, int Activities);
}
