using System.Text.RegularExpressions;

// Every quantifier of these patterns is bounded, so no input makes them backtrack far.
#pragma warning disable MA0009

namespace Mingce.Rules.Reading;

/// <summary>What stands between a cue and its names.</summary>
internal enum Opener
{
    None,
    Colon,
    Bracket,
}

/// <summary>Words that point to a minor or to a person in illness or hardship: 困难职工, 患白血病的学生家长, 留守儿童（.</summary>
/// <param name="Trait">What may be told: 患病, 困难; empty for a minor.</param>
/// <param name="Group">The role: 职工, 学生家长; empty where none stands.</param>
/// <param name="Opener">The colon or bracket before the names.</param>
/// <param name="End">Where the names begin.</param>
internal sealed partial record MaskingCue(string Trait, string Group, Opener Opener, int End)
{
    private const int MostParts = 6;
    private const string Ill = "患病";

    public static readonly Words MinorTitles = ["小朋友", "小同学", "同学"];

    public static readonly Words Honorifics =
        ["同志", "先生", "女士", "大爷", "大妈", "大娘", "奶奶", "爷爷", "师傅", "老师", "老人", "孩子", "一家", "家庭", .. MinorTitles];

    /// <summary>What may stand right before a bare name or an illness: else it may be the middle of a word.</summary>
    public static readonly Words BeforeName =
    [
        "慰问", "看望", "走访", "资助", "帮助", "救助", "探望", "救治", "帮扶", "关爱", "捐助", "得知", "了解到", "为", "给", "对", "向", "和", "与", "了", "名", "位", "个", "将", "把", "让", "使",
        "职工", "员工", "干部", "党员", "群众", "村民", "居民", "同事", "学生", "教师", "儿童", "老人", "家长", "女儿", "儿子",
    ];

    /// <summary>Roles of a person and the word that stays for each.</summary>
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["小朋友"] = "儿童", ["儿童"] = "儿童", ["孩子"] = "儿童", ["男孩"] = "儿童", ["女孩"] = "儿童", ["女童"] = "儿童", ["男童"] = "儿童", ["幼儿"] = "儿童", ["小学生"] = "学生", ["中学生"] = "学生", ["初中生"] = "学生", ["高中生"] = "学生",
        ["同学"] = "学生", ["小同学"] = "学生", ["学生"] = "学生", ["大学生"] = "学生", ["学子"] = "学生", ["未成年人"] = "未成年人", ["少年"] = "未成年人", ["青少年"] = "未成年人", ["职工"] = "职工", ["员工"] = "职工", ["同事"] = "职工", ["工人"] = "职工", ["农民工"] = "农民工", ["同志"] = "人员",
        ["党员"] = "党员", ["老党员"] = "老党员", ["群众"] = "群众", ["村民"] = "村民", ["居民"] = "居民", ["农民"] = "农民", ["老人"] = "老人", ["老年人"] = "老人", ["干部"] = "干部", ["老干部"] = "老干部", ["退休"] = "退休", ["离退休"] = "离退休", ["离休"] = "离休", ["家属"] = "家属", ["亲属"] = "亲属",
        ["母亲"] = "母亲", ["父亲"] = "父亲", ["妈妈"] = "母亲", ["爸爸"] = "父亲", ["妻子"] = "妻子", ["丈夫"] = "丈夫", ["家长"] = "家长", ["女儿"] = "女儿", ["儿子"] = "儿子", ["孙子"] = "孙子", ["孙女"] = "孙女", ["子女"] = "子女", ["妇女"] = "妇女",
        ["军人"] = "军人", ["退役军人"] = "退役军人", ["老兵"] = "老兵", ["民警"] = "民警", ["医生"] = "医生", ["护士"] = "护士", ["教师"] = "教师", ["老师"] = "教师", ["人员"] = "人员", ["对象"] = "对象", ["人士"] = "人员", ["人"] = "人", ["者"] = "人员", ["代表"] = "代表", ["患者"] = "人员", ["病人"] = "人员", ["患儿"] = "儿童",
        ["户"] = "户", ["家庭"] = "家庭", ["农户"] = "农户", ["一家"] = "家庭", ["家"] = "家庭", ["先生"] = "人员", ["女士"] = "人员", ["大爷"] = "老人", ["大妈"] = "老人", ["大娘"] = "老人", ["奶奶"] = "老人", ["爷爷"] = "老人", ["师傅"] = "人员",
    };

    /// <summary>Roles that are a minor's own, without any trait.</summary>
    private static readonly HashSet<string> MinorRoles =
        ["小朋友", "儿童", "孩子", "男孩", "女孩", "女童", "男童", "幼儿", "小学生", "中学生", "初中生", "高中生", "未成年人", "少年", "青少年"];

    /// <summary>Words of hardship and the word that stays for each.</summary>
    private static readonly Dictionary<string, string> Traits = new()
    {
        ["生活困难"] = "生活困难", ["家庭困难"] = "困难", ["家境贫寒"] = "困难", ["困难"] = "困难", ["特殊困难"] = "困难", ["贫困"] = "贫困", ["特困"] = "特困", ["脱贫"] = "脱贫", ["因病致贫"] = "困难", ["因病返贫"] = "困难", ["因灾致贫"] = "困难", ["因残致贫"] = "困难", ["致贫"] = "困难", ["返贫"] = "困难", ["致残"] = "残疾",
        ["留守"] = "留守", ["低保"] = "低保", ["五保"] = "五保", ["残疾"] = "残疾", ["重度残疾"] = "残疾", ["伤残"] = "残疾", ["病残"] = "残疾", ["残障"] = "残疾", ["肢残"] = "残疾", ["智障"] = "残疾", ["聋哑"] = "残疾", ["失独"] = "失独", ["孤寡"] = "孤寡", ["空巢"] = "空巢", ["单亲"] = "单亲", ["困境"] = "困境", ["事实孤儿"] = "孤儿", ["孤儿"] = "孤儿", ["失能"] = "失能", ["受灾"] = "受灾", ["遇难"] = "遇难",
        ["大病"] = Ill, ["重病"] = Ill, ["患病"] = Ill, ["生病"] = Ill, ["重症"] = Ill, ["住院"] = Ill, ["病重"] = Ill, ["卧病"] = Ill, ["久病"] = Ill, ["病困"] = Ill, ["因病住院"] = Ill, ["患儿"] = Ill, ["患者"] = Ill, ["病人"] = Ill, ["病患"] = Ill,
    };

    private static readonly Words RoleWords = [.. Roles.Keys];
    private static readonly Words TraitWords = [.. Traits.Keys];

    [GeneratedRegex("\\G(?:不幸)?(?:身患|患有|罹患|患上|患|确诊)[\\u4E00-\\u9FFF]{0,8}?(?:病(?!毒)症?|癌症?|症|炎|瘤|中风|瘫痪?|衰竭|障碍|综合征)", RegexOptions.CultureInvariant)]
    private static partial Regex HasIllness();

    /// <summary>Names of illnesses, which may stand right before a role: 自闭症儿童.</summary>
    [GeneratedRegex("\\G(?:先天性?|后天性?|急性|慢性|恶性|晚期|重度|中度|轻度|儿童|遗传性){0,2}(?:[白败]血[病症]|尿毒症|心脏病|糖尿病|高血压|冠心病|[肾肝肺胃脑]病|肾衰竭|精神病|精神分裂症|血友病|艾滋病|罕见病|职业病|慢性?病|传染病|红斑狼疮|脑瘫|脑瘤|脑出血|脑梗死?|脑溢血|中风|偏瘫|瘫痪|截瘫|截肢|癌症?|[胃肝肺肠脑血骨喉食道直肠乳腺宫颈胰甲状]{1,3}癌|淋巴瘤|肿瘤|[自孤]闭症|孤独症|抑郁症|唐氏综合征|癫痫|地中海贫血|再生障碍性贫血|肺结核|肺炎|烧伤|骨折|渐冻症)", RegexOptions.CultureInvariant)]
    private static partial Regex NamedIllness();

    /// <summary>Any illness right before a patient: 某某病患儿.</summary>
    [GeneratedRegex("\\G[\\u4E00-\\u9FFF]{1,7}?[病癌症炎瘤瘫](?=患[儿者]|病人|儿童|学生|职工|党员|群众|老人)", RegexOptions.CultureInvariant)]
    private static partial Regex AnyIllness();

    [GeneratedRegex("\\G因[\\u4E00-\\u9FFF]{0,8}?(?<end>致[贫残]|返贫)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Reduced();

    [GeneratedRegex("\\G(?:名单|姓名)?(?:分别是|分别为|包括|有|是|为|如)? {0,2}(?<mark>[：:（(])?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    /// <summary>The cue without a number: 困难职工.</summary>
    public string Words => Trait == Group ? Trait : Trait + (Group.Length > 0 ? Group : Trait == "孤儿" ? "" : "人员");

    /// <summary>The cue that begins here; null where none does.</summary>
    public static MaskingCue? Read(string text, int at)
    {
        List<string> traits = [], roles = [];
        var (end, minor) = (at, false);
        for (var part = 0; part < MostParts && end < text.Length; part++)
        {
            var start = end;
            if (TraitAt(text, ref end) is { } trait)
            {
                if (!traits.Contains(trait))
                    traits.Add(trait);
                // 患儿 tells both the trait and the role.
                if (Han.SuffixOf(text.AsSpan(start..end), ["患儿", "患者", "病人"]) is { } patient)
                    roles.Add(Roles[patient]);
            }
            else if (RoleAt(text, end) is { } role && (traits.Count > 0 || MinorRoles.Contains(role)))
            {
                minor |= MinorRoles.Contains(role);
                roles.Add(Roles[role]);
                end += role.Length;
            }
            else
            {
                break;
            }
            if (end < text.Length && text[end] == '的')
                end++;
        }
        if (traits.Count == 0 && !minor)
            return null;
        var opening = Opening().Match(text, end);
        var opener = opening.Groups["mark"].Value switch { "" => Opener.None, "：" or ":" => Opener.Colon, _ => Opener.Bracket };
        return new MaskingCue(string.Concat(traits), string.Concat(roles.Distinct()), opener, end + opening.Length);
    }

    /// <summary>1名患病儿童; with the title behind the name where the cue has no role.</summary>
    public string Phrase(int count, string? honorific) =>
        Group.Length > 0 || honorific is not null ? Phrase(count, Trait, Group.Length > 0 ? Group : GroupOf(honorific!)) : $"{count}名{Words}";

    /// <summary>The number of persons with their trait and role.</summary>
    public static string Phrase(int count, string trait, string? group) =>
        $"{count}{(group is not null && (group.EndsWith('户') || group.EndsWith("家庭", StringComparison.Ordinal)) ? "户" : "名")}{trait}{group ?? "人员"}";

    /// <summary>Whether a trait or a role begins here, so that no name does.</summary>
    public static bool BeginsAt(string text, int at) =>
        Han.StartsWithAny(text.AsSpan(at), TraitWords) || RoleAt(text, at) is not null || Han.StartsWithAny(text.AsSpan(at), BeforeName);

    /// <summary>The word for persons that begins here.</summary>
    public static string? RoleAt(string text, int at) => Han.PrefixOf(text.AsSpan(at), RoleWords);

    /// <summary>The word that stays for a role or title.</summary>
    public static string GroupOf(string role) => Roles.GetValueOrDefault(role, role);

    private static bool BeginsWord(string text, int at) => !Han.StartsWithAny(text.AsSpan(at), BeforeName)
        && (at == 0 || !Han.IsHan(text[at - 1]) || Han.SuffixOf(text.AsSpan(Math.Max(0, at - 3)..at), BeforeName) is not null);

    private static string? TraitAt(string text, ref int end)
    {
        if (Han.PrefixOf(text.AsSpan(end), TraitWords) is { } word && !text.AsSpan(end + word.Length).StartsWith("毒", StringComparison.Ordinal))
        {
            end += word.Length;
            return Traits[word];
        }
        if (Reduced().Match(text, end) is { Success: true } reduced)
        {
            end += reduced.Length;
            return Traits[reduced.Groups["end"].Value];
        }
        var illness = HasIllness().Match(text, end);
        if (!illness.Success)
            illness = NamedIllness().Match(text, end);
        if (!illness.Success && BeginsWord(text, end))
            illness = AnyIllness().Match(text, end);
        end += illness.Length;
        return illness.Success ? Ill : null;
    }
}
