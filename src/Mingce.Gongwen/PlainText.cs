using System.Text;

namespace Mingce.Gongwen;

/// <summary>The small facts about text that the whole library shares.</summary>
internal static class PlainText
{
    /// <summary>Replaces, one for one, what XML or a line of a document cannot hold.</summary>
    public static string Clean(string text, bool keepLineBreaks = false)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // yields U+FFFD for a lone surrogate
            _ = rune.Value switch
            {
                '\n' when keepLineBreaks => clean.Append('\n'),
                < ' ' or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029 => clean.Append(' '),
                0xFFFE or 0xFFFF => clean.Append('\uFFFD'),
                _ => clean.Append(rune),
            };
        return clean.ToString();
    }

    /// <summary><see cref="Clean"/>, with null for what is absent.</summary>
    public static string? CleanOrNull(string? text) => string.IsNullOrEmpty(text) ? null : Clean(text);

    /// <summary>2025年1月9日: Arabic numerals, no leading zeros. GB/T 9704-2012 §7.3.5.4 [V].</summary>
    public static string Date(DateOnly date) => FormattableString.Invariant($"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>The length in Unicode code points.</summary>
    public static int CodePoints(string text) => text.Length - text.Count(char.IsLowSurrogate);

    /// <summary>The width in half characters, as the standard's fonts set it: ASCII half a character, all else a whole one.</summary>
    public static int HalfWidths(string text) => text.EnumerateRunes().Sum(rune => rune.IsAscii ? 1 : 2);

    /// <summary>The text, cut behind so many code points.</summary>
    public static string Shorten(string text, int most) => CodePoints(text) <= most ? text : string.Concat(text.EnumerateRunes().Take(most)) + "…";
}
