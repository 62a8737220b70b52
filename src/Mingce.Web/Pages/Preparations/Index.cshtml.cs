using Mingce.Core;
using Mingce.Core.Preparations;

namespace Mingce.Web.Pages.Preparations;

/// <summary>活动准备: what is planned, the next first, and what has been.</summary>
[AccessRule(Resource.Preparation, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, TimeProvider time) : PageModel
{
    private const int MostPast = 50;

    public IReadOnlyList<Preparation> Coming { get; private set; } = [];

    /// <summary>The latest first, and not all of many.</summary>
    public IReadOnlyList<Preparation> Past { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = OfficeCalendar.Today(time);
        Coming = await db.Preparations.AsNoTracking().Where(p => p.HeldOn >= today).OrderBy(p => p.HeldOn).ThenBy(p => p.Id).ToListAsync(cancellation);
        Past = await db.Preparations.AsNoTracking().Where(p => p.HeldOn < today).OrderByDescending(p => p.HeldOn).ThenByDescending(p => p.Id).Take(MostPast).ToListAsync(cancellation);
    }
}
