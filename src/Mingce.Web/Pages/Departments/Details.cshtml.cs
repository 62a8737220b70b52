using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.Departments;

/// <summary>更名 of a department, and the way to its removal.</summary>
[AccessRule(Resource.Body, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(50, ErrorMessage = "名称不超过50字。")]
    public string Name { get; set; } = "";

    public Department Department { get; private set; } = null!;
    public bool InUse { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        (Version, Name) = (Department.Version, Department.Name);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Department.Version != Version)
        {
            Version = Department.Version;
            return this.LostRace();
        }
        var old = Department.Name;
        Department.Name = Name.Trim();
        db.Record(session.Change(), Department, $"“{old}”更名为“{Department.Name}”");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            Department.Name = old;
            return this.Unprocessable(nameof(Name), "已有同名的，请换一个名称。");
        }
        TempData["Notice"] = "名称已保存。";
        return Redirect("/departments");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Departments.FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } department)
            return false;
        (Department, InUse) = (department, await db.IsInUseAsync(department, cancellation));
        return true;
    }
}
