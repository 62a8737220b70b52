namespace Mingce.Rules.Reading;

/// <summary>Says who did a thing, from the words that stand as its subject. What no rule gives to others is the unit's own.</summary>
internal static class ActorRules
{
    private const int LongestSubject = 24;

    private static readonly Words GiftVerbs = ["资助", "捐款", "捐赠", "捐献", "捐助", "捐物", "捐出", "捐", "捐了", "救助", "拿出", "自掏腰包", "送去", "送上", "垫付"];

    /// <summary>Where a subject ends: a preposition, an adverb or a verb.</summary>
    private static readonly Words SubjectEnds =
    [
        "在", "为", "向", "给", "把", "将", "也", "还", "积极", "主动", "自发", "带头", "个人", "踊跃", "共", "累计", "又", "先后", "免费", "无偿", "一次性", "通过",
        "资助", "捐", "救助", "拿出", "自掏腰包", "送", "垫付", "组织", "开展", "举办", "投入", "投资", "提供", "支援", "赠送", "率", "带领", "亲自", "深入", "到", "赴", "来", "走访", "慰问", "看望", "实地", "出席", "检查", "督查",
    ];

    private static readonly Words Connectives = ["其中", "同时", "此外", "另外", "期间", "随后", "近日", "今年", "去年"];

    /// <summary>Words in a subject that make it the unit's own, or a group of its people.</summary>
    private static readonly Words OwnWords = ["我", "本", "全体", "全局", "全院", "全校", "全办", "办公室", "干部职工", "党员干部", "各", "局党", "支部"];

    private static readonly Words PartnerWords = ["帮扶", "结对", "共建", "包村", "包联", "联系村", "驻村", "扶贫", "对口"];
    private static readonly Words PartnerNouns = ["结对对象", "结对单位", "村", "社区", "村民", "村委会", "居委会", "小学", "中学", "学校", "合作社", "驻地部队"];
    private static readonly Words OtherNouns = ["爱心企业", "爱心人士", "社会各界", "商会", "爱心商家", "企业家", "慈善会", "基金会", "社会组织"];
    private static readonly Words PersonTitles =
    [
        "书记", "市长", "县长", "区长", "镇长", "乡长", "局长", "主任", "院长", "校长", "科长", "处长", "股长", "主席", "部长", "经理", "董事长", "队长", "所长", "站长",
        "同志", "党员", "职工", "干部", "老师", "教师", "医生", "民警", "干警", "法官",
    ];
    private static readonly Words SuperiorBodies =
        ["中央", "国务院", "省委", "省政府", "市委", "市政府", "区委", "区政府", "县委", "县政府", "省", "市", "区", "县", "上级"];
    private static readonly Words SuperiorHeads = ["主要领导", "领导", "领导同志", "调研组", "考核组", "检查组", "督导组", "指导组", "验收组", "巡视组", "巡察组", "文明办"];

    /// <summary>Who did what the clause says.</summary>
    /// <param name="clause">The clause with the fact.</param>
    /// <param name="context">The text of its paragraph up to the end of the clause: whether it speaks of a partner.</param>
    /// <param name="section">Its headings, which may speak of one, too.</param>
    public static Actor Read(ReadOnlySpan<char> clause, ReadOnlySpan<char> context, string section)
    {
        var subject = Subject(clause);
        if (subject.IsEmpty)
            return Actor.Own;
        if (IsSuperior(subject))
            return Actor.Superior;
        if (IsPerson(subject, clause))
            return Actor.Person;
        if (Han.ContainsAny(subject, OwnWords))
            return Actor.Own;
        if (Han.SuffixOf(subject, OtherNouns) is not null)
            return Actor.Other;
        return Han.SuffixOf(subject, PartnerNouns) is not null && (Han.ContainsAny(context, PartnerWords) || Han.ContainsAny(section, PartnerWords) || Han.ContainsAny(subject, PartnerWords))
            ? Actor.Partner
            : Actor.Own;
    }

    private static ReadOnlySpan<char> Subject(ReadOnlySpan<char> clause)
    {
        if (Han.PrefixOf(clause, Connectives) is { } connective)
            clause = clause[connective.Length..];
        var longest = Math.Min(clause.Length, LongestSubject);
        for (var i = 0; i < longest; i++)
        {
            if (char.IsAsciiDigit(clause[i]) || Han.StartsWithAny(clause[i..], SubjectEnds))
                return clause[..i];
        }
        return longest == clause.Length ? [] : clause[..longest];
    }

    private static bool IsSuperior(ReadOnlySpan<char> subject) =>
        Han.StartsWithAny(subject, SuperiorBodies) && Han.SuffixOf(subject, SuperiorHeads) is not null;

    /// <summary>A titled or named person who gives: 局长某某资助…, 党员某某个人捐款…. A body that gives is not a person.</summary>
    private static bool IsPerson(ReadOnlySpan<char> subject, ReadOnlySpan<char> clause)
    {
        if (!Han.ContainsAny(clause, GiftVerbs) || subject.StartsWith("全体", StringComparison.Ordinal) || subject.StartsWith("各", StringComparison.Ordinal))
            return false;
        var rest = clause[clause.IndexOf(subject, StringComparison.Ordinal)..][subject.Length..];
        if (Han.StartsWithAny(rest, ["组织", "开展", "带领", "率"]))
            return false;
        if (rest.StartsWith("个人", StringComparison.Ordinal))
            return true;
        var named = TrimName(subject);
        return Han.SuffixOf(named, PersonTitles) is { } title
            && (named.Length < subject.Length || title is not ("党员" or "职工" or "干部" or "教师" or "医生" or "民警" or "干警" or "法官" or "老师"));
    }

    /// <summary>Takes a name off the end: masked (**, 某某, 张某) or of up to three characters behind a title.</summary>
    private static ReadOnlySpan<char> TrimName(ReadOnlySpan<char> subject)
    {
        var masked = subject.TrimEnd("*＊×X某");
        if (masked.Length < subject.Length)
            return masked.Length > 0 && Han.SuffixOf(masked, PersonTitles) is null && Han.SuffixOf(masked[..^1], PersonTitles) is not null ? masked[..^1] : masked;
        for (var length = 2; length <= 3 && length < subject.Length; length++)
        {
            if (Han.SuffixOf(subject[..^length], PersonTitles) is not null && PersonNames.IsName(subject[^length..]))
                return subject[..^length];
        }
        return subject;
    }
}
