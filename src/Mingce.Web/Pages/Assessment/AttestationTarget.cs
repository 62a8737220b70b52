using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>What a named person can state under a standard: a grade, how often a fault was found, a ratio, a headcount, 不适用, 仍在用.</summary>
/// <param name="Place">Names it in the address.</param>
/// <param name="Subject">The id under which it is kept.</param>
/// <param name="Title">What the form is about.</param>
internal sealed record AttestationTarget(string StandardId, AttestationKind Kind, string Place, string Subject, string Title)
{
    /// <summary>The most points, in hundredths; null where no points are given.</summary>
    public int? Most { get; init; }

    /// <summary>Marks to choose from; empty where none are given.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>计算口径 that the scheme asks for; empty where the unit says its own.</summary>
    public string Who { get; init; } = "";

    /// <summary>时点 that the scheme asks for.</summary>
    public DayOfYear? Day { get; init; }

    /// <summary>次, 类, 项 of a fault.</summary>
    public string Unit { get; init; } = "";

    /// <summary>A grade in words: 评定, 核定, 填报.</summary>
    public string Name => Kind switch
    {
        AttestationKind.Grade => "人工评定",
        AttestationKind.Tally => "核定扣分情形",
        AttestationKind.Ratio => "填报比例",
        AttestationKind.Headcount => "填报人数",
        AttestationKind.NotApplicable => "列为不适用",
        AttestationKind.InForce => "说明仍在用",
        _ => throw new InvalidOperationException($"No form for {Kind}"),
    };

    /// <summary>Ratios and headcounts may leave out where they come from.</summary>
    public bool NeedsReason => Kind is not (AttestationKind.Ratio or AttestationKind.Headcount);

    /// <summary>What can be stated for a check; several for one that lists faults.</summary>
    public static IEnumerable<AttestationTarget> Of(string standardId, Check check) => check switch
    {
        GradeCheck grade => [new(standardId, AttestationKind.Grade, check.Id, check.Id, check.Name)
        {
            Most = grade.Marks.Count == 0 ? check.Points : null,
            Marks = [.. grade.Marks.Select(mark => mark.Name)],
        }],
        DeductCheck deduct => deduct.Faults.Select(fault =>
            new AttestationTarget(standardId, AttestationKind.Tally, fault.Id, fault.Id, $"{check.Name}：{fault.Name}（每{fault.Unit}扣{PointsText.Of(fault.Each)}分）") { Unit = fault.Unit }),
        RatioCheck ratio => [new(standardId, AttestationKind.Ratio, check.Id, ratio.RatioId, check.Name) { Who = ratio.Who, Day = ratio.Day }],
        ThresholdCheck { PerPerson: { } headcount } => [new(standardId, AttestationKind.Headcount, check.Id, headcount, $"{check.Name}：人均所除的人数")],
        _ => [],
    };

    /// <summary>不适用 of a standard.</summary>
    public static AttestationTarget Of(Standard standard) =>
        new(standard.Id, AttestationKind.NotApplicable, "not-applicable", standard.Id, standard.Name);

    /// <summary>仍在用 of an earlier document.</summary>
    public static AttestationTarget Of(string standardId, Activity activity) =>
        new(standardId, AttestationKind.InForce, activity.Id.ToString(), activity.Id.ToString(), activity.Title);
}
