namespace Mingce.Rules;

/// <summary>The step of a recurrence.</summary>
public enum Frequency
{
    /// <summary>每天.</summary>
    Daily,
    /// <summary>每周.</summary>
    Weekly,
    /// <summary>每月.</summary>
    Monthly,
    /// <summary>每季度, by calendar quarter.</summary>
    Quarterly,
    /// <summary>每年.</summary>
    Yearly,
}

/// <summary>The part of a day.</summary>
public enum DayPart
{
    /// <summary>Not said.</summary>
    None,
    /// <summary>上午.</summary>
    Am,
    /// <summary>下午.</summary>
    Pm,
}

/// <summary>A regular arrangement: 每周二、五下午 is weekly on Tuesday and Friday in the afternoon.</summary>
/// <param name="Frequency">The step.</param>
/// <param name="Interval">Every how many steps, 1 or more.</param>
/// <param name="Days">Days of the week in the order written; empty where none are named.</param>
/// <param name="Part">Part of the day.</param>
/// <param name="Hours">Hours on the day where stated (24小时在岗 is 24), else null.</param>
/// <param name="Times">Times per step where stated (每年二次 is 2), else 1.</param>
public sealed record Recurrence(
    Frequency Frequency,
    int Interval = 1,
    IReadOnlyList<DayOfWeek>? Days = null,
    DayPart Part = DayPart.None,
    int? Hours = null,
    int Times = 1)
{
    /// <summary>Days of the week in the order written; empty where none are named.</summary>
    public IReadOnlyList<DayOfWeek> Days { get; } = Days ?? [];
}
