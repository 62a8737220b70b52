namespace Mingce.Rules.Reading;

/// <summary>层次序号: the forms of numbering, from the outermost to the innermost as offices use them.</summary>
internal enum OutlineForm
{
    /// <summary># 标题.</summary>
    Markdown,
    /// <summary>第一部分, 第一篇.</summary>
    Part,
    /// <summary>第一章.</summary>
    Chapter,
    /// <summary>第一节.</summary>
    Section,
    /// <summary>一、.</summary>
    Han,
    /// <summary>（一）.</summary>
    HanInBrackets,
    /// <summary>1. or 1、.</summary>
    Digits,
    /// <summary>（1） or 1）.</summary>
    DigitsInBrackets,
    /// <summary>①.</summary>
    Circled,
    /// <summary>A short opening without a mark, then a space.</summary>
    RunIn,
    /// <summary>一是, 第一，.</summary>
    Inline,
}

/// <summary>A number at the head of a line or sentence that orders the text.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Depth">Number signs of a markdown heading; else 0.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Length">Its characters.</param>
internal sealed record OutlineMark(OutlineForm Form, int Depth, int Number, int Length)
{
    private const string HanNumerals = "一二三四五六七八九十";

    /// <summary>The characters with which a mark begins.</summary>
    private const string First = HanNumerals + "0123456789（(第#其①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩";

    /// <summary>The mark at the head of a stretch; null where none stands there.</summary>
    public static OutlineMark? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !First.Contains(text[0]))
            return null;
        return text[0] switch
        {
            '#' => ReadMarkdown(text),
            '第' or '其' => ReadOrdinal(text),
            '（' or '(' => ReadBrackets(text),
            >= '①' and <= '⑳' => new(OutlineForm.Circled, 0, text[0] - '①' + 1, 1),
            >= '⑴' and <= '⑽' => new(OutlineForm.DigitsInBrackets, 0, text[0] - '⑴' + 1, 1),
            >= '⒈' and <= '⒐' => new(OutlineForm.Digits, 0, text[0] - '⒈' + 1, 1),
            >= '㈠' and <= '㈩' => new(OutlineForm.HanInBrackets, 0, text[0] - '㈠' + 1, 1),
            _ => ReadBare(text),
        };
    }

    private static OutlineMark? ReadMarkdown(ReadOnlySpan<char> text)
    {
        var depth = text.IndexOfAnyExcept('#');
        return depth is >= 1 and <= 6 && text[depth] == ' ' ? new(OutlineForm.Markdown, depth, 0, depth + 1) : null;
    }

    /// <summary>第一部分, 第一章, 第一节; 第一， and 其一，.</summary>
    private static OutlineMark? ReadOrdinal(ReadOnlySpan<char> text)
    {
        var (number, length) = ReadNumber(text[1..]);
        if (length == 0 || text.Length <= length + 1)
            return null;
        var rest = text[(length + 1)..];
        if (rest[0] is '，' or '、' or ',' or '：')
            return new(OutlineForm.Inline, 0, number, length + 2);
        if (text[0] != '第')
            return null;
        OutlineForm? form = rest.StartsWith("部分", StringComparison.Ordinal) || rest[0] == '篇' ? OutlineForm.Part
            : rest[0] == '章' ? OutlineForm.Chapter
            : rest[0] == '节' ? OutlineForm.Section
            : null;
        var end = length + (rest[0] == '部' ? 3 : 2);
        // 第一部分资金 is a deed, 第一部分 工作情况 a heading.
        if (form is null || (end < text.Length && text[end] is not (' ' or '：' or '、' or ':' or '，')))
            return null;
        return new(form.Value, 0, number, Math.Min(text.Length, end + 1));
    }

    private static OutlineMark? ReadBrackets(ReadOnlySpan<char> text)
    {
        var (number, length) = ReadNumber(text[1..]);
        if (length == 0 || text.Length <= length + 1 || text[length + 1] is not ('）' or ')'))
            return null;
        var form = char.IsAsciiDigit(text[1]) ? OutlineForm.DigitsInBrackets : OutlineForm.HanInBrackets;
        return new(form, 0, number, length + 2);
    }

    /// <summary>一、 1. 1、 1） and 一是.</summary>
    private static OutlineMark? ReadBare(ReadOnlySpan<char> text)
    {
        var (number, length) = ReadNumber(text);
        if (length == 0 || text.Length <= length)
            return null;
        var mark = text[length];
        var next = text.Length > length + 1 ? text[length + 1] : '\0';
        if (char.IsAsciiDigit(text[0]))
        {
            return mark switch
            {
                '、' or '.' or '．' when !char.IsAsciiDigit(next) || IsDate(text[(length + 1)..]) => new(OutlineForm.Digits, 0, number, length + 1),
                '）' or ')' => new(OutlineForm.DigitsInBrackets, 0, number, length + 1),
                _ => null,
            };
        }
        return mark switch
        {
            // 一、二季度 are two quarters.
            '、' or '．' when !(text.Length > length + 2 && HanNumerals.Contains(next) && text[length + 2] == '季') => new(OutlineForm.Han, 0, number, length + 1),
            '.' when Han.IsHan(next) => new(OutlineForm.Han, 0, number, length + 1),
            '是' when length <= 2 => new(OutlineForm.Inline, 0, number, length + 1),
            _ => null,
        };
    }

    /// <summary>1.3月5日 is item 1 and a day in March.</summary>
    private static bool IsDate(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return (digits is 1 or 2 && text[digits] == '月') || (digits == 4 && text[digits] == '年');
    }

    /// <summary>Up to three digits or Chinese numerals.</summary>
    private static (int Number, int Length) ReadNumber(ReadOnlySpan<char> text)
    {
        var (number, length) = (0, 0);
        while (length < text.Length && char.IsAsciiDigit(text[length]))
            number = length < 3 ? (number * 10) + (text[length++] - '0') : length++;
        if (length > 0)
            return length <= 3 ? (number, length) : (0, 0);
        for (; length < text.Length && HanNumerals.IndexOf(text[length], StringComparison.Ordinal) is >= 0 and var digit; length++)
        {
            if (digit == 9)
                number = Math.Max(number, 1) * 10;
            else
                number += digit + 1;
        }
        return length <= 3 ? (number, length) : (0, 0);
    }
}
