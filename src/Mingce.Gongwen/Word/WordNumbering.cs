using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>word/numbering.xml: the numbers that Word writes itself (“一、”, “（一）”), counted in the order of the paragraphs.</summary>
internal sealed partial class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, XElement> lists = [];
    private readonly Dictionary<int, XElement> definitions = [];
    private readonly Dictionary<int, int[]> counts = []; // by definition: lists of one definition go on counting
    private readonly HashSet<(int List, int Level)> restarted = [];
    private readonly Dictionary<string, (int List, int Level)> byStyle = new(StringComparer.Ordinal);

    public WordNumbering(XElement? root)
    {
        foreach (var definition in root.Children("abstractNum")) definitions.TryAdd(definition.Number("abstractNumId") ?? 0, definition);
        foreach (var list in root.Children("num"))
        {
            var id = list.Number("numId") ?? 0;
            if (!lists.TryAdd(id, list) || Definition(id) is not { } definition) continue;
            foreach (var level in definition.Children("lvl"))
            {
                if (level.Child("pStyle").Val() is { } style) byStyle.TryAdd(style, (id, level.Number("ilvl") ?? 0));
            }
        }
    }

    /// <summary>The level of a list to which a paragraph style belongs.</summary>
    public (int List, int Level)? OfStyle(string? style) => style is not null && byStyle.TryGetValue(style, out var place) ? place : null;

    /// <summary>The properties of a level, or null.</summary>
    public XElement? Level(int list, int level) => Override(list, level).Child("lvl") ?? Definition(list).Children("lvl").FirstOrDefault(found => found.Number("ilvl") == level);

    /// <summary>The number of the next paragraph at this level as it is printed, without what separates it from the text; empty for a picture or a symbol of its own font.</summary>
    public string Next(int list, int level)
    {
        if (list <= 0 || level is < 0 or >= Levels || Level(list, level) is not { } properties) return "";
        var count = Count(list);
        if (restarted.Add((list, level)) && Override(list, level).Child("startOverride").Number() is { } start) count[level] = start - 1;
        else if (count[level] == int.MinValue) count[level] = Start(list, level) - 1;
        count[level]++;
        for (var deeper = level + 1; deeper < Levels; deeper++) count[deeper] = int.MinValue;
        if (Format(properties) == "bullet") return Bullet(properties);
        return Placeholder().Replace(properties.Child("lvlText").Val() ?? "", match =>
        {
            var other = match.ValueSpan[1] - '1';
            if (count[other] == int.MinValue) count[other] = Start(list, other);
            return Write(count[other], properties.Child("isLgl") is not null && other < level ? "decimal" : Format(Level(list, other)));
        });
    }

    private static string Format(XElement? level) => level.Child("numFmt").Val() ?? level?.Below("numFmt").FirstOrDefault().Val() ?? "decimal";

    // A bullet of a symbol font is a code of that font, not a character.
    private static string Bullet(XElement level)
    {
        var text = level.Child("lvlText").Val() ?? "";
        return text.Any(letter => letter is >= '\uE000' and <= '\uF8FF') ? "" : text;
    }

    private int[] Count(int list)
    {
        var definition = lists.GetValueOrDefault(list).Child("abstractNumId").Number() ?? 0;
        if (counts.TryGetValue(definition, out var count)) return count;
        count = new int[Levels];
        count.AsSpan().Fill(int.MinValue);
        return counts[definition] = count;
    }

    private int Start(int list, int level) => Level(list, level).Child("start").Number() ?? 1;

    private XElement? Override(int list, int level) => lists.GetValueOrDefault(list).Children("lvlOverride").FirstOrDefault(found => found.Number("ilvl") == level);

    private XElement? Definition(int list) =>
        lists.GetValueOrDefault(list).Child("abstractNumId").Number() is { } id ? definitions.GetValueOrDefault(id) : null;

    private static string Write(int number, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "ideographTraditionalCount" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "koreanDigital"
            => HeadingNumbers.Chinese(number),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Digits(number, "〇一二三四五六七八九"),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Legal(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalEnclosedParen" when number is >= 1 and <= 20 => ((char)('⑴' + number - 1)).ToString(),
        "decimalEnclosedFullstop" when number is >= 1 and <= 20 => ((char)('⒈' + number - 1)).ToString(),
        "decimalFullWidth" or "decimalFullWidth2" => Digits(number, "０１２３４５６７８９"),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "lowerLetter" when number >= 1 => Letters(number, 'a'),
        "upperLetter" when number >= 1 => Letters(number, 'A'),
        "lowerRoman" when number is >= 1 and < 4000 => Roman(number).ToLowerInvariant(),
        "upperRoman" when number is >= 1 and < 4000 => Roman(number),
        "ideographTraditional" when number is >= 1 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        "ideographZodiac" when number is >= 1 and <= 12 => "子丑寅卯辰巳午未申酉戌亥"[number - 1].ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Digits(int number, string digits) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => char.IsAsciiDigit(digit) ? digits[digit - '0'] : digit));

    private static string Legal(int number)
    {
        var text = HeadingNumbers.Chinese(number);
        if (text.StartsWith('十')) text = "一" + text;
        return string.Concat(text.Select(letter => "一二三四五六七八九十百".IndexOf(letter, StringComparison.Ordinal) is var at and >= 0 ? "壹贰叁肆伍陆柒捌玖拾佰"[at] : letter));
    }

    private static string Letters(int number, char first) => new((char)(first + ((number - 1) % 26)), Math.Min(((number - 1) / 26) + 1, 30));

    private static string Roman(int number)
    {
        ReadOnlySpan<(int Value, string Text)> signs =
            [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value) text.Append(sign);
        }
        return text.ToString();
    }

    [GeneratedRegex("%[1-9]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
