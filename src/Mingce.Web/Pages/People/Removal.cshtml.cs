using Mingce.Core.Audit;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.People;

/// <summary>误录删除: a person who never belonged into the list; the event that stays names nobody.</summary>
[AccessRule(Resource.Person, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : RemovalPage<Person>(db, session)
{
    protected override string What => "误录删除";
    protected override string Notice => $"已删除“{Row.Name}”。";
    protected override string List => "/people";

    protected override async Task<string?> ReleaseAsync(Change change, CancellationToken cancellation) =>
        await Db.HoursEntries.AnyAsync(e => e.PersonId == Id, cancellation) ? "该人员有志愿服务时长记录，不能删除；已不在本单位的请登记离岗。" : null;
}
