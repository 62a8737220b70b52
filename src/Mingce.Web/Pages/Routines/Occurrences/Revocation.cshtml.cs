using System.ComponentModel.DataAnnotations;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines.Occurrences;

/// <summary>撤销 of what was decided about an occurrence.</summary>
[AccessRule(Resource.Routine, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RevocationModel(LedgerDb db, Session session, WorkCalendar calendar, RoutineCatalogue catalogue, TimeProvider time)
    : OccurrencePage(calendar, catalogue, time)
{
    [BindProperty]
    [Display(Name = "原因"), Required(ErrorMessage = "请填写原因。"), StringLength(200, ErrorMessage = "原因不超过200字。")]
    public string Reason { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        !await FindAsync(cancellation) ? NotFound() : Entry.Waiver is null ? Redirect(Address) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (await db.Waivers.FirstOrDefaultAsync(w => w.RoutineId == Id && w.OccurrenceOn == Day, cancellation) is not { } waiver)
            return Redirect(Address);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        db.Remove(waiver);
        db.Record(session.Change(Reason.Trim()), Entry.Routine, $"撤销{Words.Of(waiver.Form)}：{Entry.Occurrence.Title}");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"{Entry.Occurrence.Title}：已撤销{Words.Of(waiver.Form)}。";
        return Redirect(Address);
    }
}
