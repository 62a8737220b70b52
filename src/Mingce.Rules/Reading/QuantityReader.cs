namespace Mingce.Rules.Reading;

/// <summary>An amount found in the text.</summary>
/// <param name="Start">Where the number begins.</param>
/// <param name="End">Where its measure word ends.</param>
/// <param name="Quantity">The amount.</param>
internal readonly record struct FoundQuantity(int Start, int End, Quantity Quantity);

/// <summary>Reads the amounts of a stretch of text: numbers with a measure word that no decoy rule drops.</summary>
internal static class QuantityReader
{
    private static readonly string[] MoneyNouns = ["资金", "投入", "投资", "捐款", "善款", "款项", "爱心款", "慰问金", "补助", "补贴", "经费", "款", "金额", "价值", "收入", "支出", "贷款", "奖金", "筹资", "集资", "募集", "募捐", "捐助", "损失", "税收", "折合"];
    private static readonly string[] OverAfter = ["以上", "多", "余", "之多"];
    private static readonly string[] AboutAfter = ["左右", "上下"];
    private static readonly string[] UnderAfter = ["以下", "以内"];
    private const string PercentWords = "百分之";

    /// <summary>Amounts between <paramref name="start"/> and <paramref name="end"/>, in order.</summary>
    /// <param name="reasons">Where to say why a number is no amount; null where nobody asks.</param>
    public static IEnumerable<FoundQuantity> Read(QuotationMarks marks, int start, int end, Reasons? reasons = null)
    {
        var text = marks.Text;
        for (var at = start; at < end;)
        {
            if (!NumberReader.MayBeginAt(text, at))
            {
                at++;
                continue;
            }
            var percent = text.AsSpan(at).StartsWith(PercentWords, StringComparison.Ordinal) && at + PercentWords.Length < end;
            var from = percent ? at + PercentWords.Length : at;
            if (!NumberReader.MayBeginAt(text, from) || NumberReader.ReadAt(text, from) is not { } number)
            {
                at++;
                continue;
            }
            if (ListMarkLength(text, number) is > 0 and var mark)
            {
                reasons?.Drop(at, at + mark, "ListMark");
                at += mark;
                continue;
            }
            if (Take(marks, number, percent, at, end, reasons) is { } found)
                yield return found;
            at = number.End;
        }
    }

    private static FoundQuantity? Take(QuotationMarks marks, NumberToken number, bool percent, int at, int end, Reasons? reasons)
    {
        if (number.IsVague)
            return Drop(number.End, "Vague");
        if (percent)
            return Build(marks, number, "%", at, number.End);
        if (IsTenths(marks.Text, number))
            return Build(marks, number with { Value = number.Value * 10 }, "%", number.Start, number.End + 1);
        if (HalfMore(marks.Text, number) is { } half)
            number = number with { Value = number.Value + 0.5m, End = half };
        var unitStart = number.End;
        if (UnitTable.Find(marks.Text, unitStart) is not { } unit || unitStart + unit.Text.Length > end)
            return IsBareMoney(marks.Text, number) ? Build(marks, number, "元", number.Start, number.End) : Drop(number.End, "NoUnit");
        var candidate = new Candidate(marks, number, unit, unitStart);
        return DecoyRules.Match(candidate) is { } rule ? Drop(candidate.UnitEnd, rule) : Build(marks, number, unit.Name, number.Start, candidate.UnitEnd);

        FoundQuantity? Drop(int to, string rule)
        {
            reasons?.Drop(number.Start, to, rule);
            return null;
        }
    }

    private static FoundQuantity Build(QuotationMarks marks, NumberToken number, string unit, int start, int end)
    {
        var bound = number.Bound;
        end = SkipAlternative(marks.Text, end);
        var after = marks.Text.AsSpan(end);
        if (Suffix(after, OverAfter) is { } over && (over is not ("多" or "余") || !IsWord(after[1..])))
            (bound, end) = (Bound.Over, end + over.Length);
        else if (Suffix(after, AboutAfter) is { } about)
            (bound, end) = (Bound.About, end + about.Length);
        else if (Suffix(after, UnderAfter) is { } under)
            (bound, end) = (Bound.Under, end + under.Length);
        return new(start, end, new(number.Value, unit, bound, ItemReader.Read(marks, start, end, unit)));

        static string? Suffix(ReadOnlySpan<char> rest, string[] words) => Han.PrefixOf(rest, words);
        static bool IsWord(ReadOnlySpan<char> rest) => rest.Length > 0 && Han.IsHan(rest[0]);
    }

    /// <summary>占总数的近七成 is 70 per cent; 三成员 is not.</summary>
    private static bool IsTenths(string text, NumberToken number)
    {
        if (number.Value is < 1 or > 9.9m || number.End >= text.Length || text[number.End] != '成')
            return false;
        var after = number.End + 1 < text.Length ? text[number.End + 1] : ' ';
        return (!Han.IsHan(after) || "以多的左上为是".Contains(after)) && Han.SuffixOf(text.AsSpan(Math.Max(0, number.Start - 3)..number.Start), ShareWords) is not null;
    }

    private static readonly string[] ShareWords = ["占", "近", "约", "超", "超过", "过", "达", "达到", "有", "的", "逾", "为", "成绩"];

    /// <summary>2个半小时: where the measure word stands that half a unit is added to.</summary>
    private static int? HalfMore(string text, NumberToken number) =>
        text.AsSpan(number.End).StartsWith("个半", StringComparison.Ordinal) && Han.StartsWithAny(text.AsSpan(number.End + 2), ["小时", "钟头", "月"]) ? number.End + 2 : null;

    /// <summary>100余幅（块）, 62400条（次）: the other measure word in brackets belongs to the amount.</summary>
    private static int SkipAlternative(string text, int end)
    {
        if (end + 2 >= text.Length || text[end] is not ('（' or '('))
            return end;
        var close = text.AsSpan(end + 1, Math.Min(3, text.Length - end - 1)).IndexOfAny('）', ')');
        return close > 0 && UnitTable.Find(text, end + 1) is { } unit && unit.Text.Length == close ? end + close + 2 : end;
    }

    /// <summary>累计投入资金20余万: with 万 or 亿 the 元 may be left out after a word for money.</summary>
    private static bool IsBareMoney(string text, NumberToken number) =>
        number.EndsInTenThousands
            && (number.End == text.Length || !Han.IsHan(text[number.End]))
            && Han.ContainsAny(text.AsSpan(Math.Max(0, number.Start - 8)..number.Start), MoneyNouns);

    /// <summary>2.20名党员 at the head of a line is item 2 and twenty people: what can only be whole is not cut by a point.</summary>
    private static int ListMarkLength(string text, NumberToken number) =>
        number.Value != decimal.Truncate(number.Value)
            && (number.Start == 0 || text[number.Start - 1] is '\n' or '\r' or ' ' or '。' or '；' or '：')
            && UnitTable.Find(text, number.End) is { Name: "人" or "次" or "场" or "户" or "个" or "项" or "支" or "件" or "人次" }
            ? text.IndexOf('.', number.Start) + 1 - number.Start
            : 0;
}
