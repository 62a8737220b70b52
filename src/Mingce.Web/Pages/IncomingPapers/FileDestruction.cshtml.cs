using Mingce.Web.Pages.Destructions;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>销毁 of the file of a 来文, with the sentences that were read off it.</summary>
[AccessRule(Resource.Destruction, AccessAction.Create, Relation.OwnUnit)]
internal sealed class FileDestructionModel(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : FileDestructionPage(db, session, options, time)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override async Task<FileToDestroy?> FindAsync(CancellationToken cancellation) =>
        await Db.IncomingPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == Id && p.Sha256 != "", cancellation) is { } p
            ? new(p.Id, $"/incoming-papers/{p.Id}", p.Title, p.Sha256, p.FileName, p.Size) { Note = "由文件读出的时限一并清除。来文标题、文号、备注和已列任务中有不应留存的文字的，请先改写，再销毁。" } : null;
}
