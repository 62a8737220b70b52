namespace Mingce.Rules.Reading;

/// <summary>A number in the text: 4200, 1,234.5, 100多万, 二十余, 近千.</summary>
/// <param name="Start">Where it begins, bound words before it not included.</param>
/// <param name="End">Where it ends, 余 and 多 included.</param>
/// <param name="Value">Its value, 万 and 亿 multiplied out.</param>
/// <param name="Bound">As its own words and those before it say.</param>
/// <param name="IsHan">Written in Chinese numerals.</param>
/// <param name="IsVague">数千, 十几, 三五, 3至5: no amount can be given.</param>
/// <param name="EndsInTenThousands">Ends in 万 or 亿, so that 元 may be left out.</param>
internal readonly record struct NumberToken(
    int Start, int End, decimal Value, Bound Bound, bool IsHan, bool IsVague, bool EndsInTenThousands);

/// <summary>Reads numbers in Arabic and Chinese numerals.</summary>
internal static class NumberReader
{
    private const string Digits = "零一二三四五六七八九";
    /// <summary>Above this many characters a run of digits is a number of something else (a card, a code).</summary>
    private const int LongestRun = 14;
    /// <summary>Nothing that an office counts is larger; 亿亿亿 is no number.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>Words right before a number that make it a bound; of several that fit the longest counts: 不少于 is no 少于.</summary>
    private static readonly (string Word, Bound Bound)[] BoundWords =
    [
        .. Row(Bound.Under, "将近", "接近", "近", "不足", "不到", "少于", "低于", "小于", "至多", "最多", "不超过", "不高于", "不多于", "未满", "不满"),
        .. Row(Bound.About, "约", "大约", "约有", "约为", "约达", "约计", "大概", "大致", "估计"),
        .. Row(Bound.Over, "超", "超过", "超过了", "超出", "已超", "逾", "突破", "突破了", "不少于", "不低于", "不小于", "至少", "多于", "高于", "最少", "不下", "不下于", "超越"),
        .. Row(Bound.Exact, "附近", "最近", "临近", "靠近", "就近", "邻近", "亲近", "远近", "成百上", "成千上",
            "节约", "公约", "民约", "预约", "签约", "履约", "违约", "条约", "契约", "特约", "邀约", "合约", "续约", "解约", "相约", "简约", "制约", "集约", "守约"),
    ];

    private const string VagueBefore = "数几";

    /// <summary>The number that begins at <paramref name="at"/>, else null. Never looks back further than a few characters.</summary>
    public static NumberToken? ReadAt(string text, int at)
    {
        var isHan = !char.IsAsciiDigit(text[at]);
        var end = at;
        decimal? value = isHan ? ReadHan(text, ref end) : ReadArabic(text, ref end);
        if (end == at)
            return null;
        var inner = SkipFuzz(text, ref end);
        var tenThousands = isHan && text.AsSpan(at..end).IndexOfAny("万亿") >= 0;
        while (end < text.Length && Magnitude(text[end]) is var magnitude and > 1 && (!isHan || magnitude >= 10_000m))
        {
            value = Times(value, magnitude);
            tenThousands |= magnitude >= 10_000m;
            end++;
            inner = SkipFuzz(text, ref end) ?? inner;
        }
        if (inner is null && !isHan && tenThousands)
            value += ReadThousands(text, ref end);
        var bare = isHan && Magnitude(text[at]) >= 100 && !Percent(text, at);
        var vague = value is null || IsVagueAround(text, at, end);
        var bound = inner ?? BoundBefore(text.AsSpan(Math.Max(0, at - 6)..at), bare);
        if (bare && bound == Bound.Exact)
            vague = true;
        return new(at, end, vague ? 0 : Plain(value!.Value), bound, isHan, vague, tenThousands);
    }

    /// <summary>百分之百 is a hundred.</summary>
    private static bool Percent(string text, int at) => at > 2 && text.AsSpan(at - 3, 3) is "百分之";
    private static decimal? Times(decimal? value, decimal magnitude) => value <= Largest / magnitude ? value * magnitude : null;

    /// <summary>The 5千 of 3万5千.</summary>
    private static decimal ReadThousands(string text, ref int end)
    {
        if (end + 1 >= text.Length || text[end] is < '1' or > '9' || text[end + 1] is not ('千' or '百'))
            return 0;
        end += 2;
        return (text[end - 2] - '0') * Magnitude(text[end - 1]);
    }

    /// <summary>The same value without trailing zeros behind the point, so that 4.5万 prints as 45000.</summary>
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>True where a number may begin: a numeral not inside another.</summary>
    public static bool MayBeginAt(string text, int at) =>
        char.IsAsciiDigit(text[at]) || HanDigit(text[at]) >= 0 || Magnitude(text[at]) > 1;

    private static Bound? SkipFuzz(string text, ref int end)
    {
        if (end >= text.Length || text[end] is not ('余' or '多' or '来'))
            return null;
        // 余 or 多 belongs to the number only before a magnitude or a measure word; 来 is also “以来”.
        if (text[end] == '来' && (end + 1 >= text.Length || UnitTable.Find(text, end + 1) is null))
            return null;
        return text[end++] == '来' ? Bound.About : Bound.Over;
    }

    private static Bound BoundBefore(ReadOnlySpan<char> before, bool bareMagnitude)
    {
        var (longest, bound) = (0, Bound.Exact);
        foreach (var (word, its) in BoundWords)
        {
            if (word.Length > longest && before.EndsWith(word, StringComparison.Ordinal))
                (longest, bound) = (word.Length, its);
        }
        // 上千 is a thousand or more; elsewhere 上 before a number belongs to a noun (会上20人).
        return longest == 0 && bareMagnitude && before.EndsWith("上", StringComparison.Ordinal) ? Bound.Over : bound;
    }

    private static (string Word, Bound Bound)[] Row(Bound bound, params string[] words) => [.. words.Select(word => (word, bound))];

    private static bool IsVagueAround(string text, int start, int end)
    {
        if (end < text.Length && text[end] == '几')
            return true;
        if (start == 0)
            return false;
        var before = text[start - 1];
        if (VagueBefore.Contains(before) && !(before == '数' && IsCountWord(text, start - 1)))
            return true;
        // 7、8人: two neighbours are a guess.
        if (before == '、' && start > 1 && end == start + 1 && text[start - 2] == text[start] - 1 && char.IsAsciiDigit(text[start]))
            return true;
        // 3至5, 3-5, 三到五: a range gives no single amount.
        return start > 1 && before is '-' or '—' or '–' or '~' or '～' or '至' or '到'
            && (char.IsAsciiDigit(text[start - 2]) || HanDigit(text[start - 2]) >= 0);
    }

    /// <summary>人数, 总数, 次数 before a number: 数 is a noun there.</summary>
    private static bool IsCountWord(string text, int at) => at > 0 && "人总次户件场个指时".Contains(text[at - 1]);

    private static decimal? ReadArabic(string text, ref int end)
    {
        var start = end;
        decimal value = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            if (end - start >= LongestRun)
            {
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
                return null;
            }
            value = (value * 10) + (text[end++] - '0');
        }
        while (end - start <= LongestRun && IsThousandsGroup(text, start, end))
        {
            for (var i = end + 1; i <= end + 3; i++)
                value = (value * 10) + (text[i] - '0');
            end += 4;
        }
        return ReadFraction(text, value, ref end);
    }

    private static decimal ReadFraction(string text, decimal value, ref int end)
    {
        if (end + 1 >= text.Length || text[end] != '.' || !char.IsAsciiDigit(text[end + 1]))
            return value;
        var scale = 0.1m;
        var i = end + 1;
        for (; i < text.Length && char.IsAsciiDigit(text[i]) && i - end <= 8; i++, scale /= 10)
            value += (text[i] - '0') * scale;
        end = i;
        return value;
    }

    /// <summary>A comma, three digits and no fourth: 12,000. Before it at most three digits, without a leading zero.</summary>
    private static bool IsThousandsGroup(string text, int start, int end)
    {
        if (end + 3 >= text.Length || text[end] is not (',' or '，') || text[start] == '0')
            return false;
        var lead = end - start;
        var firstGroup = text.AsSpan(start, lead).IndexOfAny(',', '，') is var comma && comma >= 0 ? comma : lead;
        return firstGroup <= 3
            && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]) && char.IsAsciiDigit(text[end + 3])
            && (end + 4 >= text.Length || !char.IsAsciiDigit(text[end + 4]));
    }

    /// <summary>Chinese numerals; null where two digits stand side by side (三五, 二〇二一), which is no amount.</summary>
    private static decimal? ReadHan(string text, ref int end)
    {
        var start = end;
        decimal total = 0, section = 0, last = 0;
        var digit = -1;
        var valid = true;
        for (; end < text.Length && end - start < LongestRun; end++)
        {
            var c = text[end];
            if (c is '零' or '〇')
            {
                valid &= end > start && digit < 0 && c == '零';
                last = 0;
                continue;
            }
            if (HanDigit(c) is var d and >= 0)
            {
                valid &= digit < 0;
                digit = d;
                continue;
            }
            var magnitude = Magnitude(c);
            if (magnitude <= 1)
                break;
            if (magnitude >= 10_000)
            {
                var product = Times(total + section + Math.Max(digit, 0) is var sum and > 0 ? sum : 1, magnitude);
                valid &= product is not null;
                total = product ?? 0;
                section = 0;
            }
            else
            {
                section += (digit < 0 ? 1 : digit) * magnitude;
            }
            (digit, last) = (-1, magnitude);
        }
        if (!valid)
            return null;
        // 三万五 is 35000: the digit after a magnitude is of the next lower one.
        return total + section + (Math.Max(digit, 0) * (last >= 100 ? last / 10 : 1)) + ReadHanFraction(text, start, ref end);
    }

    /// <summary>The 点五 of 九十八点五; 三点五十分 is a time.</summary>
    private static decimal ReadHanFraction(string text, int start, ref int end)
    {
        if (end == start || end + 1 >= text.Length || text[end] != '点' || HanDigit(text[end + 1]) < 0)
            return 0;
        decimal value = 0, scale = 0.1m;
        var i = end + 1;
        for (; i < text.Length && HanDigit(text[i]) is var digit and >= 0; i++, scale /= 10)
            value += digit * scale;
        if (i < text.Length && text[i] is '十' or '分' or '刻' or '半' or '钟')
            return 0;
        end = i;
        return value;
    }

    private static int HanDigit(char c) => c == '两' ? 2 : c == '〇' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);

    private static decimal Magnitude(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => 1,
    };
}
