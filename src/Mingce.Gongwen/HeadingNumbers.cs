using System.Globalization;

namespace Mingce.Gongwen;

/// <summary>Counts the headings of a document: 一、 （一） 1. （1）. A heading starts the count of all levels below it anew. GB/T 9704-2012 §7.3.3 [V].</summary>
public sealed class HeadingNumbers
{
    private readonly int[] counts = new int[4];

    /// <summary>The number of the next heading of a level, with its sign: 二、.</summary>
    /// <param name="level">1–4.</param>
    /// <param name="ordinal">The number to go on from; null: the next one.</param>
    public string Next(int level, int? ordinal = null)
    {
        counts.AsSpan(level).Clear();
        var count = counts[level - 1] = ordinal ?? counts[level - 1] + 1;
        return level switch
        {
            1 => Chinese(count) + "、",
            2 => $"（{Chinese(count)}）",
            3 => count.ToString(CultureInfo.InvariantCulture) + ".",
            _ => string.Create(CultureInfo.InvariantCulture, $"（{count}）"),
        };
    }

    /// <summary>1. before a figure would read as a decimal: a space goes between.</summary>
    internal static bool NeedSpace(string number, string text) => number.EndsWith('.') && text.Length > 0 && char.IsAsciiDigit(text[0]);

    /// <summary>一 … 十 十一 … 九十九 一百 一百零一 … 九百九十九; above that in Arabic numerals.</summary>
    /// <param name="number">From 1.</param>
    public static string Chinese(int number)
    {
        if (number is < 1 or > 999) return number.ToString(CultureInfo.InvariantCulture);

        const string Digits = "零一二三四五六七八九";
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var text = "";
        if (hundreds > 0) text += $"{Digits[hundreds]}百";
        if (tens > 0) text += tens == 1 && hundreds == 0 ? "十" : $"{Digits[tens]}十";
        else if (hundreds > 0 && ones > 0) text += "零";
        return ones > 0 ? text + Digits[ones] : text;
    }
}
