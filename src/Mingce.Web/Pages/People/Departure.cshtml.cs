using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.People;

/// <summary>离岗 on a day, or its cancellation; the person's past stays.</summary>
[AccessRule(Resource.Person, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DepartureModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "离岗日期")]
    public DateOnly? On { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } person)
            return NotFound();
        On = person.LeftOn ?? OfficeCalendar.Today(time);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } person)
            return NotFound();
        if (On < person.JoinedOn || On is { Year: < 1949 or > 2999 })
            ModelState.AddModelError(nameof(On), "离岗日期早于入职日期或不正确，请更正。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (person.LeftOn != On)
        {
            person.LeftOn = On;
            db.Record(session.Change(), person, On is { } day ? $"{Words.Of(day)}离岗" : "取消离岗");
            await db.SaveChangesAsync(cancellation);
        }
        TempData["Notice"] = On is { } left ? $"已登记“{person.Name}”{Words.Of(left)}离岗。" : $"“{person.Name}”在册。";
        return Redirect("/people");
    }

    private async Task<Person?> FindAsync(CancellationToken cancellation)
    {
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == Id, cancellation);
        Name = person?.Name ?? "";
        return person;
    }
}
