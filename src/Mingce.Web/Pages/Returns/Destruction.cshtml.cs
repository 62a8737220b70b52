using Mingce.Web.Pages.Destructions;

namespace Mingce.Web.Pages.Returns;

/// <summary>销毁 of a 报送 that was entered by mistake.</summary>
[AccessRule(Resource.Destruction, AccessAction.Create, Relation.OwnUnit)]
internal sealed class DestructionModel(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : PaperDestructionPage(db, session, options, time)
{
    protected override async Task<WrongPaper?> FindAsync(CancellationToken cancellation) =>
        await Db.Returns.IgnoreQueryFilters([LedgerDb.Removed]).FirstOrDefaultAsync(r => r.Id == Id, cancellation) is { } sent
            ? new(sent, "报送记录", sent.Title, $"/returns/{Id}")
            : null;
}
