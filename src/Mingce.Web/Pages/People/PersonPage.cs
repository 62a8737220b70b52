using Mingce.Core.Units;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.People;

/// <summary>What the two forms about a person share.</summary>
internal abstract class PersonPage(LedgerDb db) : PageModel
{
    private IReadOnlyList<Department> departments = [];

    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public string Word { get; private set; } = "";

    public IEnumerable<SelectListItem> DepartmentItems => [new("未填写", ""), .. departments.Select(d => new SelectListItem(d.Name, d.Id.ToString()))];

    protected LedgerDb Db => db;

    protected async Task LoadAsync(CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        departments = await db.Departments.AsNoTracking().OrderBy(d => d.SortOrder).ThenBy(d => d.Name).ToListAsync(cancellation);
    }

    protected bool IsSound()
    {
        // The field's own fault is told already.
        if (!string.IsNullOrEmpty(Input.Name))
        {
            foreach (var (field, message) in Input.Faults(departments))
                ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        }
        return ModelState.IsValid;
    }
}
