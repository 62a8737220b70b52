using System.Diagnostics;

namespace Mingce.Rules.Schemes;

/// <summary>Scores a unit's records under a scheme. Pure: the same input gives the same scorecard, in whatever order it comes.</summary>
public static class Scorer
{
    /// <summary>Scores every standard of the scheme.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="input">Window, day of scoring, records, ratios and grades.</param>
    /// <exception cref="ArgumentException">The window ends before it begins, a record's id comes twice, or a check has two grades.</exception>
    public static Scorecard Score(Scheme scheme, ScoringInput input)
    {
        if (input.To < input.From)
            throw new ArgumentException("The window ends before it begins.", nameof(input));
        if (input.Records.DistinctBy(record => record.Id).Count() != input.Records.Count)
            throw new ArgumentException("A record's id comes twice.", nameof(input));
        if (input.Grades.DistinctBy(grade => grade.CheckId).Count() != input.Grades.Count)
            throw new ArgumentException("A check has two grades.", nameof(input));

        var checks = new CheckScorer(input);
        StandardResult[] standards = [.. scheme.Standards.Select(standard => Score(standard, checks))];
        return new Scorecard(
            scheme.Id,
            input.From,
            input.To,
            standards.Sum(standard => standard.Points),
            scheme.Assigned,
            scheme.Unassigned,
            standards);
    }

    private static StandardResult Score(Standard standard, CheckScorer checks)
    {
        CheckResult[] results = [.. standard.Checks.Select(checks.Score)];
        // Thirds do not add up exactly in decimals: what lies below a billionth is no part of the score.
        var sum = Math.Round(results.Sum(result => result.Points), 9);
        var points = (int)Math.Round(sum, MidpointRounding.AwayFromZero);
        return new StandardResult(
            standard.Id,
            standard.Name,
            Math.Clamp(points, 0, standard.Points ?? 0),
            standard.Points,
            results);
    }
}

/// <summary>Scores single checks for one input.</summary>
internal sealed class CheckScorer(ScoringInput input)
{
    private readonly GapTexts texts = new(input);
    private readonly Matcher matcher = new(input);

    public CheckResult Score(Check check) => check switch
    {
        ThresholdCheck threshold => Score(threshold),
        DocumentsCheck documents => Score(documents),
        RatioCheck ratio => Score(ratio),
        GradeCheck grade => Score(grade),
        _ => throw new UnreachableException(),
    };

    private CheckResult Score(ThresholdCheck check)
    {
        var spans = Cycles.Of(check.Per, input.From, input.To);
        var match = matcher.Sort(check.What, spans, yearWillDo: false);
        PeriodResult[] periods = [.. spans.Select(span =>
        {
            var counted = match.In(span);
            var lack = check.Minimum - counted.Count;
            return new PeriodResult(
                span.Name,
                span.From,
                span.To,
                [.. counted.Select(record => record.Id)],
                Met: lack <= 0,
                lack <= 0 ? "" : texts.TimesLacking(span, counted.Count, check.Minimum, match.Claims));
        })];

        var met = periods.Count(period => period.Met);
        var eachPeriod = check.Award == Award.EachPeriod;
        var points = eachPeriod ? (decimal)check.Points * met / periods.Length : met == periods.Length ? check.Points : 0;
        return new CheckResult(
            check,
            points,
            periods,
            match.CountedIds,
            match.ClaimedIds,
            met == periods.Length
                ? []
                : [.. texts.Claims(check, match.Claims, "次"), .. texts.Periods(check, periods, eachPeriod)]);
    }

    private CheckResult Score(DocumentsCheck check)
    {
        var spans = Cycles.Of(check.Per, input.From, input.To);
        if (check.Before is { } before)
            spans = [.. spans.Select(span => Cycles.Before(span, before)).Where(span => span.From <= span.To)];

        var match = matcher.SortDocuments(check, spans);
        PeriodResult[] periods = [.. spans.Select(span =>
        {
            var counted = match.In(span);
            Part[] lacking = [.. check.Parts.Where(part => !counted.Any(record => Matcher.Shows(record, part)))];
            return new PeriodResult(
                span.Name,
                span.From,
                span.To,
                [.. counted.Select(record => record.Id)],
                Met: lacking.Length == 0,
                lacking.Length == 0 ? "" : texts.PartsLacking(span, lacking));
        })];

        // A window without the day that the check asks for gives it nothing to count.
        var met = periods.Length > 0 && periods.All(period => period.Met);
        return new CheckResult(
            check,
            met ? check.Points : 0,
            periods,
            match.CountedIds,
            match.ClaimedIds,
            met
                ? []
                : [.. texts.Claims(check, match.Claims, "项"), .. texts.Periods(check, periods, eachPeriod: false)]);
    }

    private CheckResult Score(RatioCheck check)
    {
        // Where a day has two figures, the lower one is believed.
        var ratio = input.Ratios
            .Where(ratio => ratio.Id == check.RatioId
                && ratio.On >= input.From && ratio.On <= input.To && ratio.On <= input.Today
                && ratio.Base > 0 && ratio.Number >= 0 && ratio.Number <= ratio.Base)
            .OrderByDescending(ratio => ratio.On)
            .ThenBy(ratio => (decimal)ratio.Number / ratio.Base)
            .ThenBy(ratio => ratio.Base)
            .ThenBy(ratio => ratio.Who, StringComparer.Ordinal)
            .FirstOrDefault();
        if (ratio is null)
            return new CheckResult(check, 0, [], [], [], [texts.RatioNotStated(check)]);

        var have = 100m * ratio.Number;
        var want = check.Percent * ratio.Base;
        var met = check.Above ? have > want : have >= want;
        var note = GapTexts.Note(ratio);
        return new CheckResult(
            check, met ? check.Points : 0, [], [], [], met ? [] : [texts.RatioShort(check, note)], note);
    }

    private CheckResult Score(GradeCheck check)
    {
        var match = check.What is null
            ? Match.None
            : matcher.Sort(check.What, Cycles.Of(Cycle.Window, input.From, input.To), yearWillDo: true);
        var grade = input.Grades.FirstOrDefault(grade => grade.CheckId == check.Id);
        if (grade is null)
        {
            return new CheckResult(
                check, 0, [], match.CountedIds, match.ClaimedIds,
                [.. texts.Claims(check, match.Claims, "次"), texts.Ungraded(check)]);
        }

        var points = Math.Clamp(grade.Points, 0, check.Points);
        return new CheckResult(
            check, points, [], match.CountedIds, match.ClaimedIds,
            points == check.Points ? [] : [GapTexts.GradedLower(check, grade, points)],
            GapTexts.Note(grade, points));
    }
}
