namespace Mingce.Rules;

/// <summary>Writes a period no more exactly than it is known: 3月5日, 11月上旬, 一季度.</summary>
public static class PeriodText
{
    /// <summary>The period; empty where no more than the year is known.</summary>
    /// <param name="period">The period.</param>
    /// <param name="year">The year of the page, which is left out; a day of another year is written with its year, and with null every day is.</param>
    public static string Write(Period period, int? year) => period.Precision switch
    {
        PeriodPrecision.Day => Days(period, year),
        PeriodPrecision.TenDays => Month(period.From, year) + period.From.Day switch { <= 10 => "上旬", <= 20 => "中旬", _ => "下旬" },
        PeriodPrecision.Month or PeriodPrecision.Festival => Months(period, year),
        PeriodPrecision.Quarter => Year(period.From, year) + "一二三四"[(period.From.Month - 1) / 3] + "季度",
        PeriodPrecision.Year => "",
        _ => throw new ArgumentOutOfRangeException(nameof(period), period.Precision, "Not a precision"),
    };

    /// <summary>A day with its year: 2026年3月5日.</summary>
    public static string Write(DateOnly day) => Day(day, null);

    private static string Days(Period period, int? year) => (period.From, period.To) switch
    {
        var (from, to) when from == to => Day(from, year),
        var (from, to) when (from.Year, from.Month) == (to.Year, to.Month) => $"{Day(from, year)}至{to.Day}日",
        var (from, to) => $"{Day(from, year)}至{Day(to, year ?? from.Year)}",
    };

    private static string Months(Period period, int? year) => (period.From.Year, period.From.Month) == (period.To.Year, period.To.Month)
        ? Month(period.From, year)
        : $"{Month(period.From, year)}至{Month(period.To, year ?? period.From.Year)}";

    private static string Day(DateOnly day, int? year) => $"{Month(day, year)}{day.Day}日";

    private static string Month(DateOnly day, int? year) => $"{Year(day, year)}{day.Month}月";

    private static string Year(DateOnly day, int? year) => day.Year == year ? "" : $"{day.Year}年";
}
