using System.ComponentModel.DataAnnotations;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.People;

/// <summary>误录删除: a person who never belonged into the list; the event that stays names nobody.</summary>
[AccessRule(Resource.Person, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "删除原因"), Required(ErrorMessage = "请填写删除原因。"), StringLength(200, ErrorMessage = "删除原因不超过200字。")]
    public string Reason { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } person)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (await db.HoursEntries.AnyAsync(e => e.PersonId == Id, cancellation))
            return this.Unprocessable("", "该人员有志愿服务时长记录，不能删除；已不在本单位的请登记离岗。");
        db.Remove(person);
        db.Record(session.Change(Reason.Trim()), person, "误录删除");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已删除“{person.Name}”。";
        return Redirect("/people");
    }

    private async Task<Person?> FindAsync(CancellationToken cancellation)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == Id, cancellation);
        Name = person?.Name ?? "";
        return person;
    }
}
