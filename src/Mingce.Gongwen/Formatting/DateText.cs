using System.Globalization;
using System.Text;
using Mingce.Gongwen.Checking;

namespace Mingce.Gongwen.Formatting;

/// <summary>Numbers as they are written in a text.</summary>
internal static class DateText
{
    private const string Digit = "〇一二三四五六七八九";

    /// <summary>A line that is a whole date with 年 and 月, in Arabic or Chinese numerals; null for anything else, also for a day there is none.</summary>
    public static DateOnly? Read(string text)
    {
        var match = Patterns.Date().Match(text);
        if (!match.Success || match.Groups["sep"].Value != "年" || match.Groups["end"].Value != "日" || match.Value.Trim() is not [not ('（' or '('), ..]) return null;
        return Year(match.Groups["year"].Value) is { } year && Number(match.Groups["month"].Value) is { } month && Number(match.Groups["day"].Value) is { } day
            && DateOnly.TryParseExact($"{year:0000}-{month:00}-{day:00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    /// <summary>Arabic digits, also full-width ones, up to four; null where there are none.</summary>
    public static int? Digits(string text)
    {
        var digits = text.Trim().Normalize(NormalizationForm.FormKC);
        return digits.Length is > 0 and <= 4 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
    }

    private static int? Year(string text)
    {
        if (text.Length != 4) return null;
        var year = 0;
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            var value = char.IsAsciiDigit(letter) ? letter - '0' : letter is '零' or '○' or 'O' ? 0 : Digit.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) return null;
            year = (year * 10) + value;
        }
        return year;
    }

    // 3, 12, 三, 十二, 二十, 三十一
    private static int? Number(string text)
    {
        if (Digits(text) is { } digits) return digits;
        var tens = text.IndexOf('十', StringComparison.Ordinal);
        if (tens < 0) return text.Length == 1 && Digit.IndexOf(text[0], StringComparison.Ordinal) is > 0 and var one ? one : null;
        var before = tens == 0 ? 1 : Digit.IndexOf(text[tens - 1], StringComparison.Ordinal);
        var after = tens == text.Length - 1 ? 0 : Digit.IndexOf(text[tens + 1], StringComparison.Ordinal);
        return before > 0 && after >= 0 && tens <= 1 && text.Length <= tens + 2 ? (before * 10) + after : null;
    }
}
