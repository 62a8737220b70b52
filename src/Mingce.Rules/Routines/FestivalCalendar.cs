using static Mingce.Rules.ChineseDays;

namespace Mingce.Rules.Routines;

/// <summary>The days of festivals, by the lunar calendar where they belong to it; known for the years 2000 to 2099.</summary>
public static class FestivalCalendar
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    private static readonly (string Name, Func<int, DateOnly> Day)[] Festivals =
    [
        ("元旦", Solar(1, 1)),
        ("除夕", year => OfLunar(year, 1, 1).AddDays(-1)),
        ("春节", LunarDay(1, 1)),
        ("元宵", LunarDay(1, 15)),
        ("学雷锋日", Solar(3, 5)),
        ("三八", Solar(3, 8)),
        ("清明", Qingming),
        ("五一", Solar(5, 1)),
        ("五四", Solar(5, 4)),
        ("端午", LunarDay(5, 5)),
        ("六一", Solar(6, 1)),
        ("七一", Solar(7, 1)),
        ("七夕", LunarDay(7, 7)),
        ("八一", Solar(8, 1)),
        ("中秋", LunarDay(8, 15)),
        ("国庆", Solar(10, 1)),
        ("重阳", LunarDay(9, 9)),
    ];

    private static readonly Dictionary<string, Func<int, DateOnly>> ByName = Festivals.ToDictionary(f => f.Name, f => f.Day);

    /// <summary>Every festival by the name that rules use, without 节.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Festivals.Select(f => f.Name)];

    /// <summary>The day of a festival in a calendar year; null outside the years that are known.</summary>
    /// <exception cref="KeyNotFoundException">The name is none of <see cref="Names"/>.</exception>
    public static DateOnly? DayOf(string name, int year)
    {
        var day = ByName[name];
        return year is >= FirstYear and <= LastYear ? day(year) : null;
    }

    /// <summary>The festivals that fall on a day.</summary>
    public static IEnumerable<string> On(DateOnly day) => Names.Where(name => DayOf(name, day.Year) == day);
}
