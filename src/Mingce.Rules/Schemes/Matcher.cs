namespace Mingce.Rules.Schemes;

/// <summary>A record that matches a check and gives nothing, and why (缺佐证材料).</summary>
internal sealed record Claim(ScoringRecord Record, string Reason);

/// <summary>The records of a check: those that count, by period, and those that are only claimed.</summary>
internal sealed class Match(ILookup<Span, ScoringRecord> counted, IReadOnlyList<Claim> claims)
{
    public static readonly Match None = new(Enumerable.Empty<ScoringRecord>().ToLookup(_ => new Span("", default, default)), []);

    public IReadOnlyList<Claim> Claims => claims;

    public IReadOnlyList<string> CountedIds { get; } = [.. counted.SelectMany(span => span).Select(record => record.Id)];

    public IReadOnlyList<string> ClaimedIds { get; } = [.. claims.Select(claim => claim.Record.Id)];

    public IReadOnlyList<ScoringRecord> In(Span span) => [.. counted[span]];
}

/// <summary>Sorts the unit's own records of the window into counted and claimed.</summary>
internal sealed class Matcher
{
    private static readonly EvidenceNeed[] AnyEvidence = [new([])];

    /// <summary>A photo shows a deed, not what a document says.</summary>
    private static readonly EvidenceNeed[] AnyDocument =
        [new([EvidenceForm.Document, EvidenceForm.Link, EvidenceForm.Screenshot, EvidenceForm.Original])];

    private readonly IReadOnlyList<ScoringRecord> records;

    public Matcher(ScoringInput input)
    {
        var window = new Span("", input.From, input.To);
        records = [.. input.Records
            .Where(record => record.Actor == Actor.Own
                && record.Period.From <= input.Today
                && (record.Period.Precision == PeriodPrecision.Day
                    ? window.Contains(record.Period.From)
                    : window.Overlaps(record.Period)))
            .OrderBy(record => record.Period.From)
            .ThenBy(record => record.Id, StringComparer.Ordinal)];
    }

    public static bool Shows(ScoringRecord record, Part part) =>
        record.Evidence.Any(piece => piece.Form != EvidenceForm.Photo && piece.Shows(part));

    public Match Sort(Selection what, IReadOnlyList<Span> spans, bool yearWillDo) =>
        Sort(records.Where(what.Matches), spans, yearWillDo, record => Shortfall(record, what, AnyEvidence));

    public Match SortDocuments(DocumentsCheck check, IReadOnlyList<Span> spans)
    {
        var what = check.What;
        return Sort(
            records.Where(record => what.Matches(record) && check.Parts.Any(part => Mentions(record, part))),
            spans,
            yearWillDo: check.Before is null && check.Per is Cycle.Window or Cycle.Year,
            record => Shortfall(record, what, AnyDocument)
                ?? (check.Parts.Any(part => Shows(record, part)) ? null : "未见所需内容"));
    }

    private static Match Sort(
        IEnumerable<ScoringRecord> matching,
        IReadOnlyList<Span> spans,
        bool yearWillDo,
        Func<ScoringRecord, string?> shortfall)
    {
        var counted = new List<(Span Span, ScoringRecord Record)>();
        var claims = new List<Claim>();
        foreach (var record in matching)
        {
            var span = record.IsSummary ? null : spans.FirstOrDefault(span => span.Holds(record.Period, yearWillDo));
            var reason = shortfall(record) ?? (span is null ? DateShortfall(record, spans) : null);
            if (reason is null)
                counted.Add((span!, record));
            else
                claims.Add(new Claim(record, reason));
        }
        return new Match(counted.ToLookup(pair => pair.Span, pair => pair.Record), claims);
    }

    private static string DateShortfall(ScoringRecord record, IReadOnlyList<Span> spans) =>
        record.IsSummary || spans.Any(span => span.Overlaps(record.Period)) ? "缺具体日期" : "不在规定时间内";

    private static string? Shortfall(ScoringRecord record, Selection what, EvidenceNeed[] defaults)
    {
        if (record.Evidence.Count == 0)
            return "缺佐证材料";
        foreach (var need in what.Evidence.Count > 0 ? what.Evidence : defaults)
        {
            var pieces = record.Evidence.Count(piece => need.Forms.Count == 0 || need.Forms.Contains(piece.Form));
            if (pieces < need.Minimum)
                return $"{GapTexts.Of(need.Forms)}不足{need.Minimum}件";
        }
        return what.MinimumPeople > 0 && !(record.Headcount >= what.MinimumPeople)
            ? $"参加人数未填或不足{what.MinimumPeople}人"
            : null;
    }

    private static bool Mentions(ScoringRecord record, Part part) =>
        part.Words.IsIn(record.Title + "\n" + record.Text) || record.Evidence.Any(piece => piece.Shows(part));
}
