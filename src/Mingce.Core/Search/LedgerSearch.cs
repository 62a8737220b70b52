using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Search;

/// <summary>An entry that matches, by what it is counted and ordered by.</summary>
public sealed record FoundEntry(long Number, Noun Noun, DateOnly On);

/// <summary>搜索 in the ledger of one unit: the index proposes, the text decides, so that the result is that of a comparison with every text.</summary>
public sealed class LedgerSearch(LedgerDb db)
{
    /// <summary>Entries that hold every word.</summary>
    /// <param name="nouns">What the asking role may see.</param>
    public IQueryable<SearchEntry> Find(SearchQuery query, IReadOnlyCollection<Noun> nouns)
    {
        var entries = Candidates(query).AsNoTracking().Where(e => nouns.Contains(e.Noun));
        return query.Words.Count == 0 ? entries.Where(e => false) : query.Words.Aggregate(entries, (found, word) => found.Where(e => e.Text.Contains(word)));
    }

    /// <summary>All that holds every word, newest first: one pass over the texts serves the counts and every page of them.</summary>
    /// <param name="nouns">What the asking role may see.</param>
    public async Task<IReadOnlyList<FoundEntry>> FindAllAsync(SearchQuery query, IReadOnlyCollection<Noun> nouns, CancellationToken cancellation)
    {
        var found = await Find(query, nouns).Select(e => new FoundEntry(e.Number, e.Noun, e.On)).ToListAsync(cancellation);
        found.Sort((a, b) => (b.On, b.Number).CompareTo((a.On, a.Number)));
        return found;
    }

    /// <summary>The entries themselves, in the same order, without the searched text.</summary>
    public async Task<IReadOnlyList<SearchEntry>> ReadAsync(IEnumerable<FoundEntry> found, CancellationToken cancellation)
    {
        List<long> numbers = [.. found.Select(f => f.Number)];
        return await db.SearchEntries.AsNoTracking().Where(e => numbers.Contains(e.Number)).OrderByDescending(e => e.On).ThenByDescending(e => e.Number)
            .Select(e => new SearchEntry { UnitId = e.UnitId, Number = e.Number, Noun = e.Noun, SubjectId = e.SubjectId, OwnerId = e.OwnerId, On = e.On, Text = "" }).ToListAsync(cancellation);
    }

    private IQueryable<SearchEntry> Candidates(SearchQuery query)
    {
        var grams = query.GramsOf(db.UnitId ?? Guid.Empty);
        if (grams.Length == 0)
        {
            return db.SearchEntries;
        }
        if (db.Database.IsNpgsql())
        {
            return db.SearchEntries.Where(e => grams.All(g => EF.Property<int[]>(e, LedgerDb.Grams).Contains(g)));
        }
        // Cross join: the index first, whatever the planner thinks of it.
        return db.SearchEntries.FromSql($"select e.* from search_grams({Grams.Words(grams)}) g cross join search_entries e on e.\"Number\" = g.rowid");
    }
}
