using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Papers;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Search;

/// <summary>Adds to a save what the index needs, so that row and index change in one transaction.</summary>
internal static class SearchUpkeep
{
    /// <summary>Brings the entries of every changed record up to date. Nothing is read where only new records come.</summary>
    public static async Task PrepareAsync(LedgerDb db, CancellationToken cancellation)
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var gone = entries.Where(e => e.State == EntityState.Deleted && SearchedText.IsRecord(e.Entity)).Select(e => ((AuditedEntity)e.Entity).Id).ToHashSet();
        var changed = entries.SelectMany(e => SearchedText.OwnersOf(e.Entity, () => (Guid)e.Property(nameof(Evidence.ActivityId)).OriginalValue!)).Distinct().Except(gone).ToList();
        if (gone.Count + changed.Count == 0)
        {
            return;
        }
        var tracked = db.ChangeTracker.Entries<AuditedEntity>().Where(e => SearchedText.IsRecord(e.Entity)).ToDictionary(e => e.Entity.Id, e => e.Entity);
        var records = new List<AuditedEntity>();
        foreach (var id in changed)
        {
            var record = tracked.GetValueOrDefault(id) ?? await db.Activities.FirstOrDefaultAsync(a => a.Id == id, cancellation)
                ?? (AuditedEntity?)await db.WorkItems.FirstOrDefaultAsync(w => w.Id == id, cancellation);
            if (record is not null)
            {
                records.Add(record);
            }
        }
        await IndexAsync(db, records, gone, cancellation);
    }

    /// <summary>Brings the entries of the records up to date and removes those of the ones that are gone.</summary>
    public static async Task IndexAsync(LedgerDb db, IReadOnlyList<AuditedEntity> records, IReadOnlyCollection<Guid> gone, CancellationToken cancellation)
    {
        foreach (var record in records.Where(r => db.Entry(r).State != EntityState.Added && SearchedText.IsShown(r)))
        {
            // One that was read without its parts gets them now; parts that are being changed stay as they are.
            foreach (var parts in SearchedText.PartsOf(record))
            {
                await db.Entry(record).Collection(parts).LoadAsync(cancellation);
            }
        }
        var stored = (await StoredAsync(db, [.. gone, .. records.Where(r => db.Entry(r).State != EntityState.Added).Select(r => r.Id)], cancellation))
            .ToLookup(s => s.OwnerId);
        foreach (var record in records)
        {
            Update(db, record, [.. stored[record.Id]]);
        }
        db.SearchEntries.RemoveRange(gone.SelectMany(id => stored[id]));
        SetGrams(db);
    }

    /// <summary>Entries of the record against those that it should have.</summary>
    private static void Update(LedgerDb db, AuditedEntity record, IReadOnlyList<SearchEntry> stored)
    {
        if (!SearchedText.IsShown(record))
        {
            db.SearchEntries.RemoveRange(stored);
            return;
        }
        var left = stored.ToDictionary(s => (s.Noun, s.SubjectId));
        List<Evidence> evidence = record is Activity activity ? [.. activity.Evidence.Where(e => e.RemovedAt is null && db.Entry(e).State != EntityState.Deleted)] : [];
        foreach (var wanted in SearchedText.Of(record, evidence))
        {
            if (left.Remove((wanted.Noun, wanted.SubjectId), out var entry))
            {
                (entry.On, entry.Text) = (wanted.On, wanted.Text);
            }
            else
            {
                db.SearchEntries.Add(wanted);
            }
        }
        // Evidence keeps its file; a 报送 may get another, which is read anew.
        var isReplaced = record is FiledEntity && db.Entry(record).Property(nameof(FiledEntity.Sha256)).IsModified;
        foreach (var (noun, subject) in SearchedText.FilesOf(record, evidence))
        {
            if (!isReplaced && left.Remove((noun, subject), out var entry))
            {
                entry.On = SearchedText.DayOf(record);
            }
            else if (isReplaced || stored.All(s => s.SubjectId != subject))
            {
                db.SearchPending.Add(new SearchPending { UnitId = record.UnitId, Noun = noun, SubjectId = subject });
            }
        }
        db.SearchEntries.RemoveRange(left.Values);
    }

    // The long texts of files stay where they are: their entries are only told to be there.
    private static async Task<List<SearchEntry>> StoredAsync(LedgerDb db, IReadOnlyList<Guid> owners, CancellationToken cancellation)
    {
        if (owners.Count == 0)
        {
            return [];
        }
        var found = db.SearchEntries.Where(e => owners.Contains(e.OwnerId));
        var stored = await found.Where(e => !SearchEntry.Files.Contains(e.Noun)).ToListAsync(cancellation);
        var documents = await found.Where(e => SearchEntry.Files.Contains(e.Noun))
            .Select(e => new SearchEntry { UnitId = e.UnitId, Number = e.Number, Noun = e.Noun, SubjectId = e.SubjectId, OwnerId = e.OwnerId, On = e.On, Text = "" })
            .AsNoTracking().ToListAsync(cancellation);
        foreach (var document in documents)
        {
            var tracked = db.SearchEntries.Local.FirstOrDefault(e => e.Number == document.Number);
            if (tracked is null)
            {
                db.Attach(document);
            }
            stored.Add(tracked ?? document);
        }
        return stored;
    }

    /// <summary>PostgreSQL keeps the terms in a column; SQLite's triggers ask for them.</summary>
    public static void SetGrams(LedgerDb db)
    {
        if (!db.Database.IsNpgsql())
        {
            return;
        }
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<SearchEntry>()
            .Where(e => e.State == EntityState.Added || e is { State: EntityState.Modified } && e.Property(p => p.Text).IsModified))
        {
            entry.Property<int[]>(LedgerDb.Grams).CurrentValue = Grams.Of(entry.Entity.UnitId, entry.Entity.Text);
        }
    }
}
