using Mingce.Core.Activities;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Mingce.Core.Search;

/// <summary>Adds to a save what the index needs, so that row and index change in one transaction.</summary>
internal static class SearchUpkeep
{
    /// <summary>Brings the entries of every changed record up to date. Nothing is read where only new records come.</summary>
    public static async Task PrepareAsync(LedgerDb db, CancellationToken cancellation)
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var gone = entries.Where(e => e is { State: EntityState.Deleted, Entity: Activity }).Select(e => ((Activity)e.Entity).Id).ToHashSet();
        var changed = entries.SelectMany(OwnersOf).Distinct().Except(gone).ToList();
        if (gone.Count + changed.Count == 0)
        {
            return;
        }
        var tracked = db.ChangeTracker.Entries<Activity>().ToDictionary(e => e.Entity.Id, e => e.Entity);
        var activities = new List<Activity>();
        foreach (var id in changed)
        {
            var activity = tracked.GetValueOrDefault(id) ?? await db.Activities.FirstOrDefaultAsync(a => a.Id == id, cancellation);
            if (activity is not null)
            {
                activities.Add(activity);
            }
        }
        await IndexAsync(db, activities, gone, cancellation);
    }

    /// <summary>Brings the entries of the records up to date and removes those of the ones that are gone.</summary>
    public static async Task IndexAsync(LedgerDb db, IReadOnlyList<Activity> activities, IReadOnlyCollection<Guid> gone, CancellationToken cancellation)
    {
        foreach (var activity in activities)
        {
            await LoadPartsAsync(db, activity, cancellation);
        }
        var stored = (await StoredAsync(db, [.. gone, .. activities.Where(a => db.Entry(a).State != EntityState.Added).Select(a => a.Id)], cancellation))
            .ToLookup(s => s.OwnerId);
        foreach (var activity in activities)
        {
            Update(db, activity, [.. stored[activity.Id]]);
        }
        db.SearchEntries.RemoveRange(gone.SelectMany(id => stored[id]));
        SetGrams(db);
    }

    /// <summary>Entries of the activity against those that it should have.</summary>
    private static void Update(LedgerDb db, Activity activity, IReadOnlyList<SearchEntry> stored)
    {
        if (!SearchedText.IsShown(activity))
        {
            db.SearchEntries.RemoveRange(stored);
            return;
        }
        var left = stored.ToDictionary(s => (s.Noun, s.SubjectId));
        var evidence = activity.Evidence.Where(e => db.Entry(e).State != EntityState.Deleted).ToList();
        foreach (var wanted in SearchedText.Of(activity, evidence))
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
        foreach (var file in evidence.Where(SearchedText.MayHoldText))
        {
            if (left.Remove((Noun.Document, file.Id), out var entry))
            {
                entry.On = activity.ToOn;
            }
            else if (stored.All(s => s.SubjectId != file.Id))
            {
                db.SearchPending.Add(new SearchPending { UnitId = activity.UnitId, Noun = Noun.Document, SubjectId = file.Id });
            }
        }
        db.SearchEntries.RemoveRange(left.Values);
    }

    // Evidence may move from one record to another.
    private static IEnumerable<Guid> OwnersOf(EntityEntry entry) => entry.Entity switch
    {
        Activity a => [a.Id],
        ActivityHost h => [h.ActivityId],
        ActivityDetail d => [d.ActivityId],
        Evidence e => [e.ActivityId, (Guid)entry.Property(nameof(e.ActivityId)).OriginalValue!],
        _ => [],
    };

    // An activity that was read without its parts gets them now; parts that are being changed stay as they are.
    private static async Task LoadPartsAsync(LedgerDb db, Activity activity, CancellationToken cancellation)
    {
        var entry = db.Entry(activity);
        if (entry.State == EntityState.Added || !SearchedText.IsShown(activity))
        {
            return;
        }
        await entry.Collection(a => a.Hosts).LoadAsync(cancellation);
        await entry.Collection(a => a.Details).LoadAsync(cancellation);
        await entry.Collection(a => a.Evidence).LoadAsync(cancellation);
    }

    // The long texts of files stay where they are: their entries are only told to be there.
    private static async Task<List<SearchEntry>> StoredAsync(LedgerDb db, IReadOnlyList<Guid> owners, CancellationToken cancellation)
    {
        if (owners.Count == 0)
        {
            return [];
        }
        var found = db.SearchEntries.Where(e => owners.Contains(e.OwnerId));
        var stored = await found.Where(e => e.Noun != Noun.Document).ToListAsync(cancellation);
        var documents = await found.Where(e => e.Noun == Noun.Document)
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
