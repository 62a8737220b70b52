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
    private const int MostPasses = 8;

    [GeneratedRegex("(?<![\\dA-Za-z])\\d{14,18}[\\dXx](?![\\dA-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex("(?<!\\d)(?<head>1[3-9]\\d)[- ]?\\d{4}[- ]?(?<tail>\\d{4})(?!\\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MobilePhone();

    [GeneratedRegex("(?<!\\d)(?<head>0\\d{2,3}[-－])\\d{3,4}(?<tail>\\d{4})(?!\\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex FixedPhone();

    [GeneratedRegex("\\G[，,（(]?(?:不幸|因|突然|突发|去年|今年|长期|自幼|从小|被){0,2}(?:(?:身患|患有|罹患|患上|患|确诊)[\\u4E00-\\u9FFF]{0,8}?(?:病(?!毒)症?|癌症?|症|炎|瘤|中风|瘫痪?|衰竭|障碍|综合征)|因?(?:重病|生病|病重|病倒|病)?住院(?:治疗)?|因[\\u4E00-\\u9FFF]{0,8}?致[贫残]|因病|病重|病倒)[）)]?", RegexOptions.CultureInvariant)]
    private static partial Regex FallsIll();

    [GeneratedRegex("\\G的?(?:家庭|家境|家里|生活|经济)?(?:条件|十分|特别|非常|比较|较为|较){0,2}(?:困难|贫困|贫寒|拮据)", RegexOptions.CultureInvariant)]
    private static partial Regex IsPoor();

    /// <summary>等8人, or the bare 2户 that counts the names before it.</summary>
    [GeneratedRegex("\\G(?:等|共|等共)?(?=\\d{1,5}余?[人名户位个])", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    /// <summary>The rest of a bracket that names opened, and the number in it: 等5人）.</summary>
    [GeneratedRegex("\\G(?:等|共|等共)?(?<count>\\d{1,5}余?[人名户位个])?[^（）()\\n。]{0,40}[）)]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex RestOfBracket();

    /// <summary>The text without those names and numbers. Masking twice changes nothing more.</summary>
    public static string Mask(string text)
    {
        text = PersonalCodes.Mask(text);
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
            var (words, end) = FindAfterCue(text, at) ?? FindMinor(text, at) ?? FindBeforeCue(text, at) ?? ("", at);
            // The count must not grow into a number before it.
            if (end > at)
                masked.Append(words.Length > 0 && masked.Length > 0 && char.IsAsciiDigit(masked[^1]) && char.IsAsciiDigit(words[0]) ? "，" : "").Append(words);
            else
                masked.Append(text[end++]);
            at = end;
        }
        return masked.ToString();
    }

    /// <summary>身患某病的(职工)某某, 困难职工某某、某某(等8人), 留守儿童（某某、某某）.</summary>
    private static (string Words, int End)? FindAfterCue(string text, int at)
    {
        if (MaskingCue.Read(text, at) is not { } cue || NameList.Read(text, cue.End, afterCue: true, cue.Opener != Opener.None) is not { } names)
            return null;
        // 12名贫困学生 are counted already.
        var phrase = at >= 2 && text[at - 1] is '名' or '户' or '位' or '个' && NumberReader.MayBeginAt(text, at - 2) ? cue.Words : cue.Phrase(names.Count, names.Honorific);
        if (cue.Opener == Opener.Bracket && RestOfBracket().Match(text, names.End) is { Success: true } rest)
        {
            var count = rest.Groups["count"];
            return ((count.Success ? cue.Words + count.Value : phrase) + names.Amounts, rest.Index + rest.Length);
        }
        return names.Amounts.Length == 0 && Counted().Match(text, names.End) is { Success: true } counted
            ? (cue.Words, counted.Index + counted.Length)
            : (phrase + names.Amounts, names.End);
    }

    /// <summary>某某小朋友, 某某同学.</summary>
    private static (string Words, int End)? FindMinor(string text, int at)
    {
        for (var length = 4; length >= 2; length--)
        {
            var end = at + length;
            if (end >= text.Length || Han.PrefixOf(text.AsSpan(end), MaskingCue.MinorTitles) is not { } title)
                continue;
            end += title.Length;
            if (IsMinorName(text.AsSpan(at, length)) && (end == text.Length || text[end] != '们'))
                return ("1名" + MaskingCue.GroupOf(title), end);
        }
        return null;
    }

    private static bool IsMinorName(ReadOnlySpan<char> name) =>
        (name.Length < 4 || name.TrimStart("*＊×X某○").IsEmpty || PersonNames.HasCompoundSurname(name))
            && (PersonNames.IsName(name) || (name.Length == 2 && name[0] == '小' && PersonNames.IsGivenName(name[1..])));

    /// <summary>(职工)某某身患某病, (学生)某某家庭困难.</summary>
    private static (string Words, int End)? FindBeforeCue(string text, int at)
    {
        var role = MaskingCue.RoleAt(text, at);
        var before = text.AsSpan(Math.Max(0, at - 4)..at);
        if (role is null && before.Length > 0 && Han.IsHan(before[^1]) && Han.SuffixOf(before, MaskingCue.BeforeName) is null)
            return null;
        if (NameList.Read(text, at + (role?.Length ?? 0), afterCue: false, opened: false) is not { } names)
            return null;
        var group = role is null ? names.Honorific : MaskingCue.GroupOf(role);
        if (FallsIll().Match(text, names.End) is { Success: true } ill)
            return (MaskingCue.Phrase(names.Count, "患病", group) + names.Amounts, ill.Index + ill.Length);
        return IsPoor().Match(text, names.End) is { Success: true } poor
            ? (MaskingCue.Phrase(names.Count, "困难", group) + names.Amounts, poor.Index + poor.Length)
            : null;
    }
}
