namespace Mingce.Rules;

/// <summary>Days of the week as iCalendar (RFC 5545, BYDAY) and Chinese write them.</summary>
public static class Weekdays
{
    private static readonly string[] Codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private const string Characters = "日一二三四五六";

    /// <summary>TH for Thursday.</summary>
    public static string ToCode(DayOfWeek day) => Codes[(int)day];

    /// <summary>四 for Thursday.</summary>
    public static char ToChinese(DayOfWeek day) => Characters[(int)day];

    /// <summary>The day of a code such as TH.</summary>
    /// <exception cref="FormatException">The code is none of the seven.</exception>
    public static DayOfWeek Parse(string code) =>
        Array.IndexOf(Codes, code) is >= 0 and var day ? (DayOfWeek)day : throw new FormatException($"Not a day of the week: {code}");
}
