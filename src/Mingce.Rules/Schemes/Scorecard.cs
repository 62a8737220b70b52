using System.Text;

namespace Mingce.Rules.Schemes;

/// <summary>自评: what a unit earns under a scheme, with what counted and what is missing. Points are hundredths.</summary>
/// <param name="SchemeId">The scheme.</param>
/// <param name="From">First day of the assessed period.</param>
/// <param name="To">Its last day.</param>
/// <param name="Points">Points earned less what negative lists take, never below 0.</param>
/// <param name="Possible">已赋分: points that could be earned, without those of standards that do not apply.</param>
/// <param name="Unassigned">未赋分: points that the source gives to no standard.</param>
/// <param name="Sections">What each section gives, in the scheme's order.</param>
/// <param name="Standards">Every standard, in the scheme's order.</param>
/// <param name="Negative">Every negative list, in the scheme's order.</param>
public sealed record Scorecard(
    string SchemeId,
    DateOnly From,
    DateOnly To,
    int Points,
    int Possible,
    int Unassigned,
    IReadOnlyList<SectionResult> Sections,
    IReadOnlyList<StandardResult> Standards,
    IReadOnlyList<NegativeResult> Negative)
{
    /// <summary>Points of standards that do not apply.</summary>
    public int NotApplicable => Standards.Where(standard => standard.NotApplicable is not null).Sum(standard => standard.Possible ?? 0);

    /// <summary>Points that negative lists take.</summary>
    public int Deducted => Negative.Sum(list => list.Deducted);

    /// <summary>不得申报: something on a list of that effect happened in its window.</summary>
    public bool Vetoed => Negative.Any(list => list is { List.Effect: NegativeEffect.Veto, Incidents.Count: > 0 });

    /// <summary>撤销称号: something on a list of that effect happened in its window.</summary>
    public bool Revoked => Negative.Any(list => list is { List.Effect: NegativeEffect.Revoke, Incidents.Count: > 0 });

    /// <summary>达标线; null where the scheme has none.</summary>
    public int? PassLine { get; init; }

    /// <summary>Whether the pass line is reached; null where the scheme has none, or where 未赋分 points could still decide.</summary>
    public bool? Passed => PassLine is not { } line ? null : Points >= line ? true : Points + Unassigned < line ? false : null;

    /// <summary>届期: the years of the term with their points, oldest first; empty where the scheme asks one year.</summary>
    public IReadOnlyList<YearPoints> Term { get; init; } = [];

    /// <summary>The term's average in hundredths, rounded half away from zero; null where the scheme asks one year.</summary>
    public int? TermAverage => Term.Count == 0 ? null : (int)Math.Round(Term.Average(year => (decimal)year.Points), MidpointRounding.AwayFromZero);

    /// <summary>The total in words; it says so where points are unassigned, and where a negative list was not looked through.</summary>
    public string Summary
    {
        get
        {
            var text = new StringBuilder($"已赋分{PointsText.Of(Possible)}分中得{PointsText.Of(Points)}分");
            if (Deducted > 0)
                text.Append($"（负面清单扣{PointsText.Of(Deducted)}分）");
            if (Unassigned > 0)
                text.Append($"，另{PointsText.Of(Unassigned)}分未赋分");
            if (Standards.Count(standard => standard.Possible is null && standard.NotApplicable is null) is > 0 and var open)
                text.Append($"，另有{open}项标准未赋分");
            if (NotApplicable > 0)
                text.Append($"，另{PointsText.Of(NotApplicable)}分不适用");
            foreach (var word in Standing())
                text.Append('，').Append(word);
            return text.ToString();
        }
    }

    private IEnumerable<string> Standing()
    {
        if (PassLine is { } line)
            yield return $"达标线{PointsText.Of(line)}分，{(Passed switch { true => "已达标", false => "未达标", null => "尚不能判断" })}";
        if (TermAverage is { } average)
            yield return $"{Term[0].Year}年至{Term[^1].Year}年平均{PointsText.Of(average)}分";
        if (Vetoed)
            yield return "有不得申报的情形";
        if (Revoked)
            yield return "有撤销称号的情形";
        if (Negative.Any(list => list.SelfCheck is null))
            yield return "负面清单未自查";
    }
}

/// <summary>The points of one year of a term.</summary>
/// <param name="Year">The year.</param>
/// <param name="Points">Its points, in hundredths.</param>
public sealed record YearPoints(int Year, int Points);

/// <summary>What a section gives.</summary>
/// <param name="Name">The section.</param>
/// <param name="Points">Points earned, in hundredths, 0 to its points.</param>
/// <param name="Possible">Points that could be earned, without those of standards that do not apply.</param>
public sealed record SectionResult(string Name, int Points, int Possible);

/// <summary>What a standard gives.</summary>
/// <param name="Id">The standard.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">Points earned, 0 to <paramref name="Possible"/>.</param>
/// <param name="Possible">Points that could be earned; null is 未赋分.</param>
/// <param name="Checks">Its checks, in order; none where it does not apply.</param>
public sealed record StandardResult(
    string Id,
    string Name,
    int Points,
    int? Possible,
    IReadOnlyList<CheckResult> Checks)
{
    /// <summary>不适用, with the written reason; null where the standard applies.</summary>
    public NotApplicable? NotApplicable { get; init; }

    /// <summary>Whether its points follow from how many checks are met.</summary>
    public bool ByLevels { get; init; }

    /// <summary>Ids of records that count, each once.</summary>
    public IReadOnlyList<string> Counted { get; } =
        Checks.Count == 1 ? Checks[0].Counted : [.. Checks.SelectMany(check => check.Counted).Distinct()];

    /// <summary>Ids of records that were claimed for it and count for none of its checks.</summary>
    public IReadOnlyList<string> Claimed { get; } =
        [.. Checks.SelectMany(check => check.Claimed).Select(claim => claim.Id).Distinct().Except(Checks.SelectMany(check => check.Counted))];

    /// <summary>What is missing, in Chinese.</summary>
    public IReadOnlyList<string> Missing { get; } = [.. Checks.SelectMany(check => check.Gaps).Select(gap => gap.Text)];
}

/// <summary>What a check gives, and why.</summary>
/// <param name="Check">The check.</param>
/// <param name="Points">Points earned in hundredths, not yet rounded: that happens once, at the standard.</param>
/// <param name="Met">Whether it has all that is asked.</param>
public sealed record CheckResult(Check Check, decimal Points, bool Met)
{
    /// <summary>Each period that was asked; none for what is stated by hand.</summary>
    public IReadOnlyList<PeriodResult> Periods { get; init; } = [];

    /// <summary>Ids of records that count (for a grade: the evidenced records that the grader can rely on).</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    /// <summary>Records that match and give nothing, and why.</summary>
    public IReadOnlyList<ClaimedRecord> Claimed { get; init; } = [];

    /// <summary>待完善: what is missing.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>What is stated by hand for it, in Chinese; empty where nothing is, or nothing is needed.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A record that matches a check and gives nothing.</summary>
/// <param name="Id">The record.</param>
/// <param name="Reason">Why it gives nothing: 缺佐证材料.</param>
public sealed record ClaimedRecord(string Id, string Reason);

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

/// <summary>How a negative list stands.</summary>
/// <param name="List">The list.</param>
/// <param name="From">First day that it asks about.</param>
/// <param name="To">Last day that it asks about.</param>
/// <param name="SelfCheck">Who signed it for the year; null is 未自查.</param>
/// <param name="Incidents">What happened in those days, as stated; it counts whether the list is signed or not.</param>
/// <param name="Deducted">Points that it takes from the total, in hundredths.</param>
public sealed record NegativeResult(
    NegativeList List,
    DateOnly From,
    DateOnly To,
    SelfCheck? SelfCheck,
    IReadOnlyList<Incident> Incidents,
    int Deducted)
{
    /// <summary>未自查; 已自查，未发生; 已自查，发生1项，扣10分.</summary>
    public string Summary
    {
        get
        {
            var happened = Incidents.Count == 0 ? "" : List.Effect switch
            {
                NegativeEffect.Veto => $"发生{Incidents.Count}项，不得申报",
                NegativeEffect.Revoke => $"发生{Incidents.Count}项，撤销称号",
                NegativeEffect.Deduct => $"发生{Incidents.Count}项，扣{PointsText.Of(Deducted)}分" + (Unpriced ? "，另有未赋分的" : ""),
                _ => throw new InvalidOperationException($"Unknown effect {List.Effect}"),
            };
            return SelfCheck is { } signed
                ? $"{signed.By}已自查（截至{signed.On:yyyy年M月d日}），{(happened.Length > 0 ? happened : "未发生")}"
                : "未自查" + (happened.Length > 0 ? "，" + happened : "");
        }
    }

    private bool Unpriced => List.Deduct is null && Incidents.Any(incident => incident.Points is null);
}

/// <summary>Points as an office writes them.</summary>
public static class PointsText
{
    /// <summary>250 is 2.5.</summary>
    /// <param name="points">Points in hundredths.</param>
    public static string Of(int points) =>
        (points / 100m).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
