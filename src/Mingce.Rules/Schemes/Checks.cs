namespace Mingce.Rules.Schemes;

/// <summary>One way to earn points of a standard. The set is closed: a new rule type is a new record here and an arm in <see cref="CheckScorer"/>.</summary>
public abstract record Check
{
    private protected Check(string id, string name, int points) => (Id, Name, Points) = (id, name, points);

    /// <summary>Unique in the scheme: the standard's id and the place in it, 1.3-2.</summary>
    public string Id { get; }

    /// <summary>What is asked, in the source's words.</summary>
    public string Name { get; }

    /// <summary>The most it can give, in hundredths, 0 or more.</summary>
    public int Points { get; init; }

    /// <summary>测评方法 of this part (问卷调查), where a standard is judged by several; else empty.</summary>
    public string Method { get; init; } = "";
}

/// <summary>A check that looks at records.</summary>
public abstract record RecordCheck : Check
{
    private protected RecordCheck(string id, string name, int points, Selection what, Timing? when)
        : base(id, name, points) => (What, When) = (what, when ?? Timing.Whole);

    /// <summary>What is counted.</summary>
    public Selection What { get; }

    /// <summary>Evidence window and periods.</summary>
    public Timing When { get; }
}

/// <summary>达到次数（数量）: so much in each period.</summary>
public sealed record ThresholdCheck : RecordCheck
{
    /// <summary>Asks for so much in each period.</summary>
    /// <param name="id">Unique in the scheme.</param>
    /// <param name="name">What is asked.</param>
    /// <param name="points">The most it can give, in hundredths.</param>
    /// <param name="what">What is counted.</param>
    /// <param name="minimum">Wanted in each period, 1 or more.</param>
    /// <param name="when">Evidence window and periods.</param>
    public ThresholdCheck(string id, string name, int points, Selection what, int minimum = 1, Timing? when = null)
        : base(id, name, points, what, when) => Minimum = minimum;

    /// <summary>Wanted in each period, 1 or more: records, or units of <see cref="Measure"/>.</summary>
    public int Minimum { get; }

    /// <summary>How points follow from the periods.</summary>
    public Award Award { get; init; }

    /// <summary>With <see cref="Award.Deduct"/>: hundredths taken for every time that is missing; with a measure, for every period.</summary>
    public int Deduct { get; init; }

    /// <summary>The unit that is added up (人, 小时, 元) instead of counting records; null counts records.</summary>
    public string? Measure { get; init; }

    /// <summary>人均: which stated <see cref="Headcount"/> the sum is divided by; null does not divide.</summary>
    public string? PerPerson { get; init; }
}

/// <summary>文件材料: documents which together hold every required part, in each period; all or nothing.</summary>
public sealed record DocumentsCheck : RecordCheck
{
    /// <summary>Asks for documents.</summary>
    /// <param name="id">Unique in the scheme.</param>
    /// <param name="name">What is asked.</param>
    /// <param name="points">The most it can give, in hundredths.</param>
    /// <param name="what">Records whose documents are looked at.</param>
    /// <param name="parts">Required parts, at least one.</param>
    /// <param name="when">Evidence window and periods.</param>
    public DocumentsCheck(string id, string name, int points, Selection what, IReadOnlyList<Part> parts, Timing? when = null)
        : base(id, name, points, what, when) => Parts = parts;

    /// <summary>Required parts, at least one.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>Whether an earlier document will do that a person states to be still in force (制度文件较早但仍在用).</summary>
    public bool InForce { get; init; }
}

/// <summary>达到比例: a ratio that the unit states for a day, with who counts.</summary>
/// <param name="Id">Unique in the scheme.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Points">The most it can give, in hundredths.</param>
/// <param name="RatioId">Which ratio: see <see cref="Ratio.Id"/>.</param>
/// <param name="Percent">The percentage to reach, 0 to 100.</param>
/// <param name="Above">Whether the percentage must be exceeded (大于90%), not only reached.</param>
public sealed record RatioCheck(
    string Id,
    string Name,
    int Points,
    string RatioId,
    decimal Percent,
    bool Above = false) : Check(Id, Name, Points)
{
    /// <summary>Who counts, where the source says so (在编在岗): then only a ratio of just these is believed; else empty.</summary>
    public string Who { get; init; } = "";

    /// <summary>The day of each year for which it is asked, where the source says so; else null.</summary>
    public DayOfYear? Day { get; init; }

    /// <summary>Hundredths taken for every full <see cref="Step"/> below the percentage; 0 gives all points or none.</summary>
    public int Deduct { get; init; }

    /// <summary>Percentage points of a step, more than 0.</summary>
    public decimal Step { get; init; } = 1;
}

/// <summary>人工评定: points or a grade that a named person gives with a reason, where the source has no measurable criterion.</summary>
/// <param name="Id">Unique in the scheme.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Points">The most it can give, in hundredths.</param>
/// <param name="What">Records shown to the grader as a basis; null shows none. They change no points.</param>
/// <param name="When">Evidence window of the basis.</param>
public sealed record GradeCheck(string Id, string Name, int Points, Selection? What = null, Timing? When = null) : Check(Id, Name, Points)
{
    /// <summary>Evidence window of the basis.</summary>
    public Timing When { get; } = When ?? Timing.Whole;

    /// <summary>等次 to choose from, best first; empty where the grader gives points.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];
}

/// <summary>按次扣分: what a named person counts as found; points go down to 0.</summary>
/// <param name="Id">Unique in the scheme.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Points">The points before anything is taken, in hundredths.</param>
/// <param name="Faults">What takes points, at least one.</param>
public sealed record DeductCheck(string Id, string Name, int Points, IReadOnlyList<FaultItem> Faults) : Check(Id, Name, Points);

/// <summary>加分: honours of the assessed period; of one piece of work the highest only; never more than <see cref="Check.Points"/> in all.</summary>
/// <param name="Id">Unique in the scheme.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Points">封顶, in hundredths.</param>
public sealed record BonusCheck(string Id, string Name, int Points) : Check(Id, Name, Points)
{
    /// <summary>Levels with their points; empty where the source gives none and the person who claims states the points.</summary>
    public IReadOnlyList<BonusLevel> Levels { get; init; } = [];
}

/// <summary>A grade and what it gives.</summary>
/// <param name="Name">A, B, 符合 …</param>
/// <param name="Share">Of the check's points, 0 to 1.</param>
public sealed record Mark(string Name, decimal Share);

/// <summary>A level of honour.</summary>
/// <param name="Name">国家级, 省级 …</param>
/// <param name="Points">What it gives, in hundredths.</param>
public sealed record BonusLevel(string Name, int Points);

/// <summary>Something that takes points each time it is found.</summary>
/// <param name="Id">Unique in the scheme: the check's id and the place in it, 2.5-1.2.</param>
/// <param name="Name">What is found: 不到位.</param>
/// <param name="Each">Hundredths taken for each.</param>
/// <param name="Unit">次, 类, 项.</param>
public sealed record FaultItem(string Id, string Name, int Each, string Unit = "次");

/// <summary>How the points of a threshold follow from its periods.</summary>
public enum Award
{
    /// <summary>All points when every period is met, else none.</summary>
    AllOrNothing,
    /// <summary>An equal share for every period met.</summary>
    EachPeriod,
    /// <summary>All points less a deduction for every time that is missing, down to 0.</summary>
    Deduct,
}
