using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Search;

/// <summary>How many entries of a noun match in a year.</summary>
public sealed record SearchCount(Noun Noun, int Year, int Count);

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

    public async Task<IReadOnlyList<SearchCount>> CountAsync(IQueryable<SearchEntry> found, CancellationToken cancellation) =>
        await found.GroupBy(e => new { e.Noun, e.On.Year }).Select(g => new SearchCount(g.Key.Noun, g.Key.Year, g.Count())).ToListAsync(cancellation);

    /// <summary>Of what was found, one noun and year.</summary>
    public IQueryable<SearchEntry> In(IQueryable<SearchEntry> found, Noun noun, int? year)
    {
        found = found.Where(e => e.Noun == noun);
        return year is >= 1 and <= 9998 ? found.Where(e => e.On >= new DateOnly(year.Value, 1, 1) && e.On < new DateOnly(year.Value + 1, 1, 1)) : found;
    }

    /// <summary>A page of what was found, newest first, without the searched text.</summary>
    public static IQueryable<SearchEntry> Newest(IQueryable<SearchEntry> found, int skip, int take) =>
        found.OrderByDescending(e => e.On).ThenByDescending(e => e.Number).Skip(skip).Take(take)
            .Select(e => new SearchEntry { UnitId = e.UnitId, Number = e.Number, Noun = e.Noun, SubjectId = e.SubjectId, OwnerId = e.OwnerId, On = e.On, Text = "" });

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
