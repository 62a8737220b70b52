namespace Mingce.Rules.Schemes;

/// <summary>When a check looks: its evidence window, the part of the year, and the periods that it asks one by one.</summary>
/// <param name="Per">The periods.</param>
/// <param name="Years">材料年限 in calendar years, counted back from the last day of assessment; 0 is the assessed period itself.</param>
/// <param name="ThisYear">Whether those years end with the running one (近三年含当年) or with the one before (近两年不含当年).</param>
/// <param name="From">Only what is dated on or after this day of each year; needs <paramref name="Per"/> to be a year.</param>
/// <param name="Before">Only what is dated before this day of each year (报送时间); needs <paramref name="Per"/> to be a year.</param>
public sealed record Timing(
    Cycle Per = Cycle.Window,
    int Years = 0,
    bool ThisYear = true,
    DayOfYear? From = null,
    DayOfYear? Before = null)
{
    /// <summary>The whole assessed period.</summary>
    public static Timing Whole { get; } = new();

    /// <summary>Whether a document of which only the year is known is dated well enough.</summary>
    public bool AcceptsYear => Per is Cycle.Window or Cycle.Year && From is null && Before is null;

    /// <summary>The evidence window, for an assessed period.</summary>
    /// <param name="from">First day of the assessed period.</param>
    /// <param name="to">Its last day.</param>
    public (DateOnly From, DateOnly To) Window(DateOnly from, DateOnly to)
    {
        if (Years == 0)
            return (from, to);
        var last = ThisYear || to.Year == 1 ? to : new DateOnly(to.Year - 1, 12, 31);
        return (new DateOnly(Math.Max(1, last.Year - Years + 1), 1, 1), last);
    }
}

/// <summary>A day in any year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to the last day of the month; 29 February is not used.</param>
public sealed record DayOfYear(int Month, int Day)
{
    /// <summary>The day in a year.</summary>
    /// <param name="year">1 to 9999.</param>
    public DateOnly In(int year) => new(year, Month, Day);
}

/// <summary>The period over which a check counts.</summary>
public enum Cycle
{
    /// <summary>测评期: the whole evidence window.</summary>
    Window,
    /// <summary>每年, by calendar year.</summary>
    Year,
    /// <summary>每季度, by calendar quarter.</summary>
    Quarter,
    /// <summary>每月.</summary>
    Month,
}
