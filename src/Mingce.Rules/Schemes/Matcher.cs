namespace Mingce.Rules.Schemes;

/// <summary>A record with what a <see cref="Vocabulary"/> finds in it.</summary>
internal sealed class IndexedRecord(ScoringRecord record, Vocabulary vocabulary)
{
    private readonly ulong[] found = vocabulary.Read(record);
    private ulong[][]? pieces;

    public ScoringRecord Record => record;

    public bool Has(Pattern pattern) => pattern.IsIn(found);

    /// <summary>Whether a piece of evidence of the record has the words.</summary>
    public bool Has(int piece, Pattern pattern) => pattern.IsIn((pieces ??= [.. record.Evidence.Select(vocabulary.Read)])[piece]);
}

/// <summary>A record that matches a check and gives nothing, and why (缺佐证材料).</summary>
internal sealed record Claim(IndexedRecord Indexed, string Reason)
{
    public ScoringRecord Record => Indexed.Record;

    public ClaimedRecord Shown { get; } = new(Indexed.Record.Id, Reason);
}

/// <summary>
/// The unit's own records that match one check, in order of time: those that count, by period, and those that are only claimed.
/// What becomes of a record is settled when it is taken, so that one record more costs no second look at the others.
/// </summary>
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

    private static readonly Comparer<Claim> ClaimsByTime = Comparer<Claim>.Create((a, b) => ByTime.Compare(a.Indexed, b.Indexed));

    private readonly Selection what;
    private readonly DocumentsCheck? documents;
    private readonly EvidenceNeed[] needs;
    private readonly string? measure;
    private readonly bool yearWillDo;
    private readonly bool isPartOfYear;
    private readonly Pattern pattern;
    private readonly Dictionary<Part, Pattern> parts;
    private readonly Span window;
    private readonly Span[] spans;
    private readonly List<IndexedRecord>[] counted;
    private readonly List<Claim> claims = [];
    private readonly HashSet<string> inForce;

    public Matcher(Vocabulary vocabulary, ScoringInput input, Selection what, Timing when, Check check)
    {
        this.what = what;
        documents = check as DocumentsCheck;
        needs = what.Evidence.Count > 0 ? [.. what.Evidence] : documents is null ? AnyEvidence : AnyDocument;
        measure = (check as ThresholdCheck)?.Measure;
        // A year is dated well enough for a document and for what a grader looks at, not for a deed that is counted.
        yearWillDo = check is not ThresholdCheck && when.AcceptsYear;
        isPartOfYear = when is { From: not null, Before: not null };
        pattern = vocabulary.PatternOf(what.Kinds, what.Words);
        parts = what.Evidence.SelectMany(need => need.Parts).Concat(documents?.Parts ?? []).Distinct()
            .ToDictionary(part => part, part => vocabulary.PatternOf([], part.Words));
        var (first, last) = when.Window(input.From, input.To);
        window = new Span("", first, last);
        spans = [.. Cycles.Of(when, input.From, input.To)];
        counted = [.. spans.Select(_ => new List<IndexedRecord>())];
        inForce = documents is { InForce: true } ? [.. input.Stated<InForce>().Select(stated => stated.RecordId)] : [];
    }

    public IReadOnlyList<Span> Spans => spans;

    public IReadOnlyList<Claim> Claims => claims;

    public IReadOnlyList<IndexedRecord> CountedIn(int span) => counted[span];

    public string[] IdsIn(int span) => Ids(counted[span]);

    /// <summary>Ids of all that count; only a document in force counts in several periods.</summary>
    public string[] CountedIds() => counted.Length == 1 ? Ids(counted[0])
        : inForce.Count > 0 ? [.. counted.SelectMany(Ids).Distinct()]
        : [.. counted.SelectMany(Ids)];

    public ClaimedRecord[] Claimed() => [.. claims.Select(claim => claim.Shown)];

    /// <summary>Takes a record that matches; returns whether it does.</summary>
    public bool Take(IndexedRecord indexed) =>
        // Most records stop here, so nothing is allocated before.
        indexed.Has(pattern) && (documents is null || MentionsAny(indexed, documents.Parts)) && Place(indexed);

    private bool Place(IndexedRecord indexed)
    {
        var record = indexed.Record;
        if (documents is { InForce: true } && record.Period.To < window.From)
        {
            var older = Shortfall(indexed) ?? (inForce.Contains(record.Id) ? null : "早于材料年限，未说明仍在用");
            if (older is null)
                Array.ForEach(counted, span => Insert(span, indexed, ByTime));
            else
                Insert(claims, new Claim(indexed, older), ClaimsByTime);
            return true;
        }
        // What is asked of one part of the year (a month's task) has nothing to do with the rest of it.
        if (!window.MayHold(record.Period) || (isPartOfYear && !spans.Any(span => span.MayHold(record.Period))))
            return false;
        var place = record.IsSummary ? -1 : PlaceOf(record.Period);
        var lack = place < 0 && IsElsewhere(record) ? "不在规定时间内"
            : Shortfall(indexed) ?? (place < 0 ? "缺具体日期" : Unmeasured(record));
        if (lack is null)
            Insert(counted[place], indexed, ByTime);
        else
            Insert(claims, new Claim(indexed, lack), ClaimsByTime);
        return true;
    }

    /// <summary>Whether a document of the record shows the part: a person found it there, or its title or text has the words.</summary>
    public bool Shows(IndexedRecord record, Part part) => Shows(record, part, piece => piece != EvidenceForm.Photo);

    private static string[] Ids(List<IndexedRecord> records) => [.. records.Select(record => record.Record.Id)];

    private static void Insert<T>(List<T> list, T item, Comparer<T> order)
    {
        // Records come in order of time but for one that is added later.
        if (list.Count == 0 || order.Compare(list[^1], item) < 0)
            list.Add(item);
        else
            list.Insert(~list.BinarySearch(item, order), item);
    }

    private int PlaceOf(Period period)
    {
        for (var i = 0; i < spans.Length; i++)
        {
            if (spans[i].Holds(period, yearWillDo))
                return i;
        }
        return -1;
    }

    /// <summary>Whether a record is dated, and in none of the periods.</summary>
    private bool IsElsewhere(ScoringRecord record) => !record.IsSummary && !spans.Any(span => span.Overlaps(record.Period));

    private string? Unmeasured(ScoringRecord record) =>
        measure is null || record.Measure(measure) is not null ? null
        : record.Quantities.Any(quantity => quantity.Unit == measure) ? $"{measure}数为概数"
        : $"未登记{measure}数";

    private string? Shortfall(IndexedRecord indexed)
    {
        var record = indexed.Record;
        if (record.Evidence.Count == 0)
            return "缺佐证材料";
        foreach (var need in needs)
        {
            if (Shortfall(indexed, need) is { } lack)
                return lack;
        }
        if (documents is not null && !ShowsAny(indexed, documents.Parts))
            return "未见所需内容";
        if (what.NeedsText && string.IsNullOrWhiteSpace(record.Text))
            return "缺文字说明";
        return what.MinimumPeople > 0 && !(record.Headcount >= what.MinimumPeople)
            ? $"参加人数未填或不足{what.MinimumPeople}人"
            : null;
    }

    private string? Shortfall(IndexedRecord record, EvidenceNeed need)
    {
        var evidence = record.Record.Evidence;
        var pieces = need.Forms.Count == 0 ? evidence.Count : 0;
        for (var i = 0; need.Forms.Count > 0 && i < evidence.Count; i++)
        {
            if (need.Forms.Contains(evidence[i].Form))
                pieces++;
        }
        if (pieces < need.Minimum)
            return $"{GapTexts.Of(need.Forms)}不足{need.Minimum}件";
        return need.Parts.Count == 0 ? null : PartsShortfall(record, need);
    }

    private string? PartsShortfall(IndexedRecord record, EvidenceNeed need)
    {
        var lacking = need.Parts.Where(part => !Shows(record, part, form => need.Forms.Count == 0 || need.Forms.Contains(form)));
        return string.Join('、', lacking.Select(part => part.Name)) is { Length: > 0 } names ? $"{GapTexts.Of(need.Forms)}未见{names}" : null;
    }

    private bool MentionsAny(IndexedRecord record, IReadOnlyList<Part> any)
    {
        foreach (var part in any)
        {
            if (record.Has(parts[part]) || Shows(record, part, _ => true))
                return true;
        }
        return false;
    }

    private bool ShowsAny(IndexedRecord record, IReadOnlyList<Part> any)
    {
        foreach (var part in any)
        {
            if (Shows(record, part))
                return true;
        }
        return false;
    }

    private bool Shows(IndexedRecord record, Part part, Func<EvidenceForm, bool> form)
    {
        var words = parts[part];
        for (var i = 0; i < record.Record.Evidence.Count; i++)
        {
            var piece = record.Record.Evidence[i];
            if (form(piece.Form) && (record.Has(i, words) || piece.Parts.Contains(part.Name, StringComparer.Ordinal)))
                return true;
        }
        return false;
    }
}
