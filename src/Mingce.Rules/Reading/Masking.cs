using System.Text;
using System.Text.RegularExpressions;

// Every quantifier of these patterns is bounded, so no input makes them backtrack far.
#pragma warning disable MA0009

namespace Mingce.Rules.Reading;

/// <summary>
/// Takes out what must not be kept: names of minors and of persons whose illness or hardship the text tells,
/// phone, identity and card numbers. 身患某病的某某小朋友 becomes 1名患病儿童. Other words stay as they are.
/// </summary>
public static partial class Masking
{
    private const int MostNames = 20;
    private const int MostPasses = 8;

    private static readonly string[] MinorTitles = ["小朋友", "小同学", "同学"];

    /// <summary>Roles of a person and the word that stays for each.</summary>
    private static readonly Dictionary<string, string> Groups = new()
    {
        ["小朋友"] = "儿童", ["儿童"] = "儿童", ["孩子"] = "儿童", ["男孩"] = "儿童", ["女孩"] = "儿童", ["女童"] = "儿童", ["男童"] = "儿童", ["小学生"] = "学生", ["中学生"] = "学生",
        ["同学"] = "学生", ["小同学"] = "学生", ["学生"] = "学生", ["大学生"] = "学生", ["学子"] = "学生", ["职工"] = "职工", ["员工"] = "职工", ["同事"] = "职工", ["同志"] = "人员",
        ["党员"] = "党员", ["老党员"] = "老党员", ["群众"] = "群众", ["村民"] = "村民", ["居民"] = "居民", ["老人"] = "老人", ["老年人"] = "老人", ["干部"] = "干部",
        ["母亲"] = "母亲", ["妇女"] = "妇女", ["军人"] = "军人", ["教师"] = "教师", ["老师"] = "教师", ["人员"] = "人员", ["对象"] = "对象", ["人"] = "人", ["患者"] = "患者",
        ["户"] = "户", ["家庭"] = "家庭", ["农户"] = "农户", ["先生"] = "人员", ["女士"] = "人员", ["大爷"] = "老人", ["大妈"] = "老人", ["大娘"] = "老人", ["奶奶"] = "老人", ["爷爷"] = "老人", ["师傅"] = "人员",
    };

    /// <summary>What may stand right behind a name.</summary>
    private static readonly string[] AfterName =
        ["家", "等", "的", "和", "及", "与", "送", "一家", "因", "身患", "患", "罹患", "确诊", "解决", "办理", "捐", "发放", "申请", "提供", "购买", "在", "进行", "夫妇", "夫妻", "同志", "先生", "女士", "大爷", "大妈", "大娘", "奶奶", "爷爷", "师傅", "老师", "老人", .. MinorTitles,
         "留守", "大病", "重病", "患病", "困难", "贫困", "特困", "低保", "残疾", "失独", "孤寡", "空巢", "单亲", "五保", "肢残", "智障", "困境"];

    private static readonly string[] Honorifics =
        ["同志", "先生", "女士", "大爷", "大妈", "大娘", "奶奶", "爷爷", "师傅", "老师", "老人", "孩子", .. MinorTitles];

    /// <summary>What may stand right before a bare name: else it may be the middle of a word.</summary>
    private static readonly string[] BeforeName =
        ["慰问", "看望", "走访", "资助", "帮助", "救助", "探望", "得知", "了解到", "为", "给", "对", "向", "和", "与", "职工", "员工", "干部", "党员", "群众", "村民", "居民", "同事", "学生", "教师", "儿童", "老人"];

    [GeneratedRegex("(?<![\\dA-Za-z])\\d{14,18}[\\dXx](?![\\dA-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex("(?<!\\d)(?<head>1[3-9]\\d)[- ]?\\d{4}[- ]?(?<tail>\\d{4})(?!\\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MobilePhone();

    [GeneratedRegex("(?<!\\d)(?<head>0\\d{2,3}[-－])\\d{3,4}(?<tail>\\d{4})(?!\\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FixedPhone();

    [GeneratedRegex("\\G(不幸)?(身患|患有|罹患|患上|患|确诊)[\\u4E00-\\u9FFF]{0,8}?(病|癌|症|炎|瘤|中风|瘫痪)(?<of>的)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Illness();

    [GeneratedRegex("\\G[，,（(]?(不幸|因|突然|突发|去年|今年|长期|自幼|从小|被){0,2}(身患|患有|罹患|患上|患|确诊)[\\u4E00-\\u9FFF]{0,8}?(病|癌|症|炎|瘤|中风|瘫痪)[）)]?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FallsIll();

    [GeneratedRegex("\\G(?<trait>(生活|留守|大病|重病|患病|困难|贫困|特困|低保|残疾|失独|孤寡|空巢|单亲|五保|肢残|智障|困境|事实孤儿){1,3})的?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Hardship();

    [GeneratedRegex("\\G等(?=\\d{1,5}余?[人名户位个])", RegexOptions.CultureInvariant)]
    private static partial Regex AndOthers();

    /// <summary>The text without those names and numbers. Masking twice changes nothing more.</summary>
    public static string Mask(string text)
    {
        text = LongNumber().Replace(text, match => match.Value[..3] + new string('*', match.Length - 7) + match.Value[^4..]);
        text = MobilePhone().Replace(text, "${head}****${tail}");
        text = FixedPhone().Replace(text, "${head}****${tail}");
        // A name that goes may set free the end of the one before it.
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = text;
            text = MaskPersons(before);
            if (text == before)
                break;
        }
        return text;
    }

    private static string MaskPersons(string text)
    {
        var masked = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (words, end) = FindIll(text, at) ?? FindHardship(text, at) ?? FindMinor(text, at) ?? FindFallingIll(text, at) ?? ("", at);
            if (end > at)
                masked.Append(words);
            else
                masked.Append(text[end++]);
            at = end;
        }
        return masked.ToString();
    }

    /// <summary>身患某病的(职工)某某(小朋友).</summary>
    private static (string Words, int End)? FindIll(string text, int at)
    {
        if (text[at] is not ('不' or '身' or '患' or '罹' or '确') || Illness().Match(text, at) is not { Success: true } illness)
            return null;
        var role = RoleAt(text, at + illness.Length);
        var (count, end) = ReadNames(text, at + illness.Length + (role?.Length ?? 0));
        if (count == 0)
            return null;
        var group = HonorificAt(text, ref end) ?? role;
        return (Phrase(count, "患病", group), end);
    }

    /// <summary>困难职工某某、某某(等8人).</summary>
    private static (string Words, int End)? FindHardship(string text, int at)
    {
        if (Hardship().Match(text, at) is not { Success: true } hardship)
            return null;
        var role = RoleAt(text, at + hardship.Length);
        var (count, end) = ReadNames(text, at + hardship.Length + (role?.Length ?? 0));
        if (count == 0)
            return null;
        var trait = hardship.Groups["trait"].Value;
        if (AndOthers().Match(text, end) is { Success: true } others)
            return (trait + (role is null ? "人员" : Groups[role]), end + others.Length);
        var group = HonorificAt(text, ref end);
        return (Phrase(count, trait, role ?? group), end);
    }

    /// <summary>某某小朋友, 某某同学.</summary>
    private static (string Words, int End)? FindMinor(string text, int at)
    {
        for (var length = 4; length >= 2; length--)
        {
            var end = at + length;
            if (end >= text.Length || Han.PrefixOf(text.AsSpan(end), MinorTitles) is not { } title)
                continue;
            end += title.Length;
            if (IsMinorName(text.AsSpan(at, length)) && (end == text.Length || text[end] != '们'))
                return ("1名" + Groups[title], end);
        }
        return null;
    }

    private static bool IsMinorName(ReadOnlySpan<char> name) =>
        (name.Length < 4 || name.TrimStart("*＊×X某○").IsEmpty || PersonNames.HasCompoundSurname(name))
            && (PersonNames.IsName(name) || (name.Length == 2 && name[0] == '小' && PersonNames.IsGivenName(name[1..])));

    /// <summary>(职工)某某身患某病.</summary>
    private static (string Words, int End)? FindFallingIll(string text, int at)
    {
        var role = RoleAt(text, at);
        var before = text.AsSpan(Math.Max(0, at - 4)..at);
        if (role is null && before.Length > 0 && Han.IsHan(before[^1]) && Han.SuffixOf(before, BeforeName) is null)
            return null;
        var start = at + (role?.Length ?? 0);
        if (NameAt(text, start) is not (> 1 and var length))
            return null;
        var end = start + length;
        var group = HonorificAt(text, ref end);
        return FallsIll().Match(text, end) is { Success: true } ill ? (Phrase(1, "患病", role ?? group), end + ill.Length) : null;
    }

    /// <summary>How many names stand here side by side, and where they end.</summary>
    private static (int Count, int End) ReadNames(string text, int at)
    {
        var (count, end) = (0, at);
        while (count < MostNames && NameAt(text, at) is > 0 and var length)
        {
            end = at + length;
            count++;
            if (end + 1 >= text.Length || text[end] is not ('、' or '和'))
                break;
            at = end + 1;
        }
        return (count, end);
    }

    private static int NameAt(string text, int at)
    {
        for (var length = Math.Min(4, text.Length - at); length >= 1; length--)
        {
            var name = text.AsSpan(at, length);
            if ((length < 4 || PersonNames.HasCompoundSurname(name)) && PersonNames.IsName(name) && MayEndName(text, at + length))
                return length;
        }
        return 0;
    }

    private static bool MayEndName(string text, int end) =>
        end >= text.Length || !(Han.IsHan(text[end]) || "*＊×X某○".Contains(text[end])) || Han.StartsWithAny(text.AsSpan(end), AfterName);

    private static string? RoleAt(string text, int at) => at < text.Length ? Han.PrefixOf(text.AsSpan(at), Groups.Keys) : null;

    private static string? HonorificAt(string text, ref int end)
    {
        var title = end < text.Length ? Han.PrefixOf(text.AsSpan(end), Honorifics) : null;
        end += title?.Length ?? 0;
        return title;
    }

    private static string Phrase(int count, string trait, string? group)
    {
        var word = group is null ? "人员" : Groups[group];
        return word is "户" or "家庭" or "农户" ? $"{count}户{trait}{word}" : $"{count}名{trait}{word}";
    }
}
