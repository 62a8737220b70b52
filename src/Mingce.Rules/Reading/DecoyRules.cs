namespace Mingce.Rules.Reading;

/// <summary>Numbers that look like amounts and are none. Each rule has a name; the first that applies drops the number.</summary>
internal static class DecoyRules
{
    private static readonly string[] EachBefore = ["每", "人手", "每人", "每户", "一人", "一户", "每村", "每队"];

    private static readonly string[] DurationCues =
        ["连续", "为期", "坚持", "累计", "共计", "连续坚持", "连续开展", "坚持了"];

    private static readonly string[] MarkCues = ["得分", "评分", "总分", "平均", "平均分", "成绩", "分数", "综合得分", "测评得分", "以", "获", "得"];

    private static readonly string[] AbstractNouns =
    [
        "方面", "部分", "环节", "阶段", "层面", "维度", "原则", "意识", "自信", "维护", "确立", "坚持", "必须", "务必", "统一", "代表", "到位", "结合",
        "步骤", "关系", "转变", "重点环节", "关键", "严禁", "不准", "一律", "文明一", "更加", "着力", "确保", "时期", "时代", "新台阶", "核心", "目标",
        "巴掌", "字", "声音", "问题导向", "年头", "地方", "新的", "角度", "特点", "抓手", "不放过", "不能", "起来", "城市", "问题上",
    ];

    private static readonly string[] ConcreteNouns =
    [
        "组", "支部", "社区", "村", "科室", "部门", "单位", "小区", "队", "站", "点", "中心", "学校", "乡镇", "街道", "家庭", "岗", "室", "班", "企业", "公司",
        "景区", "项目", "活动", "奖", "荣誉", "称号", "片区", "网格", "路口", "窗口", "楼院", "协会", "品牌", "基地", "栏", "局", "股", "处室", "心愿", "县", "镇",
        "乡", "区", "市", "平台", "会场", "路段", "岗位", "团队", "场所", "店", "户", "台", "屏", "牌", "箱", "桶", "道路", "街", "巷", "庭院", "广场", "公园",
        "职工之家", "书屋", "阅览室", "球场", "车位", "实事", "好事", "事项", "难题", "困难", "隐患", "线索", "信息", "意见", "建议", "工程", "标语", "横幅", "课题",
    ];

    private static readonly string[] DeedBefore =
    [
        "新建", "建成", "建立", "建设", "修建", "新盖", "购置", "购买", "添置", "设立", "成立", "组建", "举办", "召开", "开办", "开展", "组织", "进行",
        "编印", "印发", "创办", "捐赠", "捐献", "制作", "安装", "开设", "参加", "举行", "召集", "承办", "新增", "配备", "开通", "建起", "办起", "献",
    ];

    private const string OneDeedUnits = "次场期座栋幢处所间支台辆套个部块面张份";

    private static readonly string[] NotPostposedAfter = ["了", "第", "每", "某", "同", "任", "另", "这", "那", "的", "是", "有", "为", "唯", "惟", "统", "万", "单", "之", "作为", "挑", "如", "合", "归", "人", "户", "名"];

    private static readonly (string Name, Func<Candidate, bool> Applies)[] Rules =
    [
        ("Ordinal", IsOrdinal),
        ("BookTitle", c => c.Marks.IsInBookTitle(c.Number.Start)),
        ("QuotedSlogan", IsQuotedSlogan),
        ("Code", IsCode),
        ("RoundTheClock", c => c.Unit.Name == "小时" && c.Number.Value == 24 && !c.Before.EndsWith("累计", StringComparison.Ordinal)),
        ("UncuedDuration", c => c.Unit.Use == UnitUse.Cued && !IsCued(c)),
        ("Rank", c => c.Unit.Name == "人" && c.Before.EndsWith("前", StringComparison.Ordinal)),
        ("Reduplication", c => c.Number.IsHan && c.Number.Value == 1 && c.After.StartsWith(c.Unit.Text, StringComparison.Ordinal)),
        ("Distributive", c => Han.SuffixOf(c.Before, EachBefore) is not null),
        ("AbstractNoun", c => c.Unit.Use == UnitUse.Concrete && Han.StartsWithAny(c.After.TrimStart('“'), AbstractNouns)),
        ("AbstractOfFew", c => c.Number.IsHan && c.Number.Value > 1 && c.Unit.Use == UnitUse.Concrete && !CountsConcrete(c)),
        ("Adverb", c => c.Number.IsHan && c.Unit.Text == "处" && c.Number.Value == 4 && IsHanNext(c)),
        ("BareOne", c => c.Number.IsHan && c.Number.Value == 1 && c.Number.Bound == Bound.Exact && !IsCountedOne(c)),
    ];

    /// <summary>The name of the rule that says this is no amount, else null.</summary>
    public static string? Match(Candidate candidate)
    {
        foreach (var (name, applies) in Rules)
        {
            if (applies(candidate))
                return name;
        }
        return null;
    }

    private static bool IsOrdinal(Candidate c) =>
        c.Before.EndsWith("第", StringComparison.Ordinal) || c.Before.EndsWith("首", StringComparison.Ordinal) || c.Before.EndsWith("No.", StringComparison.OrdinalIgnoreCase);

    /// <summary>“四个意识”, “双百”: a number in a short quotation names something; only a figure in longer speech counts.</summary>
    private static bool IsQuotedSlogan(Candidate c) =>
        c.Marks.QuotationAt(c.Number.Start) is { } span && (c.Number.IsHan || span.End - span.Start <= 14);

    /// <summary>Part of an address, a code, a time or a sum of slogans: abc123, 8:30, 1+3, A4.</summary>
    private static bool IsCode(Candidate c)
    {
        if (c.Number.IsHan || c.Before.IsEmpty)
            return false;
        var before = c.Before[^1];
        return char.IsAsciiLetter(before) || before is '+' or '/' or '_' or '@' or '#' or '×' or '*' or '·' or '＋' or '＃'
            || (before is ':' or '：' && c.Before.Length > 1 && char.IsAsciiDigit(c.Before[^2]))
            || (before is '.' && c.Before.Length > 1 && char.IsAsciiLetterOrDigit(c.Before[^2]) && !IsListMark(c.Before[..^1]));
    }

    /// <summary>Nothing but a small number since the head of the line.</summary>
    private static bool IsListMark(ReadOnlySpan<char> before)
    {
        var line = before[(before.LastIndexOfAny('\n', '\r', ' ') + 1)..];
        return line.Length <= 2 && line.Trim("0123456789").IsEmpty;
    }

    private static bool IsCued(Candidate c) =>
        c.Unit.Name == "分"
            ? Han.SuffixOf(c.Before, MarkCues) is not null && c.Number.Value > 10
            : Han.SuffixOf(c.Before, DurationCues) is not null && !c.After.StartsWith("来", StringComparison.Ordinal);

    private static bool IsHanNext(Candidate c) => !c.After.IsEmpty && Han.IsHan(c.After[0]);

    private static bool CountsConcrete(Candidate c)
    {
        if (!IsHanNext(c) && !c.After.StartsWith("“", StringComparison.Ordinal))
            return IsPostposed(c);
        var item = ItemReader.After(c.Marks.Text, c.UnitEnd);
        return item.Length > 0 && Han.SuffixOf(item, ConcreteNouns) is not null && !item.EndsWith("方面", StringComparison.Ordinal);
    }

    /// <summary>办公楼一座: the noun stands before, nothing after.</summary>
    private static bool IsPostposed(Candidate c) =>
        !IsHanNext(c) && !c.Before.IsEmpty && (Han.IsHan(c.Before[^1]) || c.Before[^1] is '”' or '》' or '）')
            && Han.SuffixOf(c.Before, NotPostposedAfter) is null;

    /// <summary>一 is an amount only behind its noun (办公楼一座) or right after a deed (举办了一场).</summary>
    private static bool IsCountedOne(Candidate c)
    {
        if (IsPostposed(c))
            return true;
        if (!OneDeedUnits.Contains(c.Unit.Text[0]) || !IsHanNext(c))
            return false;
        var before = c.Before.TrimEnd("了起出过");
        return Han.SuffixOf(before, DeedBefore) is not null
            && (c.Unit.Use != UnitUse.Concrete || CountsConcrete(c));
    }
}

/// <summary>A number with a measure word, and the text around it.</summary>
/// <param name="Marks">The text with its quotations.</param>
/// <param name="Number">The number.</param>
/// <param name="Unit">The measure word after it.</param>
/// <param name="UnitStart">Where the measure word begins.</param>
internal readonly record struct Candidate(QuotationMarks Marks, NumberToken Number, Unit Unit, int UnitStart)
{
    private const int Reach = 12;

    public int UnitEnd => UnitStart + Unit.Text.Length;

    /// <summary>A few characters before the number.</summary>
    public ReadOnlySpan<char> Before => Marks.Text.AsSpan(Math.Max(0, Number.Start - Reach)..Number.Start);

    /// <summary>A few characters after the measure word.</summary>
    public ReadOnlySpan<char> After => Marks.Text.AsSpan(UnitEnd..Math.Min(Marks.Text.Length, UnitEnd + Reach));
}
