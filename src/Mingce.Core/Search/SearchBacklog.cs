using Mingce.Core.Data;
using Mingce.Core.Papers;
using Mingce.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Search;

/// <summary>Indexes what waits: files, which are read outside any transaction, and records from before there was an index. May be ended at any point.</summary>
public sealed class SearchBacklog(DataFolder folder)
{
    private const int Batch = 200;

    /// <summary>Works until nothing waits.</summary>
    /// <param name="progress">Told after each batch: how many are done, how many wait.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> WorkAsync(Action<int, int>? progress, CancellationToken cancellation)
    {
        for (var done = 0; ;)
        {
            var next = await NextAsync(cancellation);
            if (next.Count == 0)
            {
                return done;
            }
            await WorkAsync(next, cancellation);
            done += next.Count;
            progress?.Invoke(done, progress is null ? 0 : await CountAsync(cancellation));
        }
    }

    /// <summary>Makes the whole index anew from the rows; texts of files are read again, too.</summary>
    public async Task<int> RebuildAsync(Action<int, int>? progress, CancellationToken cancellation)
    {
        await using (var db = folder.OpenDb(null))
        {
            await using var transaction = await db.BeginAsync(cancellation);
            await db.SearchPending.IgnoreQueryFilters([LedgerDb.Tenant]).ExecuteDeleteAsync(cancellation);
            await db.SearchEntries.IgnoreQueryFilters([LedgerDb.Tenant]).ExecuteDeleteAsync(cancellation);
            await db.FileTexts.IgnoreQueryFilters([LedgerDb.Tenant]).ExecuteDeleteAsync(cancellation);
            await db.Database.ExecuteSqlRawAsync(
                """
                insert into search_pending ("UnitId", "Id", "Noun", "SubjectId") select "UnitId", "Id", 'Activity', "Id" from activities where "Status" = 'Entered'
                union all select "UnitId", "Id", 'WorkItem', "Id" from work_items
                union all select "UnitId", "Id", 'IncomingPaper', "Id" from incoming_papers where "RemovedAt" is null
                union all select "UnitId", "Id", 'Return', "Id" from returns where "RemovedAt" is null
                """, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        return await WorkAsync(progress, cancellation);
    }

    // The units' records in turn, then their files: a long document keeps no record waiting.
    private async Task<List<SearchPending>> NextAsync(CancellationToken cancellation)
    {
        await using var db = folder.OpenDb(null);
        var waiting = db.SearchPending.IgnoreQueryFilters([LedgerDb.Tenant]).AsNoTracking();
        var records = await waiting.Where(p => !SearchEntry.Files.Contains(p.Noun)).OrderBy(p => p.UnitId).ThenBy(p => p.Id).Take(Batch).ToListAsync(cancellation);
        return records.Count > 0
            ? [.. records.TakeWhile(p => p.UnitId == records[0].UnitId)]
            : await waiting.OrderBy(p => p.UnitId).ThenBy(p => p.Id).Take(1).ToListAsync(cancellation);
    }

    private async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var db = folder.OpenDb(null);
        return await db.SearchPending.IgnoreQueryFilters([LedgerDb.Tenant]).CountAsync(cancellation);
    }

    private async Task WorkAsync(List<SearchPending> waiting, CancellationToken cancellation)
    {
        await using var db = folder.OpenDb(waiting[0].UnitId);
        if (!SearchEntry.Files.Contains(waiting[0].Noun))
        {
            var ids = waiting.Select(p => p.SubjectId).ToList();
            List<AuditedEntity> records =
            [
                .. await db.Activities.Where(a => ids.Contains(a.Id)).Include(a => a.Hosts).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery().ToListAsync(cancellation),
                .. await db.WorkItems.Where(w => ids.Contains(w.Id)).Include(w => w.Bodies).Include(w => w.Steps).AsSplitQuery().ToListAsync(cancellation),
                .. await db.IncomingPapers.Where(p => ids.Contains(p.Id)).ToListAsync(cancellation),
                .. await db.Returns.Where(r => ids.Contains(r.Id)).ToListAsync(cancellation),
            ];
            await SearchUpkeep.IndexAsync(db, records, [], cancellation);
        }
        else
        {
            await AddFileAsync(db, waiting[0], cancellation);
        }
        // A record that was destroyed meanwhile took its place in the queue along: then nothing of this is saved.
        db.SearchPending.RemoveRange(waiting);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || Faults.IsDuplicate(e))
        {
            // Another server did it, or the record has gone or changed: what still waits is met again.
        }
    }

    private async Task AddFileAsync(LedgerDb db, SearchPending waiting, CancellationToken cancellation)
    {
        var (record, sha256) = await FindFileAsync(db, waiting, cancellation);
        if (record is null || sha256.Length == 0)
        {
            return;
        }
        var text = (await db.FileTexts.AsNoTracking().FirstOrDefaultAsync(t => t.Sha256 == sha256, cancellation))?.Text;
        if (text is null)
        {
            text = await DocumentText.ReadAsync(folder.Evidence.PathOf(sha256), cancellation) ?? "";
            db.FileTexts.Add(new FileText { UnitId = record.UnitId, Sha256 = sha256, Text = text });
        }
        if (text.Length == 0 || !SearchedText.IsShown(record))
        {
            return;
        }
        var wanted = SearchedText.OfFile(record, waiting.Noun, waiting.SubjectId, text);
        if (await db.SearchEntries.FirstOrDefaultAsync(e => e.OwnerId == wanted.OwnerId && e.Noun == wanted.Noun && e.SubjectId == wanted.SubjectId, cancellation) is { } entry)
        {
            // Of the file before this one, read while that was replaced.
            entry.Text = wanted.Text;
        }
        else
        {
            db.SearchEntries.Add(wanted);
        }
        SearchUpkeep.SetGrams(db);
    }

    // The record as it is now, which may have gone, and the bytes that it has now.
    private static async Task<(AuditedEntity? Record, string Sha256)> FindFileAsync(LedgerDb db, SearchPending waiting, CancellationToken cancellation)
    {
        if (waiting.Noun == Noun.Document)
        {
            var evidence = await db.Evidence.AsNoTracking().FirstOrDefaultAsync(e => e.Id == waiting.SubjectId, cancellation);
            return (evidence is null ? null : await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == evidence.ActivityId, cancellation), evidence?.Sha256 ?? "");
        }
        FiledEntity? paper = waiting.Noun == Noun.IncomingDocument
            ? await db.IncomingPapers.AsNoTracking().FirstOrDefaultAsync(p => p.Id == waiting.SubjectId, cancellation)
            : await db.Returns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == waiting.SubjectId, cancellation);
        return (paper, paper?.Sha256 ?? "");
    }
}
