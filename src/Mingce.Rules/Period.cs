namespace Mingce.Rules;

/// <summary>How exactly the time of a thing is known.</summary>
public enum PeriodPrecision
{
    /// <summary>日: the day.</summary>
    Day,
    /// <summary>旬: about ten days (11月初).</summary>
    TenDays,
    /// <summary>月: the month.</summary>
    Month,
    /// <summary>节前: around a festival (六一前夕).</summary>
    Festival,
    /// <summary>季: the quarter.</summary>
    Quarter,
    /// <summary>年: the year only.</summary>
    Year,
}

/// <summary>When a thing took place, as exactly as is known.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, not before <paramref name="From"/>.</param>
/// <param name="Precision">How exactly the days are known.</param>
public sealed record Period(DateOnly From, DateOnly To, PeriodPrecision Precision)
{
    /// <summary>A period that is one known day.</summary>
    public static Period Of(DateOnly day) => new(day, day, PeriodPrecision.Day);

    /// <summary>A calendar year of which nothing nearer is known.</summary>
    /// <param name="year">1 to 9999.</param>
    public static Period OfYear(int year) => new(new(year, 1, 1), new(year, 12, 31), PeriodPrecision.Year);
}
