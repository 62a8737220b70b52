using Mingce.Core.Search;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.Search;

/// <summary>Something that was found: where it is, what it is called, and the place where the words stand.</summary>
internal sealed record SearchHit(SearchEntry Entry, string Href, IReadOnlyList<SnippetPiece> Title, IReadOnlyList<SnippetPiece> Text, string When)
{
    /// <summary>The activity of a piece of evidence.</summary>
    public Activity? Owner { get; init; }
}

/// <summary>Reads the rows behind entries of the index, to be shown.</summary>
internal sealed class SearchHits(LedgerDb db)
{
    public async Task<IReadOnlyList<SearchHit>> ReadAsync(IReadOnlyList<SearchEntry> entries, SearchQuery query, CancellationToken cancellation)
    {
        var (owners, subjects) = (entries.Select(e => e.OwnerId).Distinct().ToList(), entries.Select(e => e.SubjectId).Distinct().ToList());
        var activities = await db.Activities.AsNoTracking().Where(a => owners.Contains(a.Id)).Include(a => a.Hosts.OrderBy(h => h.Ordinal)).Include(a => a.Details).AsSplitQuery().ToDictionaryAsync(a => a.Id, cancellation);
        var evidence = await db.Evidence.AsNoTracking().Where(e => subjects.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        var items = entries.Any(e => e.Noun == Noun.WorkItem)
            ? await db.WorkItems.AsNoTracking().Where(w => subjects.Contains(w.Id)).Include(w => w.Bodies.OrderBy(b => b.Ordinal)).Include(w => w.Steps.OrderBy(s => s.Ordinal)).AsSplitQuery().ToDictionaryAsync(w => w.Id, cancellation)
            : [];
        var hits = new List<SearchHit>();
        foreach (var entry in entries)
        {
            // A row may be gone since the index was asked.
            var hit = entry.Noun switch
            {
                Noun.Activity => activities.TryGetValue(entry.SubjectId, out var a) ? Of(entry, a, query) : null,
                Noun.Evidence => evidence.TryGetValue(entry.SubjectId, out var e) && activities.TryGetValue(e.ActivityId, out var a) ? Of(entry, a, e, TextOf(e), query) : null,
                Noun.Document => evidence.TryGetValue(entry.SubjectId, out var e) && activities.TryGetValue(e.ActivityId, out var a)
                    ? Of(entry, a, e, await db.FileTexts.AsNoTracking().Where(t => t.Sha256 == e.Sha256).Select(t => t.Text).FirstOrDefaultAsync(cancellation) ?? "", query)
                    : null,
                Noun.WorkItem => items.TryGetValue(entry.SubjectId, out var w) ? Of(entry, w, query) : null,
                _ => throw new ArgumentOutOfRangeException(nameof(entries), entry.Noun, "Not a noun"),
            };
            if (hit is not null)
                hits.Add(hit);
        }
        return hits;
    }

    private static SearchHit Of(SearchEntry entry, Activity a, SearchQuery query) =>
        new(entry, $"/activities/{a.Id}", Snippet.Mark(a.Title, query),
            First([a.Text, a.Place, a.Campaign, string.Join("、", a.Hosts.Select(h => h.Name)), .. a.Details.Select(d => d.Value)], query), Words.Of(a.Period));

    private static SearchHit Of(SearchEntry entry, Activity a, Evidence e, string text, SearchQuery query) =>
        new(entry, e.HasFile ? $"/activities/{a.Id}/evidence/{e.Id}" : $"/activities/{a.Id}#evidence", Snippet.Mark(e.Title, query), Snippet.Of(text, query), Words.Of(a.Period)) { Owner = a };

    private static SearchHit Of(SearchEntry entry, WorkItem w, SearchQuery query) =>
        new(entry, $"/work-items/{w.Id}", Snippet.Mark(w.Title, query),
            First([w.Text, w.Measure, string.Join("、", w.Bodies.Select(b => b.Name)), .. w.Steps.Select(s => s.Text)], query), w.DueOn is { } due ? $"{Words.Of(due)}前" : $"{w.Year}年度");

    private static string TextOf(Evidence e) =>
        string.Join(" ", new[] { e.Caption, e.FileName, e.OriginalNumber, e.OriginalPlace, e.OriginalKeeper }.Where(f => f.Length > 0 && f != e.Title));

    private static IReadOnlyList<SnippetPiece> First(IEnumerable<string> fields, SearchQuery query) =>
        fields.Select(f => Snippet.Of(f, query)).FirstOrDefault(s => s.Count > 0) ?? [];
}
