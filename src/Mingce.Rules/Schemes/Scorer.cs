namespace Mingce.Rules.Schemes;

/// <summary>Scores a unit's records under a scheme. Pure: the same input gives the same scorecard, in whatever order it comes.</summary>
public static class Scorer
{
    /// <summary>Scores every standard of the scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="input">Period, day of scoring, records, attestations.</param>
    /// <exception cref="ArgumentException">The period ends before it begins, a record's id comes twice, or the same thing is stated twice for a year.</exception>
    public static Scorecard Score(Scheme scheme, ScoringInput input) => new Scoring(scheme, input).Scorecard;
}

/// <summary>A scorecard that can take one more record: what does not ask for it is not scored again.</summary>
public sealed class Scoring
{
    private readonly Scheme scheme;
    private readonly ScoringInput input;
    private readonly Vocabulary vocabulary = new();
    private readonly StandardScorer[] standards;
    private readonly StandardResult[] results;
    private readonly IReadOnlyList<NegativeResult> negative;
    private readonly Dictionary<string, ScoringRecord> records;
    private readonly Scoring[] earlierYears;

    /// <summary>Scores every standard of the scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="input">Period, day of scoring, records, attestations.</param>
    /// <exception cref="ArgumentException">The period ends before it begins, a record's id comes twice, or the same thing is stated twice for a year.</exception>
    public Scoring(Scheme scheme, ScoringInput input)
    {
        if (input.To < input.From)
            throw new ArgumentException("The period ends before it begins.", nameof(input));
        records = new(input.Records.Count, StringComparer.Ordinal);
        foreach (var record in input.Records)
        {
            if (!records.TryAdd(record.Id, record))
                throw new ArgumentException("A record's id comes twice.", nameof(input));
        }
        RefuseTwice(input.Stated<Grade>(), grade => grade.CheckId);
        RefuseTwice(input.Stated<Tally>(), tally => tally.ItemId);
        RefuseTwice(input.Stated<NotApplicable>(), stated => stated.StandardId);
        RefuseTwice(input.Stated<SelfCheck>(), selfCheck => selfCheck.ListId);

        (this.scheme, this.input) = (scheme, input);
        standards = [.. scheme.Standards.Select(standard => new StandardScorer(standard, vocabulary, input))];
        foreach (var record in input.Records.Where(IsScored).OrderBy(record => record.Period.From))
        {
            Take(record);
        }
        results = [.. standards.Select(standard => standard.Score(Find))];
        negative = [.. scheme.Negative.Select(list => NegativeScorer.Score(list, input))];
        earlierYears = input.From.Year < scheme.TermYears ? [] :
            [.. Enumerable.Range(1, scheme.TermYears - 1).Reverse().Select(back =>
                new Scoring(scheme with { TermYears = 1 }, input with { From = input.From.AddYears(-back), To = input.To.AddYears(-back) }))];
        Scorecard = Add();
    }

    /// <summary>The scorecard as it is now.</summary>
    public Scorecard Scorecard { get; private set; }

    /// <summary>Takes one more record. The result is the same as scoring everything anew.</summary>
    /// <param name="record">The record, under an id of its own.</param>
    /// <exception cref="ArgumentException">The id is known already.</exception>
    public Scorecard Add(ScoringRecord record)
    {
        if (!records.TryAdd(record.Id, record))
            throw new ArgumentException("A record's id comes twice.", nameof(record));
        foreach (var year in earlierYears)
        {
            year.Add(record);
        }
        var touched = IsScored(record) ? Take(record) : [];
        for (var i = 0; i < standards.Length; i++)
        {
            if (touched.Contains(i) || standards[i].HasBonus)
                results[i] = standards[i].Score(Find);
        }
        return Scorecard = Add();
    }

    private static void RefuseTwice<T>(IEnumerable<T> stated, Func<T, string> subject)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (!stated.All(one => seen.Add(subject(one))))
            throw new ArgumentException($"{typeof(T).Name} of one thing comes twice.", nameof(stated));
    }

    private bool IsScored(ScoringRecord record) => record.Actor == Actor.Own && record.Period.From <= input.Today;

    private ScoringRecord? Find(string id) => records.GetValueOrDefault(id) is { } record && IsScored(record) ? record : null;

    /// <summary>The standards, by place, that the record matches.</summary>
    private List<int> Take(ScoringRecord record)
    {
        var indexed = new IndexedRecord(record, vocabulary);
        var touched = new List<int>();
        for (var i = 0; i < standards.Length; i++)
        {
            if (standards[i].Take(indexed))
                touched.Add(i);
        }
        return touched;
    }

    private Scorecard Add()
    {
        var (sections, first) = (new SectionResult[scheme.Sections.Count], 0);
        for (var i = 0; i < sections.Length; i++)
        {
            var section = scheme.Sections[i];
            var part = results.AsSpan(first, section.Standards.Count());
            var (points, possible) = (0, 0);
            foreach (var result in part)
            {
                points += result.Points;
                possible += result.NotApplicable is null ? result.Possible ?? 0 : 0;
            }
            sections[i] = new SectionResult(section.Name, Math.Min(points, section.Total), possible);
            first += part.Length;
        }
        var total = sections.Sum(section => (long)section.Points) - negative.Sum(list => (long)list.Deducted);
        var card = new Scorecard(
            scheme.Id, input.From, input.To, (int)Math.Max(0, total), sections.Sum(section => section.Possible), scheme.Unassigned,
            sections, [.. results], negative)
        { PassLine = scheme.PassLine };
        return scheme.TermYears == 1 ? card : card with
        {
            Term = [.. earlierYears.Select(year => new YearPoints(year.input.To.Year, year.Scorecard.Points)), new YearPoints(input.To.Year, card.Points)],
        };
    }
}

/// <summary>Scores one standard.</summary>
internal sealed class StandardScorer(Standard standard, Vocabulary vocabulary, ScoringInput input)
{
    private readonly CheckScorer[] checks = [.. standard.Checks.Select(check => new CheckScorer(check, vocabulary, input))];
    private readonly NotApplicable? notApplicable = input.Stated<NotApplicable>().FirstOrDefault(stated => stated.StandardId == standard.Id);

    /// <summary>Whether it has claims of honours, which name their records and match none.</summary>
    public bool HasBonus => standard.Checks.Any(check => check is BonusCheck);

    /// <summary>Takes a record that matches; returns whether it does.</summary>
    public bool Take(IndexedRecord record)
    {
        var taken = false;
        foreach (var check in checks)
            taken |= check.Take(record);
        return taken;
    }

    public StandardResult Score(Func<string, ScoringRecord?> find)
    {
        if (notApplicable is not null)
            return new StandardResult(standard.Id, standard.Name, 0, standard.Points, []) { NotApplicable = notApplicable };

        var byLevels = standard.Levels.Count > 0;
        CheckResult[] results = byLevels ? ScoreByLevels(find) : [.. checks.Select(check => check.Score(check.Check.Points, find))];
        // Thirds do not add up exactly in decimals: what lies below a billionth is no part of the score.
        var sum = byLevels
            ? Worth(results.Count(result => result.Met))
            : Math.Round(results.Sum(result => result.Points), 9);
        return new StandardResult(standard.Id, standard.Name, Math.Clamp(Rounded(sum), 0, standard.Points ?? 0), standard.Points, results) { ByLevels = byLevels };
    }

    /// <summary>
    /// Each check that is not met carries what the next level adds, so that the gaps add up to what is not earned. Where a level
    /// adds nothing by itself, its gap names the points of the level after it.
    /// </summary>
    private CheckResult[] ScoreByLevels(Func<string, ScoringRecord?> find)
    {
        CheckResult[] results = [.. checks.Select(check => check.Score(0, find))];
        var level = results.Count(result => result.Met);
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Met)
                continue;
            var (step, next) = (Step(level), level);
            while (step == 0 && ++next < checks.Length)
                step = Step(next);
            var result = checks[i].Score(step, find) with { Points = 0 };
            results[i] = next == level ? result : result with { Gaps = [.. result.Gaps.Select(gap => gap with { Points = 0 })] };
            level++;
        }
        return results;
    }

    private int Step(int level) => Rounded(Worth(level + 1)) - Rounded(Worth(level));

    private static int Rounded(decimal points) => (int)Math.Round(points, MidpointRounding.AwayFromZero);

    private decimal Worth(int met) => Math.Round((standard.Points ?? 0) * standard.Levels[met], 9);
}

/// <summary>Looks at what is stated of a negative list.</summary>
internal static class NegativeScorer
{
    public static NegativeResult Score(NegativeList list, ScoringInput input)
    {
        var to = input.Today < input.To ? input.Today : input.To;
        var from = list.Since ?? (list.Months > 0 ? to.AddMonths(-Math.Min(list.Months, (to.Year - 1) * 12)) : input.From);
        var asked = list.Asked.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        // The same thing may have been stated in several years: the newest statement counts, once.
        Incident[] incidents = [.. input.Attestations.OfType<Incident>()
            .Where(incident => asked.Count == 0 ? incident.ItemId == list.Id : asked.Contains(incident.ItemId))
            .Where(incident => incident.On >= from && incident.On <= to)
            .OrderByDescending(incident => incident.Year)
            .ThenByDescending(incident => incident.On)
            .ThenByDescending(incident => incident.Concealed)
            .ThenByDescending(incident => incident.Points)
            .ThenBy(incident => incident.Reason, StringComparer.Ordinal)
            .ThenBy(incident => incident.By, StringComparer.Ordinal)
            .DistinctBy(incident => incident.ItemId)
            .OrderBy(incident => incident.ItemId, StringComparer.Ordinal)];
        var deducted = list.Effect == NegativeEffect.Deduct
            ? incidents.Sum(incident => (long)Math.Max(0, list.Deduct ?? incident.Points ?? 0) * (incident.Concealed ? list.Concealed : 1))
            : 0;
        return new NegativeResult(
            list, from, to,
            input.Stated<SelfCheck>().FirstOrDefault(selfCheck => selfCheck.ListId == list.Id),
            incidents,
            (int)Math.Min(deducted, int.MaxValue));
    }
}
