using Mingce.Core;
using Mingce.Core.Accounts;

namespace Mingce.Web.Pages.StandIns;

/// <summary>AB角: those of the own account, for administrators all of the unit; the newest first.</summary>
[AccessRule(Resource.StandIn, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    private const int MostShown = 200;

    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public IReadOnlyList<StandInRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = session.May(Resource.Account, AccessAction.View);
        var me = session.Me.Id;
        var rows = await (
            from s in db.StandIns.AsNoTracking()
            join holder in db.Accounts on s.HolderId equals holder.Id
            join deputy in db.Accounts on s.DeputyId equals deputy.Id
            where all || s.HolderId == me || s.DeputyId == me
            orderby s.Id descending
            select new { StandIn = s, Holder = holder, Deputy = deputy }).Take(MostShown).ToListAsync(cancellation);
        var mayRevokeAll = session.May(Resource.Account, AccessAction.Edit);
        Rows = [.. rows.Select(r => new StandInRow(r.StandIn, r.Holder.Label, r.Deputy.Label,
            r.StandIn.RevokedAt is null && r.StandIn.ToOn >= Today && (mayRevokeAll || r.Holder.Id == me || r.Deputy.Id == me)))];
    }
}

/// <summary>A stand-in with the names of both.</summary>
/// <param name="MayBeRevoked">By whoever looks, as the page of the revocation has it.</param>
internal sealed record StandInRow(StandIn StandIn, string Holder, string Deputy, bool MayBeRevoked);
