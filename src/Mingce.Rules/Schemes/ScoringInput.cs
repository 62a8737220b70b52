namespace Mingce.Rules.Schemes;

/// <summary>Everything that a score follows from.</summary>
/// <param name="From">First day of the window.</param>
/// <param name="To">Last day of the window, not before <paramref name="From"/>.</param>
/// <param name="Today">The day of scoring: what is dated later has not happened.</param>
/// <param name="Records">The unit's records, each id once.</param>
/// <param name="Ratios">Ratios that the unit states.</param>
/// <param name="Grades">Grades given by hand, at most one for a check.</param>
public sealed record ScoringInput(
    DateOnly From,
    DateOnly To,
    DateOnly Today,
    IReadOnlyList<ScoringRecord> Records,
    IReadOnlyList<Ratio>? Ratios = null,
    IReadOnlyList<Grade>? Grades = null)
{
    /// <summary>Ratios that the unit states.</summary>
    public IReadOnlyList<Ratio> Ratios { get; init; } = Ratios ?? [];

    /// <summary>Grades given by hand, at most one for a check.</summary>
    public IReadOnlyList<Grade> Grades { get; init; } = Grades ?? [];
}

/// <summary>活动记录 as the scorer sees it.</summary>
/// <param name="Id">Its id, returned in the scorecard.</param>
/// <param name="Kinds">活动类型, by id.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">What was done.</param>
/// <param name="Period">When, as exactly as is known.</param>
/// <param name="Actor">Who did it; only the unit's own deeds count.</param>
/// <param name="Count">How often, as the record claims; 1 or more. Only a claim: a dated record is one deed.</param>
/// <param name="IsSummary">汇总: a figure without dates (道德讲堂4次), which is claimed and never counted.</param>
/// <param name="Headcount">People who took part, where known.</param>
/// <param name="Evidence">佐证材料.</param>
public sealed record ScoringRecord(
    string Id,
    IReadOnlyList<string> Kinds,
    string Title,
    string Text,
    Period Period,
    Actor Actor = Actor.Own,
    int Count = 1,
    bool IsSummary = false,
    int? Headcount = null,
    IReadOnlyList<ScoringEvidence>? Evidence = null)
{
    /// <summary>佐证材料.</summary>
    public IReadOnlyList<ScoringEvidence> Evidence { get; init; } = Evidence ?? [];
}

/// <summary>佐证材料 as the scorer sees it.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text of a document as far as it could be read.</param>
/// <param name="Parts">Names of parts (<see cref="Part.Name"/>) that a person found in it.</param>
public sealed record ScoringEvidence(
    EvidenceForm Form,
    string Title = "",
    string Text = "",
    IReadOnlyList<string>? Parts = null)
{
    /// <summary>Names of parts that a person found in it.</summary>
    public IReadOnlyList<string> Parts { get; } = Parts ?? [];

    /// <summary>Whether the piece shows a part: a person found it, or its title or text has the words.</summary>
    public bool Shows(Part part) =>
        Parts.Contains(part.Name, StringComparer.Ordinal) || part.Words.IsIn(Title + "\n" + Text);
}

/// <summary>A ratio that the unit states: 注册志愿者 28 of 30 在编在岗 on a day.</summary>
/// <param name="Id">Which ratio: see <see cref="RatioCheck.RatioId"/>.</param>
/// <param name="Number">Those who do, 0 or more.</param>
/// <param name="Base">All who count, 0 or more.</param>
/// <param name="Who">Who counts: 在编在岗.</param>
/// <param name="On">The day for which it is stated.</param>
public sealed record Ratio(string Id, int Number, int Base, string Who, DateOnly On);

/// <summary>A grade given by hand.</summary>
public sealed record Grade
{
    /// <summary>States a grade.</summary>
    /// <param name="checkId">The check, see <see cref="Check.Id"/>.</param>
    /// <param name="points">Points in hundredths.</param>
    /// <param name="by">Who gave it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentException">The name or the reason is blank.</exception>
    public Grade(string checkId, int points, string by, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (CheckId, Points, By, Reason) = (checkId, points, by, reason);
    }

    /// <summary>The check, see <see cref="Check.Id"/>.</summary>
    public string CheckId { get; }

    /// <summary>Points in hundredths; the scorer holds them within the check's range.</summary>
    public int Points { get; }

    /// <summary>Who gave it.</summary>
    public string By { get; }

    /// <summary>Why.</summary>
    public string Reason { get; }
}
