using Mingce.Core.Units;

namespace Mingce.Web.Pages.Groups;

/// <summary>组织 of the unit.</summary>
[AccessRule(Resource.Body, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db) : PageModel
{
    public string Word { get; private set; } = "";
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        Rows = await db.Groups.OrderBy(g => g.SortOrder).ThenBy(g => g.Id).Select(g => new Row(
            g.Id,
            g.Name,
            g.Form,
            db.Activities.Count(a => a.Status == ActivityStatus.Entered && a.Hosts.Any(h => h.GroupId == g.Id)))).ToListAsync(cancellation);
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        SheetColumn<Row>[] columns = [new("名称", 24, r => r.Name), new("类别", 16, r => r.Form), new("主办活动（项）", 16, r => r.Activities)];
        return await this.SheetAsync("组织", columns, Rows);
    }

    /// <summary>A group with the activities it hosted.</summary>
    public sealed record Row(Guid Id, string Name, string Form, int Activities);
}
