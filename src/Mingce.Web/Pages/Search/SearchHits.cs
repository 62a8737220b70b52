using Mingce.Core.Search;

namespace Mingce.Web.Pages.Search;

/// <summary>Something that was found: where it is, what it is called, and the place where the words stand.</summary>
internal sealed record SearchHit(Noun Noun, Guid SubjectId, string Href, IReadOnlyList<SnippetPiece> Title, IReadOnlyList<SnippetPiece> Text, Period Period, Activity Owner);

/// <summary>Reads the rows behind entries of the index, to be shown.</summary>
internal sealed class SearchHits(LedgerDb db)
{
    public async Task<IReadOnlyList<SearchHit>> ReadAsync(IReadOnlyList<SearchEntry> entries, SearchQuery query, CancellationToken cancellation)
    {
        var ids = entries.Select(e => e.OwnerId).Distinct().ToList();
        var activities = await db.Activities.AsNoTracking().Where(a => ids.Contains(a.Id)).Include(a => a.Hosts.OrderBy(h => h.Ordinal)).AsSplitQuery().ToDictionaryAsync(a => a.Id, cancellation);
        var files = entries.Where(e => e.Noun != Noun.Activity).Select(e => e.SubjectId).Distinct().ToList();
        var evidence = await db.Evidence.AsNoTracking().Where(e => files.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        var hits = new List<SearchHit>();
        foreach (var entry in entries)
        {
            // Gone since the index was asked.
            if (!activities.TryGetValue(entry.OwnerId, out var activity) || entry.Noun != Noun.Activity && !evidence.ContainsKey(entry.SubjectId))
                continue;
            hits.Add(entry.Noun == Noun.Activity ? OfActivity(activity, query) : await OfEvidenceAsync(entry, activity, evidence[entry.SubjectId], query, cancellation));
        }
        return hits;
    }

    private static SearchHit OfActivity(Activity activity, SearchQuery query)
    {
        string[] fields = [activity.Text, activity.Place, string.Join("、", activity.Hosts.Select(h => h.Name))];
        return new(Noun.Activity, activity.Id, $"/activities/{activity.Id}", Snippet.Mark(activity.Title, query),
            fields.Select(f => Snippet.Of(f, query)).FirstOrDefault(s => s.Count > 0) ?? [], activity.Period, activity);
    }

    private async Task<SearchHit> OfEvidenceAsync(SearchEntry entry, Activity activity, Evidence evidence, SearchQuery query, CancellationToken cancellation)
    {
        var text = entry.Noun == Noun.Document
            ? await db.FileTexts.AsNoTracking().Where(t => t.Sha256 == evidence.Sha256).Select(t => t.Text).FirstOrDefaultAsync(cancellation) ?? ""
            : string.Join(" ", new[] { evidence.FileName, evidence.OriginalNumber, evidence.OriginalPlace }.Where(f => f.Length > 0 && f != evidence.Title));
        var href = evidence.HasFile ? $"/activities/{activity.Id}/evidence/{evidence.Id}" : $"/activities/{activity.Id}#evidence";
        return new(entry.Noun, evidence.Id, href, Snippet.Mark(evidence.Title, query), Snippet.Of(text, query), activity.Period, activity);
    }
}
