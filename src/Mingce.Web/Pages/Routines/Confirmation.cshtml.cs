using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Intake;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>确认 of a draft that an import made, and 列入日历 of what is recorded only.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class ConfirmationModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "自哪天起")]
    public DateOnly? StartsOn { get; set; }

    public required Routine Routine { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } routine)
            return NotFound();
        if (routine.StartsOn is not null)
            return Redirect($"/routines/{Id}");
        var today = OfficeCalendar.Today(time);
        (Routine, StartsOn) = (routine, routine.Year == today.Year || routine.Status == RoutineStatus.Active ? today : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } routine)
            return NotFound();
        Routine = routine;
        if (StartsOn is { Year: < 2000 or > 2098 })
            ModelState.AddModelError(nameof(StartsOn), "日期不正确，请更正。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        // A second click, or a colleague was faster: it is confirmed either way.
        if (routine.StartsOn is null)
        {
            if (routine.Status == RoutineStatus.Draft)
                await new DraftConfirmation(db, session.Change()).EnterAsync(routine);
            if (StartsOn is { } start)
            {
                routine.StartsOn = start;
                db.Record(session.Change(), routine, $"列入工作日历，自{Words.Of(start)}起");
            }
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = StartsOn is null ? "已确认。" : "已确认，列入工作日历。";
        }
        return Redirect($"/routines/{Id}");
    }

    private Task<Routine?> FindAsync(CancellationToken cancellation) =>
        db.Routines.FirstOrDefaultAsync(r => r.Id == Id && r.Status != RoutineStatus.Superseded, cancellation);
}
