namespace Mingce.Rules.Schemes;

/// <summary>测评体系: what an assessment asks, as data. All points are whole hundredths: 250 is 2.5 分.</summary>
/// <param name="Id">Stable id, used on the command line and as the file's name.</param>
/// <param name="Title">The name on screen.</param>
/// <param name="Source">Where the scheme was taken from.</param>
/// <param name="Completeness">What of the source is held here and what is not.</param>
/// <param name="Sections">测评项目, in the source's order.</param>
/// <param name="StatedPoints">The total as the source states it; null where it states none.</param>
public sealed record Scheme(
    string Id,
    string Title,
    string Source,
    string Completeness,
    IReadOnlyList<Section> Sections,
    int? StatedPoints = null)
{
    /// <summary>负面清单, in the source's order.</summary>
    public IReadOnlyList<NegativeList> Negative { get; init; } = [];

    /// <summary>达标线 in hundredths; null where the source has none.</summary>
    public int? PassLine { get; init; }

    /// <summary>届期: over how many years the result is averaged, 1 or more.</summary>
    public int TermYears { get; init; } = 1;

    /// <summary>Rules of the source that are kept as text and not computed (rewards by rank, forms of hand-in).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Every standard, in order.</summary>
    public IEnumerable<Standard> Standards => Sections.SelectMany(section => section.Standards);

    /// <summary>Every check, in order.</summary>
    public IEnumerable<Check> Checks => Standards.SelectMany(standard => standard.Checks);

    /// <summary>已赋分: the points that standards carry.</summary>
    public int Assigned => Sections.Sum(section => section.Assigned);

    /// <summary>未赋分: points that the source states above its standards, but gives to none of them.</summary>
    public int Unassigned => (StatedPoints ?? Sections.Sum(section => section.Total)) - Assigned;

    /// <summary>The first day whose records may count for an assessed period, by evidence windows, documents still in force and earlier years of the term.</summary>
    /// <param name="from">First day of the assessed period.</param>
    /// <param name="to">Its last day.</param>
    public DateOnly FirstDay(DateOnly from, DateOnly to)
    {
        if (Checks.Any(check => check is DocumentsCheck { InForce: true }))
            return DateOnly.MinValue;
        var back = Math.Min(TermYears, from.Year) - 1;
        return Checks
            .Select(check => check switch
            {
                RecordCheck records => records.When.Window(from.AddYears(-back), to.AddYears(-back)).From,
                GradeCheck grade => grade.When.Window(from.AddYears(-back), to.AddYears(-back)).From,
                _ => from,
            })
            .Append(from.AddYears(-back))
            .Min();
    }
}

/// <summary>测评项目.</summary>
/// <param name="Name">The name in the source.</param>
/// <param name="StatedPoints">Points as the source states them, in hundredths; null where it states none.</param>
/// <param name="Indicators">测评指标, in order.</param>
public sealed record Section(string Name, int? StatedPoints, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>Every standard of the section, in order.</summary>
    public IEnumerable<Standard> Standards => Indicators.SelectMany(indicator => indicator.Standards);

    /// <summary>Points that its standards carry, in hundredths.</summary>
    public int Assigned => Indicators.Sum(indicator => indicator.Assigned);

    /// <summary>Its points with 未赋分, in hundredths.</summary>
    public int Total => StatedPoints ?? Indicators.Sum(indicator => indicator.Total);
}

/// <summary>测评指标.</summary>
/// <param name="Name">The name in the source.</param>
/// <param name="StatedPoints">Points as the source states them, in hundredths; null where it states none.</param>
/// <param name="Standards">测评标准, in order.</param>
public sealed record Indicator(string Name, int? StatedPoints, IReadOnlyList<Standard> Standards)
{
    /// <summary>Points that its standards carry, in hundredths.</summary>
    public int Assigned => Standards.Sum(standard => standard.Points ?? 0);

    /// <summary>Its points with 未赋分, in hundredths.</summary>
    public int Total => StatedPoints ?? Assigned;
}

/// <summary>测评标准: the smallest thing that a source gives points to.</summary>
/// <param name="Id">Id within the scheme: 1.3.</param>
/// <param name="Name">The demand in the source's words.</param>
/// <param name="Points">The most it can give, in hundredths; null is 未赋分.</param>
/// <param name="Methods">测评方法: 听取汇报, 查阅资料 …</param>
/// <param name="Checks">How the points are earned. Their points add up to <paramref name="Points"/>; all 0 where that is null, or where <see cref="Levels"/> decide.</param>
public sealed record Standard(
    string Id,
    string Name,
    int? Points,
    IReadOnlyList<string> Methods,
    IReadOnlyList<Check> Checks)
{
    /// <summary>达标条数定档: the share of the points, 0 to 1 and never falling, for 0, 1, 2 … checks met; empty where the checks' own points add up.</summary>
    public IReadOnlyList<decimal> Levels { get; init; } = [];

    /// <summary>What the source says of the material to be handed in, beyond what is computed.</summary>
    public string Note { get; init; } = "";
}
