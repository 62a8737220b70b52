using System.Globalization;
using System.Text.RegularExpressions;
using Mingce.Core.Spreadsheets;

namespace Mingce.Core.Volunteering;

/// <summary>Hours as people write them, and minutes as they are kept.</summary>
public static partial class HoursText
{
    /// <summary>More in one day nobody serves.</summary>
    public const int MostMinutesADay = 16 * 60;

    [GeneratedRegex(@"^((?<h>\d{1,4}(\.\d{1,4})?)(?<unit>小时|时|h|H|个小时)?)$|^((?<h>\d{1,4})(小时|时|h|H|:))?((?<m>\d{1,4})(分钟|分|min)?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    /// <summary>Minutes of 2, 2.5, 2小时30分, 2:30, 150分钟; null where the text is none of these.</summary>
    /// <param name="isMinutes">Whether a number without its unit means minutes.</param>
    public static int? Read(string text, bool isMinutes = false)
    {
        var match = Form().Match(Headings.Plain(text));
        if (!match.Success || match.Length == 0)
        {
            return null;
        }
        var hours = match.Groups["h"] is { Success: true } h ? decimal.Parse(h.Value, CultureInfo.InvariantCulture) : 0;
        var minutes = match.Groups["m"] is { Success: true } m ? int.Parse(m.Value, CultureInfo.InvariantCulture) : 0;
        var all = isMinutes && minutes == 0 && !match.Groups["unit"].Success ? hours : (hours * 60) + minutes;
        return all is > 0 and <= 100_000 ? (int)decimal.Round(all, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>2.5, or 1小时40分 where tenths of an hour do not tell it.</summary>
    public static string Write(int minutes) => minutes % 6 == 0 ? $"{minutes / 60m:0.#}小时" : minutes < 60 ? $"{minutes}分钟" : $"{minutes / 60}小时{minutes % 60}分";

    public static decimal Hours(int minutes) => decimal.Round(minutes / 60m, 2, MidpointRounding.AwayFromZero);
}
