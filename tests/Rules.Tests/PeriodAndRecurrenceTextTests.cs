using Mingce.Rules;

namespace Rules.Tests;

public sealed class PeriodAndRecurrenceTextTests
{
    [Theory]
    [InlineData("2026-03-05", "2026-03-05", PeriodPrecision.Day, "3月5日")]
    [InlineData("2026-03-05", "2026-03-07", PeriodPrecision.Day, "3月5日至7日")]
    [InlineData("2026-03-30", "2026-04-02", PeriodPrecision.Day, "3月30日至4月2日")]
    [InlineData("2026-12-30", "2027-01-02", PeriodPrecision.Day, "12月30日至2027年1月2日")]
    [InlineData("2026-11-01", "2026-11-10", PeriodPrecision.TenDays, "11月上旬")]
    [InlineData("2026-11-21", "2026-11-30", PeriodPrecision.TenDays, "11月下旬")]
    [InlineData("2026-06-01", "2026-06-30", PeriodPrecision.Month, "6月")]
    [InlineData("2026-05-25", "2026-06-01", PeriodPrecision.Festival, "5月至6月")]
    [InlineData("2026-10-01", "2026-12-31", PeriodPrecision.Quarter, "四季度")]
    [InlineData("2026-01-01", "2026-12-31", PeriodPrecision.Year, "")]
    public void Write_Period_IsNoMoreExactThanKnown(string from, string to, PeriodPrecision precision, string text) =>
        PeriodText.Write(new Period(Day(from), Day(to), precision), 2026).ShouldBe(text);

    public static TheoryData<Recurrence, string> Recurrences => new()
    {
        { new(Frequency.Weekly, Days: [DayOfWeek.Tuesday, DayOfWeek.Friday], Part: DayPart.Pm), "每周二、五下午" },
        { new(Frequency.Weekly, Interval: 2, Days: [DayOfWeek.Sunday], Part: DayPart.Am), "每两周的周日上午" },
        { new(Frequency.Daily, Hours: 24), "每天" },
        { new(Frequency.Monthly, Interval: 2), "每两个月" },
        { new(Frequency.Quarterly), "每季度" },
        { new(Frequency.Yearly, Times: 2), "每年" },
        { new(Frequency.Daily, Interval: 15), "每15天" },
    };

    [Theory, MemberData(nameof(Recurrences))]
    public void Write_Recurrence_ReadsAsAnOfficeWritesIt(Recurrence recurrence, string text) => RecurrenceText.Write(recurrence).ShouldBe(text);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
