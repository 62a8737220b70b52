using System.Globalization;

namespace Mingce.Rules;

/// <summary>The day of a year on which a date of the solar calendar, of the lunar calendar or a solar term falls.</summary>
internal static class ChineseDays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The same day in every year.</summary>
    public static Func<int, DateOnly> Solar(int month, int day) => year => new(year, month, day);

    /// <summary>A day of the lunar calendar.</summary>
    public static Func<int, DateOnly> LunarDay(int month, int day) => year => OfLunar(year, month, day);

    /// <summary>A day of the lunar calendar; out of its range (1901 to 2100) the same numbers of the solar one.</summary>
    public static DateOnly OfLunar(int year, int month, int day)
    {
        if (year is < 1902 or > 2099)
            return new(year, month, day);
        // The calendar numbers a leap month like any other, so that those after it come one later; 0 is none.
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>清明, a solar term, on 4 or 5 April: the usual reckoning for 2000 to 2099.</summary>
    public static DateOnly Qingming(int year) => new(year, 4, (int)((year % 100 * 0.2422) + 4.81) - (year % 100 / 4));
}
