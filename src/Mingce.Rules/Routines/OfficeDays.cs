namespace Mingce.Rules.Routines;

/// <summary>A holiday of the yearly notice, its days off in one run.</summary>
/// <param name="Name">元旦, 春节 ….</param>
/// <param name="From">First day off.</param>
/// <param name="To">Last day off.</param>
public sealed record DaysOff(string Name, DateOnly From, DateOnly To);

/// <summary>What the State Council's notice of one year says.</summary>
/// <param name="Year">The year of the notice.</param>
/// <param name="Source">The notice, with number and address.</param>
/// <param name="Off">Days off.</param>
/// <param name="Working">调休: days of a weekend that are worked.</param>
public sealed record HolidayNotice(int Year, string Source, IReadOnlyList<DaysOff> Off, IReadOnlyList<DateOnly> Working);

/// <summary>Working days: Monday to Friday, corrected by the notices that are known. A year without a notice has its weekends only.</summary>
/// <param name="notices">One notice for each year that is known.</param>
public sealed class OfficeDays(IEnumerable<HolidayNotice> notices)
{
    private readonly Dictionary<int, HolidayNotice> byYear = notices.ToDictionary(notice => notice.Year);

    /// <summary>Weekends only.</summary>
    public static OfficeDays WeekendsOnly { get; } = new([]);

    /// <summary>The same days with other notices in place of those of their years.</summary>
    /// <param name="others">One notice for each year.</param>
    public OfficeDays With(IEnumerable<HolidayNotice> others)
    {
        var own = others.ToDictionary(notice => notice.Year);
        return own.Count == 0 ? this : new OfficeDays([.. own.Values, .. byYear.Values.Where(notice => !own.ContainsKey(notice.Year))]);
    }

    /// <summary>The notice of a year; null where it is not known.</summary>
    public HolidayNotice? NoticeOf(int year) => byYear.GetValueOrDefault(year);

    /// <summary>The holiday that a day is off for; null on any other day, a plain weekend included.</summary>
    public string? HolidayOn(DateOnly day) =>
        NoticesNear(day).SelectMany(notice => notice.Off).FirstOrDefault(off => off.From <= day && day <= off.To)?.Name;

    /// <summary>Whether a day of a weekend is worked (调休).</summary>
    public bool IsWorkedWeekend(DateOnly day) => NoticesNear(day).Any(notice => notice.Working.Contains(day));

    /// <summary>Whether the office works on a day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        IsWorkedWeekend(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && HolidayOn(day) is null);

    /// <summary>The last of so many working days that follow a day: 3 working days after a Friday are the next Wednesday.</summary>
    /// <param name="day">The day itself is not counted.</param>
    /// <param name="count">How many, 1 or more.</param>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    // A notice may reach over the turn of the year: 元旦 has begun on 31 December.
    private IEnumerable<HolidayNotice> NoticesNear(DateOnly day)
    {
        for (var year = day.Year - 1; year <= day.Year + 1; year++)
        {
            if (byYear.TryGetValue(year, out var notice))
                yield return notice;
        }
    }
}
