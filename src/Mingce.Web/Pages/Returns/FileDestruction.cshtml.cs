using Mingce.Web.Pages.Destructions;

namespace Mingce.Web.Pages.Returns;

/// <summary>销毁 of the file of a 报送记录.</summary>
[AccessRule(Resource.Destruction, AccessAction.Create, Relation.OwnUnit)]
internal sealed class FileDestructionModel(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : FileDestructionPage(db, session, options, time)
{
    [FromRoute]
    public Guid Id { get; set; }

    protected override async Task<FileToDestroy?> FindAsync(CancellationToken cancellation) =>
        await Db.Returns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == Id && r.Sha256 != "", cancellation) is { } r
            ? new(r.Id, $"/returns/{r.Id}", r.Title, r.Sha256, r.FileName, r.Size) { Note = "报送内容、回执中有不应留存的文字的，请先用“更正”改写，再销毁。" } : null;
}
