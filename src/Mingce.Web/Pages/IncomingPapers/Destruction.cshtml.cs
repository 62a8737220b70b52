using Mingce.Web.Pages.Destructions;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>销毁 of a 来文 that was entered by mistake.</summary>
[AccessRule(Resource.Destruction, AccessAction.Create, Relation.OwnUnit)]
internal sealed class DestructionModel(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : PaperDestructionPage(db, session, options, time)
{
    protected override async Task<WrongPaper?> FindAsync(CancellationToken cancellation) =>
        await Db.IncomingPapers.IgnoreQueryFilters([LedgerDb.Removed]).Include(p => p.Deadlines).FirstOrDefaultAsync(p => p.Id == Id, cancellation) is { } paper
            ? new(paper, "来文", paper.Title, $"/incoming-papers/{Id}")
            : null;
}
