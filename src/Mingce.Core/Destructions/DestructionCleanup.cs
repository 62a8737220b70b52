using System.Data;
using Mingce.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Destructions;

/// <summary>
/// What follows a 销毁 that is committed: bytes are overwritten and removed with what was derived of them, and the database gives up its free pages,
/// its log and the index's old segments. Begins anew after an interruption, until every tombstone says that it is finished.
/// </summary>
public sealed class DestructionCleanup(DataFolder folder, TimeProvider time)
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <returns>Whether nothing is left to do; false while somebody holds the database, and it has to be tried again.</returns>
    public async Task<bool> FinishAsync(CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            return await FinishOpenAsync(cancellation);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private async Task<bool> FinishOpenAsync(CancellationToken cancellation)
    {
        await using var db = folder.OpenDb(null);
        var open = await db.Destructions.IgnoreQueryFilters([LedgerDb.Tenant]).Where(d => d.FinishedAt == null).ToListAsync(cancellation);
        if (open.Count == 0)
        {
            return true;
        }
        foreach (var sha256 in open.Select(d => d.Sha256).Where(h => h.Length > 0).Distinct())
        {
            if (!await IsHeldAsync(db, sha256, cancellation))
            {
                folder.Evidence.Destroy(sha256);
            }
        }
        if (!await ClearDatabaseAsync(db, cancellation))
        {
            return false;
        }
        foreach (var destruction in open)
        {
            destruction.FinishedAt = time.GetUtcNow().UtcDateTime;
        }
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Whether any unit holds the bytes: those of another one are not ours to destroy.</summary>
    internal static async Task<bool> IsHeldAsync(LedgerDb db, string sha256, CancellationToken cancellation) =>
        await db.Evidence.IgnoreQueryFilters([LedgerDb.Tenant, LedgerDb.Removed]).AnyAsync(e => e.Sha256 == sha256, cancellation)
        || await db.PendingFiles.IgnoreQueryFilters([LedgerDb.Tenant]).AnyAsync(p => p.Sha256 == sha256, cancellation)
        || await db.IncomingPapers.IgnoreQueryFilters([LedgerDb.Tenant, LedgerDb.Removed]).AnyAsync(p => p.Sha256 == sha256, cancellation)
        || await db.Returns.IgnoreQueryFilters([LedgerDb.Tenant, LedgerDb.Removed]).AnyAsync(r => r.Sha256 == sha256, cancellation);

    /// <returns>Whether it could be done; false while somebody reads and the log cannot be emptied.</returns>
    private static async Task<bool> ClearDatabaseAsync(LedgerDb db, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                vacuum search_entries, search_pending, file_texts, pending_files, picture_prints, picture_likenesses, evidence, activity_details, activity_hosts,
                    activities, incoming_papers, paper_deadlines, returns, hours_lists, hours_entries, events
                """, cancellation);
            return true;
        }
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync("insert into search_grams(search_grams) values ('optimize')", cancellation);
        await db.Database.ExecuteSqlRawAsync("vacuum", cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, cancellation);
        return await reader.ReadAsync(cancellation) && reader.GetInt64(0) == 0;
    }
}
