using Mingce.Core;
using Mingce.Core.Units;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>What the two forms about a task share.</summary>
internal abstract class WorkItemPage(LedgerDb db, TimeProvider time) : PageModel
{
    [BindProperty]
    public WorkItemForm Input { get; set; } = new();

    public Responsibles Responsibles { get; private set; } = null!;
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public string Word { get; private set; } = "";

    protected LedgerDb Db => db;

    protected async Task LoadAsync(CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        Responsibles = await Responsibles.ReadAsync(db, Today, cancellation);
    }

    protected bool IsSound()
    {
        foreach (var (field, message) in Input.Faults(Today))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        return ModelState.IsValid;
    }

    /// <summary>Persons who do not find the task under 我的任务, for want of a link.</summary>
    protected static string Unlinked(WorkItem item) =>
        item.Of(BodyPart.Person).Where(p => p.PersonId is null).Select(p => p.Name).ToList() is { Count: > 0 } names
            ? $"{string.Join('、', names)}不在人员名册中（或有同名），其“我的任务”不显示此项；同名的写成“姓名（部门）”。" : "";
}
