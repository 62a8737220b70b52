namespace Mingce.Web.Pages;

/// <summary>我的: what the account registered, and on a phone the way to every page that has no place in the bar.</summary>
[AccessRule(Resource.Workbench, AccessAction.View, Relation.OwnUnit)]
internal sealed class MineModel(LedgerDb db, Session session) : PageModel
{
    public const int ListLength = 10;

    public bool MayRegister { get; } = session.May(Resource.Activity, AccessAction.Create);

    /// <summary>The latest of them, by the day of the activity.</summary>
    public IReadOnlyList<Activity> Registered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!MayRegister)
            return;
        var me = session.Me.Id;
        Registered = await db.Activities.AsNoTracking().Include(a => a.Evidence)
            .Where(a => a.Status == ActivityStatus.Entered && a.EnteredById == me)
            .OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id).Take(ListLength)
            .ToListAsync(cancellation);
    }
}
