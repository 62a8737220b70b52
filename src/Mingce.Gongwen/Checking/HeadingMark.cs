using System.Globalization;
using System.Text.RegularExpressions;

namespace Mingce.Gongwen.Checking;

/// <summary>The number at the head of a heading.</summary>
/// <param name="Text">As it stands: 一. or (一).</param>
/// <param name="Value">Its value.</param>
/// <param name="Wanted">As the standard writes it: 一、 or （一）.</param>
internal sealed partial record HeadingMark(int Level, string Text, int Value, string Wanted)
{
    public static HeadingMark? Read(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success) return null;
        var number = match.Groups["number"].Value;
        var isChinese = !char.IsAsciiDigit(number[0]) && number[0] is < '０' or > '９';
        var isOpen = match.Groups["open"].Length > 0;
        var isClosed = match.Groups["end"].Value is [')' or '）', ..];
        if (isOpen != isClosed && (isOpen || isChinese)) return null;
        var level = isChinese ? isClosed ? 2 : 1 : isClosed ? 4 : 3;
        var value = isChinese ? Chinese(number) : int.Parse(number.Normalize(System.Text.NormalizationForm.FormKC), CultureInfo.InvariantCulture);
        return value is null or 0 ? null : new HeadingMark(level, match.Groups["mark"].Value, value.Value, Write(level, value.Value));
    }

    public static string Write(int level, int value) => level switch
    {
        1 => HeadingNumbers.Chinese(value) + "、",
        2 => $"（{HeadingNumbers.Chinese(value)}）",
        3 => string.Create(CultureInfo.InvariantCulture, $"{value}."),
        _ => string.Create(CultureInfo.InvariantCulture, $"（{value}）"),
    };

    private static int? Chinese(string number)
    {
        const string Digits = "零一二三四五六七八九";
        var (value, digit) = (0, 0);
        foreach (var letter in number)
        {
            if (letter is '十' or '百')
            {
                value += (digit == 0 ? 1 : digit) * (letter == '十' ? 10 : 100);
                digit = 0;
            }
            else if (digit > 0) return null; // 一二
            else digit = Digits.IndexOf(letter, StringComparison.Ordinal);
        }
        return value + digit;
    }

    // 1.5 is no heading; nor is 一是, 第一, or a number without a sign behind it.
    [GeneratedRegex("^[\\s　]*(?<mark>(?<open>[(（])?\\s*(?<number>[一二三四五六七八九十百零]{1,6}|[0-9０-９]{1,2})\\s*(?<end>[)）][、.．，,]?|[、.．，,:：](?![0-9０-９])))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
