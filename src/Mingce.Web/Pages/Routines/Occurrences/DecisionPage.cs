using System.ComponentModel.DataAnnotations;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Routines.Occurrences;

/// <summary>A form by which a person decides about an occurrence, with the reason; a later decision takes the place of an earlier one.</summary>
internal abstract class DecisionPage(LedgerDb db, Session session, WorkCalendar calendar, RoutineCatalogue catalogue, TimeProvider time)
    : OccurrencePage(calendar, catalogue, time)
{
    [BindProperty]
    [Display(Name = "原因"), Required(ErrorMessage = "请填写原因。"), StringLength(200, ErrorMessage = "原因不超过200字。")]
    public string Reason { get; set; } = "";

    protected LedgerDb Db => db;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        await PrepareAsync(cancellation);
        // What is done needs no decision any more.
        return Entry.Occurrence.State == OccurrenceState.Done && Entry.Waiver is null ? Redirect(Address) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        await PrepareAsync(cancellation);
        if (Fault() is { } fault)
            ModelState.AddModelError(fault.Field, fault.Message);
        if (!ModelState.IsValid)
            return this.Unprocessable();

        var waiver = await db.Waivers.FirstOrDefaultAsync(w => w.RoutineId == Id && w.OccurrenceOn == Day, cancellation);
        if (waiver is null)
        {
            waiver = new Waiver { UnitId = session.Me.UnitId, RoutineId = Id, OccurrenceOn = Day };
            db.Waivers.Add(waiver);
        }
        var what = Decide(waiver, Reason.Trim());
        db.Record(session.Change(Reason.Trim()), Entry.Routine, $"{what}：{Entry.Occurrence.Title}");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"{Entry.Occurrence.Title}：{what}。";
        return Redirect(Address);
    }

    /// <summary>Reads what the form offers.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What is wrong with the form, if anything.</summary>
    protected abstract (string Field, string Message)? Fault();

    /// <summary>Writes the decision; returns it in words.</summary>
    protected abstract string Decide(Waiver waiver, string reason);
}
