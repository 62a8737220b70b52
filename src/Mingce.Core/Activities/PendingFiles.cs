using Mingce.Core.Data;
using Mingce.Core.Destructions;
using Mingce.Core.Pictures;
using Mingce.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Activities;

/// <summary>Files that were sent ahead of their form: each arrives once, is taken by its form, or goes.</summary>
public sealed class PendingFiles(LedgerDb db, Guid accountId)
{
    /// <summary>How long a file waits for its form.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>The same bytes may just be on their way in for another form: nothing younger is removed from the store.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    /// <summary>The files that wait for the form, in the order in which they came.</summary>
    public async Task<List<PendingFile>> ReadAsync(Guid formId, CancellationToken cancellation) =>
        await db.PendingFiles.Where(p => p.FormId == formId && p.AccountId == accountId && !p.IsDropped).OrderBy(p => p.AddedAt).ThenBy(p => p.Sha256).ToListAsync(cancellation);

    /// <summary>Notes kept files for their form; one that is there already is not noted again.</summary>
    public async Task AddAsync(Guid unitId, Guid formId, IEnumerable<ReceivedFile> files, string key, DateTime now, CancellationToken cancellation)
    {
        foreach (var file in files.DistinctBy(f => f.Sha256))
        {
            if (await db.PendingFiles.FirstOrDefaultAsync(p => p.FormId == formId && p.Sha256 == file.Sha256, cancellation) is { } known)
                known.IsDropped = false;
            else
                db.Add(PendingFile.Of(file, unitId, formId, accountId, key, now));
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            // Sent twice at once: the other one is noted.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes a file back; its bytes go with the next sweep.</summary>
    public async Task DropAsync(Guid formId, string sha256, CancellationToken cancellation) =>
        await db.PendingFiles.Where(p => p.FormId == formId && p.AccountId == accountId && p.Sha256 == sha256)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.IsDropped, true), cancellation);

    /// <summary>Removes what waited too long or was taken back, in all units: the row first, then bytes that nothing else refers to.</summary>
    /// <param name="removed">Told each hash whose bytes are gone, so that what was derived of them goes too.</param>
    public static async Task SweepAsync(LedgerDb all, EvidenceStore store, DateTime now, Action<string> removed, CancellationToken cancellation)
    {
        DateTime late = now - Patience, settled = now - Settled;
        var old = await all.PendingFiles.IgnoreQueryFilters([LedgerDb.Tenant])
            .Where(p => p.AddedAt < late || (p.IsDropped && p.AddedAt < settled)).ToListAsync(cancellation);
        if (old.Count == 0)
            return;
        all.RemoveRange(old);
        await all.SaveChangesAsync(cancellation);
        foreach (var sha256 in old.Select(p => p.Sha256).Distinct())
        {
            if (await DestructionCleanup.IsHeldAsync(all, sha256, cancellation) || !store.RemoveUnused(sha256, settled))
                continue;
            await PictureIndex.RemoveAsync(all, sha256, cancellation);
            removed(sha256);
        }
    }
}
