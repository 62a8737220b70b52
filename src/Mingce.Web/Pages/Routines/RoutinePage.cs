using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>A page with the form of a routine, which proposes the unit's departments and groups.</summary>
internal abstract class RoutinePage(LedgerDb db, KindCatalogue kinds) : PageModel
{
    [BindProperty]
    public RoutineForm Input { get; set; } = new();

    protected LedgerDb Db => db;

    protected async Task ReadBodiesAsync(CancellationToken cancellation)
    {
        var departments = await db.Departments.AsNoTracking().OrderBy(d => d.SortOrder).Select(d => d.Name).ToListAsync(cancellation);
        var groups = await db.Groups.AsNoTracking().OrderBy(g => g.Name).Select(g => g.Name).ToListAsync(cancellation);
        ViewData["Bodies"] = departments.Concat(groups);
    }

    /// <param name="keepsRule">The rule was not touched: one that a report told may be vaguer than what can be typed.</param>
    protected bool IsInputValid(bool keepsRule = false)
    {
        foreach (var (field, message) in Input.Faults(kinds).Where(fault => !keepsRule || fault.Field != nameof(RoutineForm.Rule)))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        return ModelState.IsValid;
    }

    protected Task<Routine?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Routines.FirstOrDefaultAsync(r => r.Id == id && r.Status != RoutineStatus.Superseded, cancellation);
}
