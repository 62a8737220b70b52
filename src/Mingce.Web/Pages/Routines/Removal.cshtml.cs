using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>删除草稿: only a draft can go.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : RemovalPage<Routine>(db, session)
{
    protected override IQueryable<Routine> Rows => Db.Routines.Where(r => r.Status == RoutineStatus.Draft);
    protected override string What => $"删除草稿“{Row.Title}”";
    protected override string Notice => "草稿已删除。";
    protected override string List => "/routines";
}
