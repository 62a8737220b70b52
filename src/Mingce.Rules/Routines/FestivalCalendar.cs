namespace Mingce.Rules.Routines;

/// <summary>The days of the festivals that rules name, by the lunar calendar where they belong to it; known for the years 2000 to 2099.</summary>
public static class FestivalCalendar
{
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    /// <summary>Every festival by the name that rules use, without 节.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["元旦", "除夕", "春节", "元宵", "学雷锋日", "三八", "清明", "五一", "五四", "端午", "六一", "七一", "七夕", "八一", "中秋", "国庆", "重阳"];

    private static readonly Dictionary<string, Func<int, DateOnly>> ByName = Names.ToDictionary(name => name, Reading.Festivals.DayOf);

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
