namespace Mingce.Rules.Schemes;

/// <summary>One period of a cycle, cut to the evidence window.</summary>
internal sealed record Span(string Name, DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly day) => day >= From && day <= To;

    public bool Overlaps(Period period) => period.From <= To && period.To >= From;

    /// <summary>Whether a thing may lie in the span: a known day has to, a vaguer date may.</summary>
    public bool MayHold(Period period) => period.Precision == PeriodPrecision.Day ? Contains(period.From) : Overlaps(period);

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

/// <summary>The periods that a check asks.</summary>
internal static class Cycles
{
    private static readonly string[] Quarters = ["第一季度", "第二季度", "第三季度", "第四季度"];

    /// <summary>
    /// Calendar periods that touch the evidence window, in order, cut to it and to the part of the year that is asked;
    /// none where the window has no such part.
    /// </summary>
    public static IReadOnlyList<Span> Of(Timing when, DateOnly from, DateOnly to)
    {
        var (first, last) = when.Window(from, to);
        if (when.Per == Cycle.Window)
            return [new Span(when.Years == 0 ? "测评期内" : Years(first, last), first, last)];

        var months = when.Per switch
        {
            Cycle.Year => 12,
            Cycle.Quarter => 3,
            _ => 1,
        };
        var spans = new List<Span>();
        var start = new DateOnly(first.Year, (first.Month - 1) / months * months + 1, 1);
        // Month numbers instead of dates: the last month of the year 9999 has no successor.
        for (var month = MonthNumber(start); month <= MonthNumber(last); month += months)
        {
            var begin = new DateOnly(month / 12, month % 12 + 1, 1);
            var span = Part(begin, months, when, manyYears: first.Year != last.Year);
            span = span with { From = span.From < first ? first : span.From, To = span.To > last ? last : span.To };
            if (span.From <= span.To)
                spans.Add(span);
        }
        return spans;
    }

    private static Span Part(DateOnly begin, int months, Timing when, bool manyYears)
    {
        var end = LastDay(begin, months);
        if (when.From is null && when.Before is null)
            return new Span(Name(when.Per, begin, manyYears), begin, end);

        var from = when.From?.In(begin.Year) ?? begin;
        // Before 1 January nothing is left of the year.
        var to = when.Before is not { } before ? end
            : before is { Month: 1, Day: 1 } ? DateOnly.MinValue
            : before.In(begin.Year).AddDays(-1);
        var name = when.From is null ? $"{begin.Year}年{when.Before!.Month}月{when.Before.Day}日前"
            : when.Before is null ? $"{begin.Year}年{from.Month}月{from.Day}日起"
            : from.Day == 1 && to == LastDay(from, 1) ? $"{begin.Year}年{from.Month}月"
            : $"{begin.Year}年{from.Month}月{from.Day}日至{to.Month}月{to.Day}日";
        return new Span(name, from, to);
    }

    private static int MonthNumber(DateOnly day) => day.Year * 12 + day.Month - 1;

    private static DateOnly LastDay(DateOnly first, int months)
    {
        var lastMonth = first.Month + months - 1;
        return new DateOnly(first.Year, lastMonth, DateTime.DaysInMonth(first.Year, lastMonth));
    }

    private static string Years(DateOnly first, DateOnly last) =>
        first.Year == last.Year ? $"{first.Year}年内" : $"{first.Year}年至{last.Year}年内";

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
