namespace Mingce.Rules.Schemes;

/// <summary>A record with what a <see cref="Vocabulary"/> finds in it.</summary>
internal sealed class IndexedRecord(ScoringRecord record, Vocabulary vocabulary)
{
    private readonly ulong[] found = vocabulary.Read(record);
    private ulong[][]? pieces;

    public ScoringRecord Record => record;

    /// <summary>Each piece of evidence with what is found in it.</summary>
    public IEnumerable<(ScoringEvidence Piece, ulong[] Found)> Pieces =>
        record.Evidence.Zip(pieces ??= [.. record.Evidence.Select(vocabulary.Read)]);

    public bool Has(Pattern pattern) => pattern.IsIn(found);
}

/// <summary>A record that matches a check and gives nothing, and why (缺佐证材料).</summary>
internal sealed record Claim(ScoringRecord Record, string Reason);

/// <summary>The records of a check: those that count, by period, and those that are only claimed.</summary>
internal sealed class Match(IReadOnlyList<Span> spans, IReadOnlyList<List<IndexedRecord>> counted, IReadOnlyList<Claim> claims)
{
    public IReadOnlyList<Span> Spans => spans;

    public IReadOnlyList<Claim> Claims => claims;

    public IReadOnlyList<string> CountedIds { get; } = Ids(counted);

    public IReadOnlyList<ClaimedRecord> Claimed { get; } = [.. claims.Select(claim => new ClaimedRecord(claim.Record.Id, claim.Reason))];

    public IReadOnlyList<IndexedRecord> In(int span) => counted[span];

    public IReadOnlyList<string> IdsIn(int span) => [.. counted[span].Select(record => record.Record.Id)];

    private static string[] Ids(IReadOnlyList<List<IndexedRecord>> counted)
    {
        // Only a document in force counts in several periods.
        var ids = counted.SelectMany(span => span).Select(record => record.Record.Id);
        return [.. counted.Count > 1 ? ids.Distinct() : ids];
    }
}

/// <summary>The unit's own records that match one check, in order of time, and what becomes of them.</summary>
internal sealed class Matcher
{
    private static readonly EvidenceNeed[] AnyEvidence = [new([])];

    /// <summary>A photo shows a deed, not what a document says.</summary>
    private static readonly EvidenceNeed[] AnyDocument =
        [new([EvidenceForm.Document, EvidenceForm.Link, EvidenceForm.Screenshot, EvidenceForm.Original])];

    private static readonly Comparer<IndexedRecord> ByTime = Comparer<IndexedRecord>.Create((a, b) =>
        a.Record.Period.From != b.Record.Period.From
            ? a.Record.Period.From.CompareTo(b.Record.Period.From)
            : string.CompareOrdinal(a.Record.Id, b.Record.Id));

    private readonly Selection what;
    private readonly Timing when;
    private readonly DocumentsCheck? documents;
    private readonly Pattern pattern;
    private readonly Dictionary<Part, Pattern> parts;
    private readonly List<IndexedRecord> records = [];

    public Matcher(Vocabulary vocabulary, Selection what, Timing when, DocumentsCheck? documents = null)
    {
        (this.what, this.when, this.documents) = (what, when, documents);
        pattern = vocabulary.PatternOf(what.Kinds, what.Words);
        parts = what.Evidence.SelectMany(need => need.Parts).Concat(documents?.Parts ?? []).Distinct()
            .ToDictionary(part => part, part => vocabulary.PatternOf([], part.Words));
    }

    /// <summary>Takes a record that matches; returns whether it does.</summary>
    public bool Take(IndexedRecord record)
    {
        if (!record.Has(pattern) || (documents is not null && !documents.Parts.Any(part => Mentions(record, part))))
            return false;
        var place = records.BinarySearch(record, ByTime);
        records.Insert(place < 0 ? ~place : place, record);
        return true;
    }

    /// <summary>Sorts the records of the evidence window into counted and claimed.</summary>
    /// <param name="accept">Says why a record that has all else does not count; null where it does.</param>
    public Match Sort(ScoringInput input, bool yearWillDo, Func<ScoringRecord, string?>? accept = null)
    {
        var (first, last) = when.Window(input.From, input.To);
        var window = new Span("", first, last);
        var spans = Cycles.Of(when, input.From, input.To);
        var counted = spans.Select(_ => new List<IndexedRecord>()).ToArray();
        var claims = new List<Claim>();
        var inForce = documents is { InForce: true } ? input.Stated<InForce>().Select(stated => stated.RecordId).ToHashSet() : null;
        foreach (var indexed in records)
        {
            var record = indexed.Record;
            if (inForce is not null && record.Period.To < first)
            {
                var reason = Shortfall(indexed) ?? (inForce.Contains(record.Id) ? null : "早于材料年限，未说明仍在用");
                if (reason is null)
                    Array.ForEach(counted, span => span.Add(indexed));
                else
                    claims.Add(new Claim(record, reason));
                continue;
            }
            if (!window.MayHold(record.Period))
                continue;
            var place = record.IsSummary ? -1 : PlaceOf(spans, record.Period, yearWillDo);
            var lack = Shortfall(indexed) ?? (place < 0 ? DateShortfall(record, spans) : accept?.Invoke(record));
            if (lack is null)
                counted[place].Add(indexed);
            else
                claims.Add(new Claim(record, lack));
        }
        return new Match(spans, counted, claims);
    }

    /// <summary>Whether a document of the record shows the part: a person found it there, or its title or text has the words.</summary>
    public bool Shows(IndexedRecord record, Part part)
    {
        foreach (var (piece, found) in record.Pieces)
        {
            if (piece.Form != EvidenceForm.Photo && Shows(piece, found, part))
                return true;
        }
        return false;
    }

    private static int PlaceOf(IReadOnlyList<Span> spans, Period period, bool yearWillDo)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Holds(period, yearWillDo))
                return i;
        }
        return -1;
    }

    private static string DateShortfall(ScoringRecord record, IReadOnlyList<Span> spans) =>
        record.IsSummary || spans.Any(span => span.Overlaps(record.Period)) ? "缺具体日期" : "不在规定时间内";

    private string? Shortfall(IndexedRecord indexed)
    {
        var record = indexed.Record;
        if (record.Evidence.Count == 0)
            return "缺佐证材料";
        foreach (var need in what.Evidence.Count > 0 ? what.Evidence : documents is null ? AnyEvidence : AnyDocument)
        {
            if (Shortfall(indexed, need) is { } lack)
                return lack;
        }
        if (documents is not null && !documents.Parts.Any(part => Shows(indexed, part)))
            return "未见所需内容";
        if (what.NeedsText && string.IsNullOrWhiteSpace(record.Text))
            return "缺文字说明";
        return what.MinimumPeople > 0 && !(record.Headcount >= what.MinimumPeople)
            ? $"参加人数未填或不足{what.MinimumPeople}人"
            : null;
    }

    private string? Shortfall(IndexedRecord record, EvidenceNeed need)
    {
        var pieces = 0;
        foreach (var piece in record.Record.Evidence)
        {
            if (need.Forms.Count == 0 || need.Forms.Contains(piece.Form))
                pieces++;
        }
        if (pieces < need.Minimum)
            return $"{GapTexts.Of(need.Forms)}不足{need.Minimum}件";
        var lacking = need.Parts.Where(part => !record.Pieces.Any(pair =>
            (need.Forms.Count == 0 || need.Forms.Contains(pair.Piece.Form)) && Shows(pair.Piece, pair.Found, part)));
        return string.Join('、', lacking.Select(part => part.Name)) is { Length: > 0 } names ? $"{GapTexts.Of(need.Forms)}未见{names}" : null;
    }

    private bool Mentions(IndexedRecord record, Part part) =>
        record.Has(parts[part]) || record.Pieces.Any(pair => Shows(pair.Piece, pair.Found, part));

    private bool Shows(ScoringEvidence piece, ulong[] found, Part part) =>
        piece.Parts.Contains(part.Name, StringComparer.Ordinal) || parts[part].IsIn(found);
}
