namespace Mingce.Rules.Routines;

/// <summary>One time that a rule asks for.</summary>
/// <param name="From">The first day on which it may be held as asked.</param>
/// <param name="Due">The last such day; names the span within its routine.</param>
/// <param name="First">The first day of the step (week, month, quarter, year) that it belongs to: what is held elsewhere in the step still fulfils it.</param>
/// <param name="Last">The last day of the step.</param>
/// <param name="Label">11月26日, 11月, 第四季度, 2026年, 端午.</param>
public sealed record DueSpan(DateOnly From, DateOnly Due, DateOnly First, DateOnly Last, string Label);

/// <summary>Computes what a rule asks for. Nothing of it is stored: the same rule and days give the same spans years later.</summary>
public static class DueSpans
{
    /// <summary>What is held this many days before a festival is held for it.</summary>
    public const int DaysBeforeFestival = 14;

    /// <summary>What is held this many days after a festival still fulfils it.</summary>
    public const int DaysAfterFestival = 7;

    /// <summary>The spans that fall due from the first to the last day, in order; days off by a notice are left out of daily and weekly rules.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="anchor">The day from which every second week, third year and so on are counted; two, three, four or six months and two quarters follow the calendar year instead.</param>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day, not before the first.</param>
    /// <param name="days">Working days.</param>
    public static IEnumerable<DueSpan> Of(RoutineRule rule, DateOnly anchor, DateOnly first, DateOnly last, OfficeDays days)
    {
        var spans = rule.Festivals.Count > 0 ? OfFestivals(rule, first, last) : StepsOf(rule.Recurrence, anchor, first, last).SelectMany(step => InStep(rule, step, days));
        return spans.Where(span => first <= span.Due && span.Due <= last);
    }

    private static IEnumerable<DueSpan> OfFestivals(RoutineRule rule, DateOnly first, DateOnly last) =>
        Enumerable.Range(first.Year, last.Year - first.Year + 2)
            .SelectMany(year => rule.Festivals.Select(name => (Name: name, Day: FestivalCalendar.DayOf(name, year))))
            .Where(festival => festival.Day is not null)
            // 中秋 may fall on 国庆: one day asks once.
            .GroupBy(festival => festival.Day!.Value, festival => festival.Name)
            .OrderBy(day => day.Key)
            .Select(day =>
            {
                var from = day.Key.AddDays(-DaysBeforeFestival);
                return new DueSpan(from, rule.Before ? day.Key.AddDays(-1) : day.Key, from, day.Key.AddDays(DaysAfterFestival), string.Join('、', day));
            });

    private static IEnumerable<DueSpan> InStep(RoutineRule rule, Step step, OfficeDays days)
    {
        var recurrence = rule.Recurrence;
        if (recurrence.Frequency == Frequency.Daily || (recurrence.Frequency == Frequency.Weekly && recurrence.Days.Count > 0))
        {
            return Days(step.First, recurrence.Frequency == Frequency.Daily ? step.First : step.First.AddDays(6))
                .Where(day => recurrence.Frequency == Frequency.Daily || recurrence.Days.Contains(day.DayOfWeek))
                .Where(day => days.HolidayOn(day) is null)
                .Select(day => new DueSpan(day, day, step.First, step.Last, DayText(day)));
        }
        var month = rule.Month is { } n ? MonthAt(step.First.AddMonths(n - 1)) : rule.Day is null && rule.Ordinal is null && rule.TenDays is null ? step : MonthAt(step.First);
        var (from, due) = (month.First, month.Last);
        if (rule.Ordinal is { } ordinal)
        {
            var fitting = Days(month.First, month.Last).Where(day => recurrence.Days.Count > 0 ? recurrence.Days.Contains(day.DayOfWeek) : days.IsWorkingDay(day)).ToList();
            if (ordinal > fitting.Count || fitting.Count == 0)
                return []; // not every month has a fifth Friday
            from = due = ordinal < 0 ? fitting[^1] : fitting[ordinal - 1];
        }
        else if (rule.TenDays is { } third)
        {
            from = month.First.AddDays((third - 1) * 10);
            due = third == 3 ? month.Last : from.AddDays(9);
        }
        else if (rule.Day is { } dayOfMonth)
        {
            due = month.First.AddDays(Math.Min(dayOfMonth, month.Last.Day) - 1);
            from = rule.Before ? step.First : due;
        }
        else if (rule.Before)
        {
            from = step.First;
        }
        return [new DueSpan(from, due, step.First, step.Last, LabelOf(recurrence, step))];
    }

    private static IEnumerable<Step> StepsOf(Recurrence recurrence, DateOnly anchor, DateOnly first, DateOnly last)
    {
        for (var step = StepAt(recurrence, anchor, first); step.First <= last; step = StepAt(recurrence, anchor, step.Last.AddDays(1)))
            yield return step;
    }

    private static Step StepAt(Recurrence recurrence, DateOnly anchor, DateOnly day)
    {
        var interval = recurrence.Interval;
        switch (recurrence.Frequency)
        {
            case Frequency.Daily:
            {
                var first = day.AddDays(-Remainder(day.DayNumber - anchor.DayNumber, interval));
                return new(first, first.AddDays(interval - 1));
            }
            case Frequency.Weekly:
            {
                var first = day.AddDays(-Remainder(day.DayNumber - MondayOf(anchor).DayNumber, 7 * interval));
                return new(first, first.AddDays((7 * interval) - 1));
            }
            case Frequency.Monthly or Frequency.Quarterly or Frequency.Yearly:
            {
                var unit = recurrence.Frequency switch { Frequency.Monthly => 1, Frequency.Quarterly => 3, _ => 12 };
                var months = unit * interval;
                var start = 12 % months == 0 ? 0 : MonthNumber(anchor) / unit * unit;
                var first = new DateOnly(day.Year, day.Month, 1).AddMonths(-Remainder(MonthNumber(day) - start, months));
                return new(first, first.AddMonths(months).AddDays(-1));
            }
            default:
                throw new ArgumentOutOfRangeException(nameof(recurrence), recurrence.Frequency, "Not a frequency");
        }
    }

    private static string LabelOf(Recurrence recurrence, Step step) => (recurrence.Frequency, recurrence.Interval) switch
    {
        (Frequency.Monthly, 1) => $"{step.First.Month}月",
        (Frequency.Monthly, 6) or (Frequency.Quarterly, 2) when step.First.Month is 1 or 7 => step.First.Month == 1 ? "上半年" : "下半年",
        (Frequency.Quarterly, 1) => $"第{"一二三四"[(step.First.Month - 1) / 3]}季度",
        (Frequency.Yearly, 1) => $"{step.First.Year}年",
        _ => PeriodText.Write(new Period(step.First, step.Last, recurrence.Frequency == Frequency.Weekly ? PeriodPrecision.Day : PeriodPrecision.Month), step.First.Year),
    };

    private static string DayText(DateOnly day) => $"{day.Month}月{day.Day}日";

    private static Step MonthAt(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static int MonthNumber(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static int Remainder(int number, int divisor) => ((number % divisor) + divisor) % divisor;

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);

    private sealed record Step(DateOnly First, DateOnly Last);
}
