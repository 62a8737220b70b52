using System.Globalization;
using System.Text.RegularExpressions;
using Mingce.Rules.Routines;

namespace Mingce.Core.Routines;

/// <summary>Reads and writes days off as a notice says them: 春节 2月15日至2月23日; a line for each.</summary>
public static partial class HolidayText
{
    // A day as 2月15日, 2027年1月1日, 2026-02-15 or 2026/2/15.
    private const string Day = @"((?<y>20\d\d)[年\-/.])?(?<m>\d{1,2})[月\-/.](?<d>\d{1,2})日?";

    [GeneratedRegex(@"^(?<name>[\p{L}、，]{1,20}?)[\s:：]*" + Day + @"(\s*(至|到|-|—|~|～|\s)\s*((?<y2>20\d\d)[年\-/.])?((?<m2>\d{1,2})[月\-/.])?(?<d2>\d{1,2})日?)?([（(].{0,20}[）)])?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OffLine();

    [GeneratedRegex("^" + Day + @"([（(].{0,20}[）)])?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayLine();

    /// <summary>One holiday on a line.</summary>
    /// <param name="year">The year of the notice, for days without one.</param>
    /// <exception cref="UserFaultException">A line that cannot be read.</exception>
    public static IEnumerable<DaysOff> ReadOff(string text, int year)
    {
        foreach (var line in Lines(text, '\n', ';', '；'))
        {
            var match = OffLine().Match(line);
            var from = match.Success ? DayOf(year, match.Groups["y"], match.Groups["m"], match.Groups["d"]) : null;
            var to = !match.Groups["d2"].Success ? from : DayOf(year, match.Groups["y2"], match.Groups["m2"].Success ? match.Groups["m2"] : match.Groups["m"], match.Groups["d2"]);
            if (from is not { } first || to is not { } last || last < first || last.DayNumber - first.DayNumber > 30 || first.Year < year - 1 || last.Year > year + 1)
            {
                throw new UserFaultException($"放假“{line}”看不懂，请写成“春节 2月15日至2月23日”的形式，每行一个节日。");
            }
            yield return new DaysOff(match.Groups["name"].Value, first, last);
        }
    }

    /// <summary>Days of a weekend that are worked, parted by lines or 、.</summary>
    /// <exception cref="UserFaultException">A day that cannot be read, or is no day of a weekend.</exception>
    public static IEnumerable<DateOnly> ReadWorking(string text, int year)
    {
        foreach (var line in Lines(text, '\n', '、', '，', ',', ';', '；'))
        {
            var match = DayLine().Match(line);
            if (!match.Success || DayOf(year, match.Groups["y"], match.Groups["m"], match.Groups["d"]) is not { } day || Math.Abs(day.Year - year) > 1)
            {
                throw new UserFaultException($"调休上班“{line}”看不懂，请写成“2月14日”的形式，多个日期以顿号分开。");
            }
            yield return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
                ? day
                : throw new UserFaultException($"调休上班“{line}”不是周六、周日，无需填写，请核对。");
        }
    }

    /// <param name="year">The year of the notice, which is not said again.</param>
    public static string Write(DaysOff off, int year) => $"{off.Name} {Write(off.From, year)}{(off.To == off.From ? "" : $"至{Write(off.To, year)}")}";

    public static string Write(DateOnly day, int year) => $"{(day.Year == year ? "" : $"{day.Year}年")}{day.Month}月{day.Day}日";

    private static string[] Lines(string text, params char[] separators) => text.Split([.. separators, '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static DateOnly? DayOf(int year, Group y, Group m, Group d) =>
        DateOnly.TryParseExact($"{(y.Success ? y.Value : year)}-{m.Value}-{d.Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
