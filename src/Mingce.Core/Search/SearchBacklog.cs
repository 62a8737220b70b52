using Mingce.Core.Data;
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
        var records = await waiting.Where(p => p.Noun != Noun.Document).OrderBy(p => p.UnitId).ThenBy(p => p.Id).Take(Batch).ToListAsync(cancellation);
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
        if (waiting[0].Noun != Noun.Document)
        {
            var ids = waiting.Select(p => p.SubjectId).ToList();
            List<AuditedEntity> records =
            [
                .. await db.Activities.Where(a => ids.Contains(a.Id)).Include(a => a.Hosts).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery().ToListAsync(cancellation),
                .. await db.WorkItems.Where(w => ids.Contains(w.Id)).Include(w => w.Bodies).Include(w => w.Steps).AsSplitQuery().ToListAsync(cancellation),
            ];
            await SearchUpkeep.IndexAsync(db, records, [], cancellation);
        }
        else
        {
            await AddFileAsync(db, waiting[0].SubjectId, cancellation);
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

    private async Task AddFileAsync(LedgerDb db, Guid evidenceId, CancellationToken cancellation)
    {
        var evidence = await db.Evidence.FirstOrDefaultAsync(e => e.Id == evidenceId, cancellation);
        if (evidence is not { HasFile: true } || await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == evidence.ActivityId, cancellation) is not { } activity)
        {
            return;
        }
        var text = (await db.FileTexts.AsNoTracking().FirstOrDefaultAsync(t => t.Sha256 == evidence.Sha256, cancellation))?.Text;
        if (text is null)
        {
            text = await DocumentText.ReadAsync(folder.Evidence.PathOf(evidence.Sha256), cancellation) ?? "";
            db.FileTexts.Add(new FileText { UnitId = evidence.UnitId, Sha256 = evidence.Sha256, Text = text });
        }
        if (text.Length > 0 && SearchedText.IsShown(activity) && !await db.SearchEntries.AnyAsync(e => e.OwnerId == activity.Id && e.Noun == Noun.Document && e.SubjectId == evidenceId, cancellation))
        {
            db.SearchEntries.Add(SearchedText.OfFile(activity, evidenceId, text));
            SearchUpkeep.SetGrams(db);
        }
    }
}
