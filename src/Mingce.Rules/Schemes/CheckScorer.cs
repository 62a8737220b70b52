using System.Diagnostics;

namespace Mingce.Rules.Schemes;

/// <summary>Scores one check from the records that match it and from what is stated by hand.</summary>
internal sealed class CheckScorer
{
    private readonly ScoringInput input;
    private readonly GapTexts texts;
    private readonly Matcher? matcher;

    public CheckScorer(Check check, Vocabulary vocabulary, ScoringInput input)
    {
        (Check, this.input, texts) = (check, input, new GapTexts(input));
        matcher = check switch
        {
            RecordCheck records => new Matcher(vocabulary, records.What, records.When, records as DocumentsCheck),
            GradeCheck { What: { } what } grade => new Matcher(vocabulary, what, grade.When),
            _ => null,
        };
    }

    public Check Check { get; }

    /// <summary>Takes a record that matches; returns whether it does.</summary>
    public bool Take(IndexedRecord record) => matcher?.Take(record) ?? false;

    /// <param name="points">What the check gives; of a standard that goes by levels it is not the check's own.</param>
    /// <param name="find">The unit's own record of an id; null where there is none.</param>
    public CheckResult Score(int points, Func<string, ScoringRecord?> find) => (Check with { Points = points }) switch
    {
        ThresholdCheck check => Score(check, matcher!),
        DocumentsCheck check => Score(check, matcher!),
        GradeCheck check => Score(check),
        RatioCheck check => new StatedScorer(input, texts).Score(check),
        DeductCheck check => new StatedScorer(input, texts).Score(check),
        BonusCheck check => new StatedScorer(input, texts).Score(check, find),
        _ => throw new UnreachableException(),
    };

    private CheckResult Score(ThresholdCheck check, Matcher matcher)
    {
        var match = matcher.Sort(input, yearWillDo: false, check.Measure is { } unit ? record => Unmeasured(record, unit) : null);
        var headcount = check.PerPerson is { } id ? HeadcountOf(id) : null;
        var people = headcount?.People ?? 1;
        var (periods, missing) = (new PeriodResult[match.Spans.Count], 0L);
        for (var i = 0; i < periods.Length; i++)
        {
            var (span, counted) = (match.Spans[i], match.In(i));
            var have = check.Measure is null ? counted.Count : counted.Sum(record => record.Record.Measure(check.Measure) ?? 0);
            var met = have >= (decimal)check.Minimum * people && (check.PerPerson is null || headcount is not null);
            missing += met ? 0 : check.Measure is null ? check.Minimum - counted.Count : 1;
            periods[i] = new PeriodResult(
                span.Name, span.From, span.To, match.IdsIn(i), met,
                met ? "" : check.Measure is null
                    ? texts.TimesLacking(span, counted.Count, check.Minimum, match.Claims)
                    : texts.AmountLacking(span, check, have, headcount));
        }
        var allMet = periods.Length > 0 && missing == 0;
        return new CheckResult(check, PointsOf(check, periods, missing), allMet)
        {
            Periods = periods,
            Counted = match.CountedIds,
            Claimed = match.Claimed,
            Gaps = allMet ? [] :
            [
                .. texts.Claims(check, match.Claims, "次"),
                .. check.PerPerson is not null && headcount is null
                    ? [texts.HeadcountNotStated(check)]
                    : texts.Periods(check, periods, missing),
            ],
            Note = headcount is null ? "" : GapTexts.Note(headcount),
        };
    }

    private static decimal PointsOf(ThresholdCheck check, PeriodResult[] periods, long missing) => check.Award switch
    {
        _ when periods.Length == 0 => 0,
        Award.AllOrNothing => missing == 0 ? check.Points : 0,
        Award.EachPeriod => (decimal)check.Points * periods.Count(period => period.Met) / periods.Length,
        Award.Deduct => Math.Max(0, check.Points - check.Deduct * missing),
        _ => throw new UnreachableException(),
    };

    private static string? Unmeasured(ScoringRecord record, string unit) =>
        record.Measure(unit) is not null ? null
        : record.Quantities.Any(quantity => quantity.Unit == unit) ? $"{unit}数为概数"
        : $"未登记{unit}数";

    /// <summary>The newest of the assessed period; of one day the larger one, which promises less.</summary>
    private Headcount? HeadcountOf(string id) => input.Stated<Headcount>()
        .Where(stated => stated.Id == id && stated.People > 0 && input.Holds(stated.On))
        .OrderByDescending(stated => stated.On)
        .ThenByDescending(stated => stated.People)
        .ThenBy(stated => stated.Who, StringComparer.Ordinal)
        .FirstOrDefault();

    private CheckResult Score(DocumentsCheck check, Matcher matcher)
    {
        var match = matcher.Sort(input, check.When.AcceptsYear);
        PeriodResult[] periods = [.. match.Spans.Select((span, i) =>
        {
            Part[] lacking = [.. check.Parts.Where(part => !match.In(i).Any(record => matcher.Shows(record, part)))];
            return new PeriodResult(
                span.Name, span.From, span.To, match.IdsIn(i), lacking.Length == 0,
                lacking.Length == 0 ? "" : texts.PartsLacking(span, lacking));
        })];

        // A window without the day that the check asks for gives it nothing to count.
        var met = periods.Length > 0 && periods.All(period => period.Met);
        return new CheckResult(check, met ? check.Points : 0, met)
        {
            Periods = periods,
            Counted = match.CountedIds,
            Claimed = match.Claimed,
            Gaps = met ? [] : [.. texts.Claims(check, match.Claims, "项"), .. texts.Periods(check, periods)],
        };
    }

    private CheckResult Score(GradeCheck check)
    {
        var match = matcher?.Sort(input, yearWillDo: true);
        var grade = input.Stated<Grade>().FirstOrDefault(grade => grade.CheckId == check.Id);
        var mark = check.Marks.FirstOrDefault(mark => mark.Name == grade?.Mark);
        var graded = grade is not null && (check.Marks.Count == 0 || mark is not null);
        var points = !graded ? 0 : mark is not null ? check.Points * mark.Share : Math.Clamp(grade!.Points, 0, check.Points);
        return new CheckResult(check, points, graded && (mark is null ? points == check.Points : mark.Share == 1))
        {
            Counted = match?.CountedIds ?? [],
            Claimed = match?.Claimed ?? [],
            Gaps = !graded ? [.. texts.Claims(check, match?.Claims ?? [], "次"), texts.Ungraded(check)]
                : points < check.Points ? [GapTexts.GradedLower(check, grade!, points)]
                : [],
            Note = graded ? GapTexts.Note(check, grade!, points) : "",
        };
    }
}
