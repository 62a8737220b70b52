using System.Text;
using System.Text.RegularExpressions;

// Every quantifier of these patterns is bounded, so no input makes them backtrack far.
#pragma warning disable MA0009

namespace Mingce.Rules.Reading;

/// <summary>Names side by side after a cue: 某某、某某和某某.</summary>
/// <param name="Count">How many.</param>
/// <param name="Honorific">The first title behind a name.</param>
/// <param name="Amounts">What each was given, where the figures stand between the names: 500元、300元.</param>
/// <param name="End">Where the names end.</param>
internal sealed partial record NameList(int Count, string? Honorific, string Amounts, int End)
{
    // Such a list is read again from each of its names: a bound keeps that linear.
    private const int MostWithoutCue = 20;
    private const string MaskMarks = "*＊×X某○";

    /// <summary>What may stand right behind a name with a known surname.</summary>
    private static readonly Words AfterName =
    [
        "家", "等", "的", "和", "及", "与", "以及", "送", "因", "身患", "患", "罹患", "确诊", "解决", "办理", "捐", "发放", "申请", "提供", "购买", "在", "进行", "夫妇", "夫妻", "母子", "父子", "母女", "父女", "姐妹", "兄弟", "兄妹", "姐弟", "创业", "发展", "脱贫",
        "各", "分别", "共", "均", "都", "每人", "两", "三人", "三户", "领取", "领到", "收到", "拿到", "表示", "说", "激动", "握", "住院", "治疗", "治病", "看病", "手术", "就医", "上学", "入学", "就业", "生活", "经济", "病重", "病倒",
        "留守", "大病", "重病", "患病", "困难", "贫困", "特困", "低保", "残疾", "失独", "孤寡", "空巢", "单亲", "五保", "肢残", "智障", "困境", "被", "把", "将", "对", "向", "给", "到", "从", "已", "有", "是", "也", "还", "获", "过", "制定", "落实", "修", "建", "安装", "实现", "完成", "圆", "近", "一行", "一次", "两次", "本人", "这", "那",
        .. MaskingCue.Honorifics,
    ];

    /// <summary>What may stand right behind a name that only the list points to.</summary>
    private static readonly Words AfterAny = ["各", "分别", "等", "和", "及", "与", "以及", "共", "每人", "两", "一家", "三人", "三户", "夫妇", "夫妻", "母子", "母女", "姐妹", "兄弟", "兄妹", "姐弟"];

    [GeneratedRegex("\\G[\\u4E00-\\u9FFF]{1,6}[·•・][\\u4E00-\\u9FFF]{1,6}", RegexOptions.CultureInvariant)]
    private static partial Regex DottedName();

    [GeneratedRegex("\\G[（(][^（）()\\n。]{1,20}[）)]", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex("\\G\\d{1,7}(?:\\.\\d{1,2})?[余多]?万?[元户人名件袋份]", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    /// <summary>A mark or a word between two names, or how the second is kin to the first.</summary>
    [GeneratedRegex("\\G(?:(?<strong>的?(?:女儿|儿子|妻子|丈夫|母亲|父亲|孙子|孙女|之子|之女)|(?:、|以及|和|及|与)其?(?:女儿|儿子|妻子|丈夫|母亲|父亲|孙子|孙女)?)|[，,；; \\u3000/])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    /// <summary>
    /// The names that begin here; null where none do. One name with a known surname makes names of its neighbours;
    /// without one, there must be several and a colon, a bracket or three characters to tell them from other words.
    /// </summary>
    /// <param name="afterCue">A cue stands before: the form of a name is taken more widely.</param>
    /// <param name="opened">A colon or bracket stands between cue and names.</param>
    public static NameList? Read(string text, int at, bool afterCue, bool opened)
    {
        var (count, known, longest, end) = (0, 0, 0, at);
        string? honorific = null;
        var amounts = new StringBuilder();
        var (weak, pending, afterPending) = (false, "", at);
        while (at < text.Length && (afterCue || count < MostWithoutCue))
        {
            var length = KnownAt(text, at, afterCue);
            var isKnown = length > 0;
            if (!isKnown && afterCue && (opened || !weak))
                length = AnyAt(text, at);
            if (length == 0 || (weak && !opened && !EndsClearly(text, at + length)))
                break;
            count++;
            known += isKnown ? 1 : 0;
            longest = Math.Max(longest, length);
            if (pending.Length > 0)
                amounts.Append(amounts.Length > 0 ? "、" : "").Append(pending);
            end = at + length;
            SkipTitle(text, ref end, ref honorific);
            var amount = Amount().Match(text, end);
            (pending, afterPending) = (amount.Value, end + amount.Length);
            var separator = Separator().Match(text, afterPending);
            if (!separator.Success)
                break;
            weak = !separator.Groups["strong"].Success;
            at = afterPending + separator.Length;
        }
        if (known == 0 && (count < 2 || !(opened || longest == 3)))
            return null;
        if (amounts.Length > 0 && pending.Length > 0)
        {
            amounts.Append('、').Append(pending);
            end = afterPending;
        }
        return new NameList(count, honorific, amounts.ToString(), end);
    }

    private static void SkipTitle(string text, ref int end, ref string? honorific)
    {
        if (end < text.Length && Han.PrefixOf(text.AsSpan(end), MaskingCue.Honorifics) is { } title)
        {
            honorific ??= title;
            end += title.Length;
        }
        end += Remark().Match(text, end).Length;
    }

    private static int KnownAt(string text, int at, bool apart)
    {
        if (DottedName().Match(text, at) is { Success: true } dotted)
            return dotted.Length;
        for (var length = Math.Min(4, text.Length - at); length >= 1; length--)
        {
            var name = text.AsSpan(at, length);
            if ((length < 4 || PersonNames.HasCompoundSurname(name)) && PersonNames.IsName(name) && MayEnd(text, at + length, AfterName))
                return length;
            if (apart && (PersonNames.IsNameApart(name) || (length == 2 && name[0] == '小' && PersonNames.IsGivenName(name[1..]))) && MayEnd(text, at + length, AfterAny))
                return length;
        }
        return 0;
    }

    private static int AnyAt(string text, int at)
    {
        if (MaskingCue.BeginsAt(text, at))
            return 0;
        for (var length = Math.Min(4, text.Length - at); length >= 2; length--)
        {
            if (PersonNames.MayBeName(text.AsSpan(at, length)) && MayEnd(text, at + length, AfterAny))
                return length;
        }
        return 0;
    }

    private static bool EndsClearly(string text, int end) => MayEnd(text, end, AfterAny);

    private static bool MayEnd(string text, int end, Words after) =>
        end >= text.Length || !(Han.IsHan(text[end]) || MaskMarks.Contains(text[end])) || Han.StartsWithAny(text.AsSpan(end), after);
}
