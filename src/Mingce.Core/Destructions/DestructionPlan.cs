using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Papers;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Destructions;

/// <summary>Rows of the unit that hold the same bytes, 移出 and deleted ones too. Whether other units hold them is nobody's business here.</summary>
public sealed record DestructionPlan(IReadOnlyList<Evidence> Evidence, IReadOnlyList<FiledEntity> Papers)
{
    public static async Task<DestructionPlan> ReadAsync(LedgerDb db, string sha256, CancellationToken cancellation) => new(
        await db.Evidence.IgnoreQueryFilters([LedgerDb.Removed]).Where(e => e.Sha256 == sha256).OrderBy(e => e.AddedAt).ToListAsync(cancellation),
        [
            .. await db.IncomingPapers.IgnoreQueryFilters([LedgerDb.Removed]).Include(p => p.Deadlines).Where(p => p.Sha256 == sha256).ToListAsync(cancellation),
            .. await db.Returns.IgnoreQueryFilters([LedgerDb.Removed]).Where(r => r.Sha256 == sha256).ToListAsync(cancellation),
        ]);
}
