using Mingce.Web.Pages.Destructions;

namespace Mingce.Web.Pages.Activities;

/// <summary>销毁 of a file of an activity.</summary>
[AccessRule(Resource.Destruction, AccessAction.Create, Relation.OwnUnit)]
internal sealed class FileDestructionModel(LedgerDb db, Session session, ServerOptions options, TimeProvider time) : FileDestructionPage(db, session, options, time)
{
    [FromRoute]
    public Guid ActivityId { get; set; }

    [FromRoute]
    public Guid EvidenceId { get; set; }

    // The unique index: an activity has the same bytes once.
    protected override async Task<FileToDestroy?> FindAsync(CancellationToken cancellation) =>
        await Db.Evidence.AsNoTracking().FirstOrDefaultAsync(e => e.Id == EvidenceId && e.ActivityId == ActivityId && e.Sha256 != "", cancellation) is { } e
            ? new(e.ActivityId, $"/activities/{e.ActivityId}", e.Title, e.Sha256, e.FileName, e.Size) : null;
}
