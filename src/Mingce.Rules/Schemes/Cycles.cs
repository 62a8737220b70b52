namespace Mingce.Rules.Schemes;

/// <summary>One period of a cycle, cut to the window.</summary>
internal sealed record Span(string Name, DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly day) => day >= From && day <= To;

    public bool Overlaps(Period period) => period.From <= To && period.To >= From;

    /// <summary>
    /// Whether a thing is dated well enough to lie in the span. A known day (of several: the first) has to be in it,
    /// a vaguer date wholly so; a year alone only where the caller accepts one.
    /// </summary>
    public bool Holds(Period period, bool yearWillDo) => period.Precision switch
    {
        PeriodPrecision.Day => Contains(period.From),
        PeriodPrecision.Year => yearWillDo && Contains(period.From) && Contains(period.To),
        _ => Contains(period.From) && Contains(period.To),
    };
}

/// <summary>The periods of a window.</summary>
internal static class Cycles
{
    private static readonly string[] Quarters = ["第一季度", "第二季度", "第三季度", "第四季度"];

    /// <summary>Calendar periods that touch the window, in order, cut to it.</summary>
    public static IReadOnlyList<Span> Of(Cycle cycle, DateOnly from, DateOnly to)
    {
        if (cycle == Cycle.Window)
            return [new Span("测评期内", from, to)];

        var months = cycle switch
        {
            Cycle.Year => 12,
            Cycle.Quarter => 3,
            _ => 1,
        };
        var spans = new List<Span>();
        var start = new DateOnly(from.Year, (from.Month - 1) / months * months + 1, 1);
        // Month numbers instead of dates: the last month of the year 9999 has no successor.
        for (var month = MonthNumber(start); month <= MonthNumber(to); month += months)
        {
            var first = new DateOnly(month / 12, month % 12 + 1, 1);
            var last = LastDay(first, months);
            spans.Add(new Span(
                Name(cycle, first, manyYears: from.Year != to.Year),
                first < from ? from : first,
                last > to ? to : last));
        }
        return spans;
    }

    /// <summary>The part of a year before a day; its end lies before its beginning where the window has no such part.</summary>
    public static Span Before(Span year, DayOfYear day)
    {
        var last = new DateOnly(year.From.Year, day.Month, day.Day).AddDays(-1);
        return new Span(
            $"{year.From.Year}年{day.Month}月{day.Day}日前",
            year.From,
            last < year.To ? last : year.To);
    }

    private static int MonthNumber(DateOnly day) => day.Year * 12 + day.Month - 1;

    private static DateOnly LastDay(DateOnly first, int months)
    {
        var lastMonth = first.Month + months - 1;
        return new DateOnly(first.Year, lastMonth, DateTime.DaysInMonth(first.Year, lastMonth));
    }

    private static string Name(Cycle cycle, DateOnly first, bool manyYears)
    {
        var year = manyYears ? $"{first.Year}年" : "";
        return cycle switch
        {
            Cycle.Year => $"{first.Year}年度",
            Cycle.Quarter => year + Quarters[(first.Month - 1) / 3],
            _ => $"{year}{first.Month}月",
        };
    }
}
