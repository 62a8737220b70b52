using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>结束: from the day after, nothing of the routine falls due.</summary>
[AccessRule(Resource.Routine, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class ClosureModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "执行到哪天"), Required(ErrorMessage = "请填写执行到哪天。")]
    public DateOnly? LastDay { get; set; }

    [BindProperty]
    [Display(Name = "结束原因"), Required(ErrorMessage = "请填写结束原因。"), StringLength(200, ErrorMessage = "结束原因不超过200字。")]
    public string Reason { get; set; } = "";

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        LastDay = OfficeCalendar.Today(time);
        return await FindAsync(cancellation) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } routine)
            return NotFound();
        if (LastDay < routine.StartsOn)
            ModelState.AddModelError(nameof(LastDay), $"不能早于开始执行的{Words.Of(routine.StartsOn!.Value)}。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        routine.EndsOn = LastDay;
        db.Record(session.Change(Reason.Trim()), routine, $"结束，执行到{Words.Of(LastDay!.Value)}");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"“{routine.Title}”已结束。";
        return Redirect("/routines");
    }

    private async Task<Routine?> FindAsync(CancellationToken cancellation)
    {
        var routine = await db.Routines.FirstOrDefaultAsync(r => r.Id == Id && r.Status == RoutineStatus.Active && r.StartsOn != null, cancellation);
        Title = routine?.Title ?? "";
        return routine;
    }
}
