using Mingce.Core.Audit;
using Mingce.Core.Preparations;

namespace Mingce.Web.Pages.Preparations;

/// <summary>删除 of a plan with its papers.</summary>
[AccessRule(Resource.Preparation, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : RemovalPage<Preparation>(db, session)
{
    protected override string What => $"删除活动准备“{Row.Title}”";
    protected override string Notice => "活动准备已删除。";
    protected override string List => "/preparations";

    protected override async Task<string?> ReleaseAsync(Change change, CancellationToken cancellation)
    {
        Db.RemoveRange(await Db.Papers.Where(p => p.PreparationId == Id).ToListAsync(cancellation));
        return null;
    }
}
