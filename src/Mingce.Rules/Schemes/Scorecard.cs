namespace Mingce.Rules.Schemes;

/// <summary>自评: what a unit earns under a scheme, with what counted and what is missing. Points are hundredths.</summary>
/// <param name="SchemeId">The scheme.</param>
/// <param name="From">First day of the window.</param>
/// <param name="To">Last day of the window.</param>
/// <param name="Points">Points earned.</param>
/// <param name="Possible">已赋分: points that could be earned.</param>
/// <param name="Unassigned">未赋分: points that the source gives to no standard.</param>
/// <param name="Standards">Every standard, in the scheme's order.</param>
public sealed record Scorecard(
    string SchemeId,
    DateOnly From,
    DateOnly To,
    int Points,
    int Possible,
    int Unassigned,
    IReadOnlyList<StandardResult> Standards)
{
    /// <summary>The total in words; it says so where points are unassigned.</summary>
    public string Summary =>
        $"已赋分{PointsText.Of(Possible)}分中得{PointsText.Of(Points)}分"
        + (Unassigned > 0 ? $"，另{PointsText.Of(Unassigned)}分未赋分" : "")
        + (Standards.Count(standard => standard.Possible is null) is > 0 and var open ? $"，另有{open}项标准未赋分" : "");
}

/// <summary>What a standard gives.</summary>
/// <param name="Id">The standard.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">Points earned, 0 to <paramref name="Possible"/>.</param>
/// <param name="Possible">Points that could be earned; null is 未赋分.</param>
/// <param name="Checks">Its checks, in order.</param>
public sealed record StandardResult(
    string Id,
    string Name,
    int Points,
    int? Possible,
    IReadOnlyList<CheckResult> Checks)
{
    /// <summary>Ids of records that count, each once.</summary>
    public IReadOnlyList<string> Counted { get; } = [.. Checks.SelectMany(check => check.Counted).Distinct()];

    /// <summary>Ids of records that were claimed for it and count for none of its checks.</summary>
    public IReadOnlyList<string> Claimed { get; } =
        [.. Checks.SelectMany(check => check.Claimed).Distinct().Except(Checks.SelectMany(check => check.Counted))];

    /// <summary>What is missing, in Chinese.</summary>
    public IReadOnlyList<string> Missing { get; } = [.. Checks.SelectMany(check => check.Gaps).Select(gap => gap.Text)];
}

/// <summary>What a check gives, and why.</summary>
/// <param name="Check">The check.</param>
/// <param name="Points">Points earned in hundredths, not yet rounded: that happens once, at the standard.</param>
/// <param name="Periods">Each period that was asked; none for ratios and grades.</param>
/// <param name="Counted">Ids of records that count (for a grade: the evidenced records that the grader can rely on).</param>
/// <param name="Claimed">Ids of records that match and give nothing, for want of evidence or of a date.</param>
/// <param name="Gaps">待完善: what is missing.</param>
/// <param name="Note">What a ratio or a grade rests on, in Chinese; else empty.</param>
public sealed record CheckResult(
    Check Check,
    decimal Points,
    IReadOnlyList<PeriodResult> Periods,
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> Claimed,
    IReadOnlyList<Gap> Gaps,
    string Note = "");

/// <summary>What counted in one period.</summary>
/// <param name="Name">第一季度, 3月, 2026年度, 测评期内.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day on which something can still count.</param>
/// <param name="Counted">Ids of records that count in it.</param>
/// <param name="Met">Whether it has all that is asked.</param>
/// <param name="Lacking">What it lacks, in Chinese; empty when met.</param>
public sealed record PeriodResult(
    string Name,
    DateOnly From,
    DateOnly To,
    IReadOnlyList<string> Counted,
    bool Met,
    string Lacking);

/// <summary>待完善: something missing.</summary>
/// <param name="Text">What is missing and how many points hang on it, in Chinese.</param>
/// <param name="Points">Points in hundredths that it would give; 0 for a mere explanation.</param>
/// <param name="DueOn">Last day on which it can still be done; null where that day is past or there is none.</param>
public sealed record Gap(string Text, int Points, DateOnly? DueOn = null);

/// <summary>Points as an office writes them.</summary>
public static class PointsText
{
    /// <summary>250 is 2.5.</summary>
    /// <param name="points">Points in hundredths.</param>
    public static string Of(int points) =>
        (points / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
