using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Papers;

/// <summary>What a 来文 or 报送 belongs together with: tasks and 报送 of a 来文; of a 报送 its task and its 来文.</summary>
/// <param name="Noun">任务, 来文, 报送记录.</param>
public sealed record PaperLink(AuditedEntity Row, string Noun, string Title)
{
    /// <summary>Tasks first; what lies in the 回收站 itself is among them.</summary>
    public static async Task<IReadOnlyList<PaperLink>> ReadAsync(LedgerDb db, FiledEntity paper, CancellationToken cancellation)
    {
        var (itemId, paperId) = paper is Return sent ? (sent.WorkItemId, sent.PaperId) : (null, null);
        var items = await db.WorkItems.AsNoTracking().Where(i => i.PaperId == paper.Id || i.Id == itemId).OrderBy(i => i.DueOn).ThenBy(i => i.Id).ToListAsync(cancellation);
        var papers = await db.IncomingPapers.AsNoTracking().IgnoreQueryFilters([LedgerDb.Removed]).Where(p => p.Id == paperId).ToListAsync(cancellation);
        var returns = await db.Returns.AsNoTracking().IgnoreQueryFilters([LedgerDb.Removed]).Where(r => r.PaperId == paper.Id).OrderBy(r => r.SentOn).ThenBy(r => r.Id).ToListAsync(cancellation);
        return [.. items.Select(i => new PaperLink(i, "任务", i.Title)), .. papers.Select(p => new PaperLink(p, "来文", p.Title)), .. returns.Select(r => new PaperLink(r, "报送记录", r.Title))];
    }
}
