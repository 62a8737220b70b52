namespace Mingce.Rules.Routines;

/// <summary>When a routine falls due, as people say it: 每周四下午, 每月第一个工作日, 每季度首月5日前, 春节、端午前.</summary>
/// <param name="Recurrence">Step, days of the week, part of the day and times per step; for festivals yearly.</param>
public sealed record RoutineRule(Recurrence Recurrence)
{
    /// <summary>The month within the step: 1 to 3 in a quarter (首月 is 1), 1 to 12 in a year; null for any.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month, 1 to 31, a short month's last day where it has fewer; null for none.</summary>
    public int? Day { get; init; }

    /// <summary>Which working day of the month, or which of the recurrence's weekdays: 1 to 5, -1 for the last; null for none.</summary>
    public int? Ordinal { get; init; }

    /// <summary>旬: 1 for the first ten days of the month, 2 for the second, 3 for the rest of it; null for none.</summary>
    public int? TenDays { get; init; }

    /// <summary>Names of <see cref="FestivalCalendar"/>; where there are any, they alone say when.</summary>
    public IReadOnlyList<string> Festivals { get; init; } = [];

    /// <summary>前: by the day or the end of the month; before the festival, its eve at the latest.</summary>
    public bool Before { get; init; }
}
