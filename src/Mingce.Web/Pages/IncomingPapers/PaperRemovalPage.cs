using Mingce.Core.Audit;
using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>删除 of a superfluous 来文 or 报送 into its 回收站, with its file. What belongs to it stands, and shows it no longer until it comes back.</summary>
internal abstract class PaperRemovalPage<T>(LedgerDb db, Session session) : RemovalPage<T>(db, session)
    where T : FiledEntity
{
    public const string Deleted = "删除";

    /// <summary>What belongs to it, told before.</summary>
    public IReadOnlyList<PaperLink> Links { get; private set; } = [];

    protected override string What => Deleted;
    protected override string Notice => $"{PaperWords.NounOf(Row)}“{Row.Title}”已移入回收站。";
    protected override string List => PaperWords.ListOf(Row);

    protected override void Remove(Change change)
    {
        Row.RemovedAt = change.At;
        TempData["Undo"] = $"{PaperWords.AddressOf(Row)}/restoration";
    }

    protected override Task<string?> ReleaseAsync(Change change, CancellationToken cancellation)
    {
        PaperWords.Tell(Db, change, Row, Links, "已删除");
        return base.ReleaseAsync(change, cancellation);
    }

    protected override async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (!await base.FindAsync(cancellation))
            return false;
        Links = await PaperLink.ReadAsync(Db, Row, cancellation);
        return true;
    }
}
