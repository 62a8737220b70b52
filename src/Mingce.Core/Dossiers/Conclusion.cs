using Mingce.Rules.Schemes;

namespace Mingce.Core.Dossiers;

/// <summary>结论 of a statement: what the scorecard says of a standard, in a word.</summary>
public enum Conclusion
{
    /// <summary>符合: everything asked is there.</summary>
    Met,
    /// <summary>部分符合: something counts, something is missing.</summary>
    Partly,
    /// <summary>不符合: there is something, and it gives no point.</summary>
    NotMet,
    /// <summary>未评定: nobody has graded it yet.</summary>
    Ungraded,
    /// <summary>缺材料: nothing counts.</summary>
    NoMaterial,
    /// <summary>不适用: the unit has no such thing, with a written reason.</summary>
    NotApplicable,
}

public static class Conclusions
{
    public static Conclusion Of(StandardResult standard)
    {
        if (standard.NotApplicable is not null)
            return Conclusion.NotApplicable;
        Conclusion[] checks = [.. standard.Checks.Select(Of)];
        return checks.Length == 0 ? Conclusion.Ungraded
            : checks.All(c => c == checks[0]) ? checks[0]
            : checks.Any(c => c is Conclusion.Met or Conclusion.Partly) ? Conclusion.Partly
            : checks.Contains(Conclusion.Ungraded) ? Conclusion.Ungraded
            : Conclusion.NotMet;
    }

    public static Conclusion Of(CheckResult check) => check switch
    {
        { Check: GradeCheck or DeductCheck, Note: "" } => Conclusion.Ungraded,
        { Check: BonusCheck, Met: false } => Conclusion.NoMaterial,
        { Gaps: [] } => Conclusion.Met,
        { Points: > 0 } => Conclusion.Partly,
        { Note: not "" } => Conclusion.NotMet,
        { Counted: [] } => Conclusion.NoMaterial,
        _ => Conclusion.NotMet,
    };

    public static string Name(this Conclusion conclusion) => conclusion switch
    {
        Conclusion.Met => "符合",
        Conclusion.Partly => "部分符合",
        Conclusion.NotMet => "不符合",
        Conclusion.Ungraded => "未评定",
        Conclusion.NoMaterial => "缺材料",
        Conclusion.NotApplicable => "不适用",
        _ => throw new ArgumentOutOfRangeException(nameof(conclusion)),
    };
}
