using Mingce.Core.Audit;
using Mingce.Core.Reporting;

namespace Mingce.Web.Pages.Phrases;

/// <summary>删除 of a phrase entered by mistake.</summary>
[AccessRule(Resource.Phrase, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : RemovalPage<Phrase>(db, session)
{
    protected override string What => $"删除规范表述“{Row.Text}”";
    protected override string List => "/phrases";

    protected override async Task<string?> ReleaseAsync(Change change, CancellationToken cancellation)
    {
        foreach (var other in await Db.Phrases.Where(p => p.SuccessorId == Id).ToListAsync(cancellation))
        {
            other.SuccessorId = null;
            Db.Record(change, other, "替代表述已删除");
        }
        return null;
    }
}
