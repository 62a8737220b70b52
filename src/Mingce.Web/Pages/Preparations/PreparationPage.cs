using Mingce.Core.Preparations;

namespace Mingce.Web.Pages.Preparations;

/// <summary>A page with the form of a preparation, which proposes the unit's departments and groups.</summary>
internal abstract class PreparationPage(LedgerDb db, KindCatalogue kinds) : PageModel
{
    [BindProperty]
    public PreparationForm Input { get; set; } = new();

    protected LedgerDb Db => db;
    protected KindCatalogue Kinds => kinds;

    protected async Task ReadBodiesAsync(CancellationToken cancellation)
    {
        var departments = await db.Departments.AsNoTracking().OrderBy(d => d.SortOrder).Select(d => d.Name).ToListAsync(cancellation);
        var groups = await db.Groups.AsNoTracking().OrderBy(g => g.SortOrder).ThenBy(g => g.Id).Select(g => g.Name).ToListAsync(cancellation);
        ViewData["Bodies"] = departments.Concat(groups);
    }

    protected bool IsInputValid()
    {
        foreach (var (field, message) in Input.Faults(kinds))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        return ModelState.IsValid;
    }

    protected Task<Preparation?> FindAsync(Guid id, CancellationToken cancellation) => db.Preparations.FirstOrDefaultAsync(p => p.Id == id, cancellation);
}
