using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.Departments;

/// <summary>A new department, at the end of the order.</summary>
[AccessRule(Resource.Body, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session) : PageModel
{
    [BindProperty]
    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(50, ErrorMessage = "名称不超过50字。")]
    public string Name { get; set; } = "";

    public string Word { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellation) => Word = await db.DepartmentWordAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Word = await db.DepartmentWordAsync(cancellation);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var last = await db.Departments.MaxAsync(d => (int?)d.SortOrder, cancellation) ?? -1;
        var department = new Department { UnitId = session.Me.UnitId, Name = Name.Trim(), SortOrder = last + 1 };
        db.Add(session.Change(), department, $"新增{Word}“{department.Name}”");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return this.Unprocessable(nameof(Name), "已有同名的，请换一个名称。");
        }
        TempData["Notice"] = $"已新增“{department.Name}”。";
        return Redirect("/departments");
    }
}
