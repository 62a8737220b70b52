using Mingce.Core.Papers;
using Mingce.Core.Search;
using Mingce.Core.WorkItems;
using Mingce.Web.Pages.IncomingPapers;

namespace Mingce.Web.Pages.Search;

/// <summary>Something that was found: where it is, what it is called, and the place where the words stand.</summary>
internal sealed record SearchHit(SearchEntry Entry, string Href, IReadOnlyList<SnippetPiece> Title, IReadOnlyList<SnippetPiece> Text, string When)
{
    /// <summary>The activity of a piece of evidence, or the 来文 or 报送 of a file.</summary>
    public HitOwner? Owner { get; init; }
}

/// <summary>The record that something found belongs to.</summary>
/// <param name="Noun">所属活动, 来文, 报送记录.</param>
internal sealed record HitOwner(string Noun, string Href, string Title);

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
        var papers = await ReadPapersAsync(entries, owners, cancellation);
        var hits = new List<SearchHit>();
        foreach (var entry in entries)
        {
            // A row may be gone since the index was asked.
            var hit = entry.Noun switch
            {
                Noun.Activity => activities.TryGetValue(entry.SubjectId, out var a) ? Of(entry, a, query) : null,
                Noun.Evidence => evidence.TryGetValue(entry.SubjectId, out var e) && activities.TryGetValue(e.ActivityId, out var a) ? Of(entry, a, e, TextOf(e), query) : null,
                Noun.Document => evidence.TryGetValue(entry.SubjectId, out var e) && activities.TryGetValue(e.ActivityId, out var a)
                    ? Of(entry, a, e, await ReadTextAsync(e.Sha256, cancellation), query)
                    : null,
                Noun.WorkItem => items.TryGetValue(entry.SubjectId, out var w) ? Of(entry, w, query) : null,
                Noun.IncomingPaper or Noun.Return => papers.TryGetValue(entry.SubjectId, out var p) ? Of(entry, p, query) : null,
                Noun.IncomingDocument or Noun.ReturnDocument => papers.TryGetValue(entry.SubjectId, out var p)
                    ? OfFile(entry, p, await ReadTextAsync(p.Sha256, cancellation), query)
                    : null,
                _ => throw new ArgumentOutOfRangeException(nameof(entries), entry.Noun, "Not a noun"),
            };
            if (hit is not null)
                hits.Add(hit);
        }
        return hits;
    }

    private async Task<Dictionary<Guid, FiledEntity>> ReadPapersAsync(IReadOnlyList<SearchEntry> entries, List<Guid> owners, CancellationToken cancellation)
    {
        List<FiledEntity> papers = [];
        if (entries.Any(e => e.Noun is Noun.IncomingPaper or Noun.IncomingDocument))
            papers.AddRange(await db.IncomingPapers.AsNoTracking().Where(p => owners.Contains(p.Id)).ToListAsync(cancellation));
        if (entries.Any(e => e.Noun is Noun.Return or Noun.ReturnDocument))
            papers.AddRange(await db.Returns.AsNoTracking().Where(r => owners.Contains(r.Id)).ToListAsync(cancellation));
        return papers.ToDictionary(p => p.Id);
    }

    private async Task<string> ReadTextAsync(string sha256, CancellationToken cancellation) =>
        await db.FileTexts.AsNoTracking().Where(t => t.Sha256 == sha256).Select(t => t.Text).FirstOrDefaultAsync(cancellation) ?? "";

    private static SearchHit Of(SearchEntry entry, Activity a, SearchQuery query) =>
        new(entry, $"/activities/{a.Id}", Snippet.Mark(a.Title, query),
            First([a.Text, a.Place, a.Campaign, string.Join("、", a.Hosts.Select(h => h.Name)), .. a.Details.Select(d => d.Value)], query), Words.Of(a.Period));

    private static SearchHit Of(SearchEntry entry, Activity a, Evidence e, string text, SearchQuery query) =>
        new(entry, e.HasFile ? $"/activities/{a.Id}/evidence/{e.Id}" : $"/activities/{a.Id}#evidence", Snippet.Mark(e.Title, query), Snippet.Of(text, query), Words.Of(a.Period)) { Owner = new("所属活动", $"/activities/{a.Id}", a.Title) };

    private static SearchHit Of(SearchEntry entry, WorkItem w, SearchQuery query) =>
        new(entry, $"/work-items/{w.Id}", Snippet.Mark(w.Title, query),
            First([w.Text, w.Measure, string.Join("、", w.Bodies.Select(b => b.Name)), .. w.Steps.Select(s => s.Text)], query), w.DueOn is { } due ? $"{Words.Of(due)}前" : $"{w.Year}年度");

    private static SearchHit Of(SearchEntry entry, FiledEntity paper, SearchQuery query) =>
        new(entry, PaperWords.AddressOf(paper), Snippet.Mark(paper.Title, query), First(paper switch
        {
            IncomingPaper p => [p.Number, p.Issuer, p.Remark, p.FileName, p.OriginalPlace, p.OriginalKeeper],
            Return r => [r.Recipient, r.Edition, r.Receipt, r.SentBy, r.FileName],
            _ => [],
        }, query), Words.Of(entry.On));

    private static SearchHit OfFile(SearchEntry entry, FiledEntity p, string text, SearchQuery query) =>
        new(entry, $"{PaperWords.AddressOf(p)}/file", Snippet.Mark(p.FileName, query), Snippet.Of(text, query), Words.Of(entry.On)) { Owner = new(PaperWords.NounOf(p), PaperWords.AddressOf(p), p.Title) };

    private static string TextOf(Evidence e) =>
        string.Join(" ", new[] { e.Caption, e.FileName, e.OriginalNumber, e.OriginalPlace, e.OriginalKeeper }.Where(f => f.Length > 0 && f != e.Title));

    private static IReadOnlyList<SnippetPiece> First(IEnumerable<string> fields, SearchQuery query) =>
        fields.Select(f => Snippet.Of(f, query)).FirstOrDefault(s => s.Count > 0) ?? [];
}
