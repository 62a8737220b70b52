namespace Mingce.Rules.Reading;

/// <summary>Numbers that look like amounts and are none. Each rule has a name; the first that applies drops the number.</summary>
internal static class DecoyRules
{
    /// <summary>Whom or what a share is for: 每人3本, 每班16人, 每次不少于2小时.</summary>
    private static readonly Words EachBefore =
    [
        "每", "人手", "一人", "一户", "一式",
        .. "人户村队班岗次场期组批袋箱件名位个篇科镇乡家支亩斤课点车台辆本册套盒瓶桶桌局所站室店校处头只棵株".Select(c => "每" + c),
        "每社区", "每支部", "每党员", "每小组", "每单位", "每学期", "每平方米", "每路口", "每小区", "每街道", "每乡镇", "每科室",
    ];

    /// <summary>Words between a share and its number that change nothing.</summary>
    private static readonly Words EachLinks = ["不少于", "不低于", "不超过", "至少", "最少", "最多", "约", "各", "仅", "限", "均", "共", "为", "达"];

    private static readonly Words DurationCues =
    [
        "连续", "为期", "坚持", "累计", "共计", "连续坚持", "连续开展", "坚持了", "连续奋战", "奋战", "连续作战", "用工", "人工", "投工", "出工", "义务工", "耗时", "历时", "用时", "值守", "坚守", "驻村", "帮扶", "培训", "服务",
        "连续值守", "连续驻守", "累计坚守", "累计值守", "不间断", "连续工作",
    ];

    private static readonly Words MarkCues = ["得分", "评分", "总分", "平均", "平均分", "成绩", "平均成绩", "分数", "综合得分", "测评得分", "以", "获", "得", "考核得"];

    private static readonly Words AbstractNouns =
    [
        "方面", "部分", "环节", "阶段", "层面", "维度", "原则", "意识", "自信", "维护", "确立", "坚持", "必须", "务必", "统一", "代表", "到位", "结合",
        "步骤", "关系", "转变", "重点环节", "关键", "严禁", "不准", "一律", "文明一", "更加", "着力", "确保", "时期", "时代", "新台阶", "核心", "目标",
        "巴掌", "字", "声音", "问题导向", "年头", "地方", "新的", "角度", "特点", "抓手", "不放过", "不能", "起来", "城市", "问题上",
    ];

    /// <summary>What a small Chinese numeral counts in figures of speech: 打好三场硬仗, 做好五篇文章, 两张皮.</summary>
    private static readonly Words FiguresOfSpeech =
        ["硬仗", "战役", "攻坚战", "战斗", "牌", "文章", "大文章", "账", "关口", "皮", "腿", "旗帜", "考卷", "答卷", "主线", "红线", "底线", "防线", "网", "图", "环山", "环水", "临水", "八方", "楚歌", "五", "一大", "分配", "创业", "革命"];

    /// <summary>Words that begin or end with a number and its measure word.</summary>
    private static readonly Words Idioms =
        ["四面", "四处", "三番五次", "三番两次", "一次次", "两面人", "两面派", "两口子", "三口之家", "百家", "千家", "两头", "三天两", "一分部署", "九分落实", "三分", "七分", "两点一线"];

    private static readonly Words ConcreteNouns =
    [
        "集体", "组织", "网点", "歌", "歌曲", "防线", "微视频", "视频", "短片", "流程", "清单", "措施", "举措", "问题", "制度", "机制", "办法", "业务", "服务", "课程", "专题", "专栏", "栏目", "节目", "学会", "馆", "厅", "园", "院", "湖", "河道", "堰", "池", "井", "桥", "渠", "坝", "专班", "工地", "厂", "市场", "商户", "门店", "餐馆", "酒店", "银行", "所", "系统", "行业", "条线", "楼", "楼栋", "庭", "亭", "棚", "架", "柜", "箱柜", "座椅", "桌椅", "器材", "设备", "设施", "案件", "案例", "纠纷", "矛盾", "诉求", "提案", "样板", "示范村", "示范点", "阵地", "驿站", "奖项", "代表队", "国家", "省份", "省", "州", "旗", "屯", "组别", "方队", "支队", "大队", "中队", "单元", "专业", "学科", "品种", "产业", "产品",
        "组", "支部", "社区", "村", "科室", "部门", "单位", "小区", "队", "站", "点", "中心", "学校", "乡镇", "街道", "家庭", "岗", "室", "班", "企业", "公司",
        "景区", "项目", "活动", "奖", "荣誉", "称号", "片区", "网格", "路口", "窗口", "楼院", "协会", "品牌", "基地", "栏", "局", "股", "处室", "心愿", "县", "镇",
        "乡", "区", "市", "平台", "会场", "路段", "岗位", "团队", "场所", "店", "户", "台", "屏", "牌", "箱", "桶", "道路", "街", "巷", "庭院", "广场", "公园",
        "职工之家", "书屋", "阅览室", "球场", "车位", "实事", "好事", "事项", "难题", "困难", "隐患", "线索", "信息", "意见", "建议", "工程", "标语", "横幅", "课题",
    ];

    private static readonly Words DeedBefore =
    [
        "新建", "建成", "建立", "建设", "修建", "新盖", "购置", "购买", "添置", "设立", "成立", "组建", "举办", "召开", "开办", "开展", "组织", "进行",
        "编印", "印发", "创办", "捐赠", "捐献", "制作", "安装", "开设", "参加", "举行", "召集", "承办", "新增", "配备", "开通", "建起", "办起", "献",
    ];

    /// <summary>One person is an amount where somebody is helped, sent or chosen: 资助一名大学生.</summary>
    private static readonly Words HelpBefore =
        ["资助", "救助", "帮扶", "结对", "慰问", "看望", "发展", "推荐", "选派", "派出", "抽调", "配备", "表彰", "评选", "评出", "培养", "引进", "招募", "选树", "救治", "解救", "救出"];

    private const string OneDeedUnits = "次场期座栋幢处所间支台辆套个部块面张份";

    private static readonly Words NotPostposedAfter = ["了", "第", "每", "某", "同", "任", "另", "这", "那", "的", "是", "有", "为", "唯", "惟", "统", "万", "单", "之", "作为", "挑", "如", "合", "归", "人", "户", "名"];

    private static readonly HashSet<string> Wholes = ["人", "人次", "次", "场", "户", "个", "项", "支", "件", "期", "版", "条", "份", "名", "类", "种"];

    private static readonly Words WithinWords = ["内", "以内", "之内", "外", "以外", "之外"];

    /// <summary>The rules in the order they are tried; their meanings stand in <see cref="ReadingRules"/>.</summary>
    private static readonly (string Name, Func<Candidate, bool> Applies)[] Rules =
    [
        ("Ordinal", IsOrdinal),
        ("BookTitle", c => c.Marks.IsInBookTitle(c.Number.Start)),
        ("QuotedSlogan", IsQuotedSlogan),
        ("Code", IsCode),
        ("Fraction", c => !c.Number.EndsInTenThousands && Wholes.Contains(c.Unit.Name) && c.Marks.Text.AsSpan(c.Number.Start..c.Number.End).Contains('.')),
        ("RoundTheClock", IsRoundTheClock),
        ("SmallHan", c => c.Unit.Use == UnitUse.Figure && c.Number.IsHan && c.Number.Value < 100),
        ("UncuedDuration", c => c.Unit.Use == UnitUse.Cued && !IsCued(c)),
        ("Deadline", c => IsTime(c.Unit) && Han.StartsWithAny(c.After, WithinWords)),
        ("Reach", IsReach),
        ("Address", c => "栋幢座排号组层".Contains(c.Unit.Text[0]) && IsAddressNext(c.After)),
        ("GroupName", c => c.Number.IsHan && c.Unit.Text is ("组" or "队" or "片") && !c.After.IsEmpty && char.IsAsciiDigit(c.After[0])),
        ("Attribute", c => c.Unit.Name != "人" && c.After.StartsWith("者", StringComparison.Ordinal)),
        ("Rank", IsRank),
        ("Reduplication", c => c.Number.IsHan && c.Number.Value == 1 && c.After.StartsWith(c.Unit.Text, StringComparison.Ordinal)),
        ("Distributive", IsDistributive),
        ("Idiom", IsIdiom),
        ("AbstractNoun", c => c.Unit.Use == UnitUse.Concrete && Han.StartsWithAny(c.After.TrimStart('“'), AbstractNouns)),
        ("FigureOfSpeech", c => c.Number.IsHan && c.Number.Value <= 10 && Han.StartsWithAny(c.After, FiguresOfSpeech)),
        ("AbstractOfFew", c => c.Number.IsHan && c.Number.Value > 1 && c.Unit.Use == UnitUse.Concrete && !CountsConcrete(c)),
        ("BareOne", c => c.Number.IsHan && c.Number.Value == 1 && c.Number.Bound == Bound.Exact && !IsCountedOne(c)),
    ];

    private static readonly Words CircleNouns = ["圈", "生活圈", "服务圈", "学习圈", "文化圈", "健身圈", "便民圈", "交通圈", "经济圈"];

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

    /// <summary>第3次, 首个, No.5; in 第3、4期 the 第 stands before both.</summary>
    private static bool IsOrdinal(Candidate c)
    {
        var before = c.Before.TrimEnd("0123456789、至到-—和");
        return Han.SuffixOf(before, ["第", "首", "No.", "NO.", "上述", "这", "哪", "初", "附件", "共印"]) is not null;
    }

    /// <summary>24小时服务热线 is all day; 八小时外 is one's spare time.</summary>
    private static bool IsRoundTheClock(Candidate c) =>
        c.Unit.Name == "小时"
            && (c.Number.Value == 24 ? Han.SuffixOf(c.Before, Summed) is null : c.Number.Value == 8 && Han.StartsWithAny(c.After, ["外", "以外", "之外", "内外", "工作之"]));

    private static readonly Words Summed = ["累计", "共计", "合计", "时长", "共", "达"];

    private static bool IsTime(Unit unit) => unit.Name is "小时" or "分钟" or "天" or "个工作日" or "个自然日" or "个月";

    /// <summary>How far or how long it is to a place: 东侧300米处, 距县城28公里, 15分钟生活圈.</summary>
    private static bool IsReach(Candidate c) =>
        (c.Unit.Name is "米" or "公里" or "里" && (Han.StartsWithAny(c.After, ["处", "外", "远", "范围", "半径"]) || c.Before.Contains('距') || Han.SuffixOf(c.Before, ["半径", "海拔"]) is not null))
            || ((c.Unit.Name is "米" or "公里" || IsTime(c.Unit)) && c.After.IndexOf('圈') is >= 0 and < 6 and var at && Han.SuffixOf(c.After[..(at + 1)], CircleNouns) is not null && c.After[..at].IndexOfAny("，。、；") < 0);

    /// <summary>3栋2单元, 5号楼: a number of an address follows.</summary>
    private static bool IsAddressNext(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart("0123456789");
        return (rest.Length < after.Length && Han.StartsWithAny(rest, ["单元", "室", "号", "楼", "层"])) || after.StartsWith("楼", StringComparison.Ordinal);
    }

    /// <summary>全市前三名, but 目前120名志愿者.</summary>
    private static bool IsRank(Candidate c) =>
        c.Before.EndsWith("前", StringComparison.Ordinal) && !(c.Before.Length > 1 && "目此日年节以之会课当班岗赛假期向空提从".Contains(c.Before[^2]));

    /// <summary>四面环山, and the 五次 of 三番五次.</summary>
    private static bool IsIdiom(Candidate c)
    {
        var text = c.Marks.Text;
        return c.Number.IsHan
            && (Han.StartsWithAny(text.AsSpan(c.Number.Start), Idioms) || (c.Number.Start > 1 && Han.StartsWithAny(text.AsSpan(c.Number.Start - 2), Idioms)));
    }

    private static bool IsDistributive(Candidate c)
    {
        if (c.After.StartsWith("/", StringComparison.Ordinal) || (c.Unit.Name == "人" && c.After.StartsWith("一", StringComparison.Ordinal) && c.Number.Value < 10))
            return true;
        var before = c.Before;
        if (Han.SuffixOf(before, EachLinks) is { } link)
            before = before[..^link.Length];
        return Han.SuffixOf(before, EachBefore) is not null;
    }

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

    /// <summary>得分98分, 连续三年, 用工30天, and 公益活动5届 behind the noun.</summary>
    private static bool IsCued(Candidate c) => c.Unit.Name switch
    {
        "分" => Han.SuffixOf(c.Before, MarkCues) is not null && c.Number.Value > 10,
        "届" when !c.Number.IsHan => IsPostposed(c) && !Han.IsHan(c.After.IsEmpty ? ' ' : c.After[0]) && Han.SuffixOf(c.Before, ["党的", "本", "上", "下", "历", "换"]) is null,
        _ => Han.SuffixOf(c.Before, DurationCues) is not null && !c.After.StartsWith("来", StringComparison.Ordinal),
    };

    private static bool IsHanNext(Candidate c) => !c.After.IsEmpty && Han.IsHan(c.After[0]);

    private static bool CountsConcrete(Candidate c)
    {
        if (!IsHanNext(c) && !(c.After.Length > 0 && c.After[0] is '“' or '《' or '"'))
            return IsPostposed(c);
        var item = ItemReader.After(c.Marks.Text, c.UnitEnd);
        return item.Length > 0 && Han.SuffixOf(item, ConcreteNouns) is not null && !item.EndsWith("方面", StringComparison.Ordinal);
    }

    /// <summary>办公楼一座: the noun stands before, nothing after.</summary>
    private static bool IsPostposed(Candidate c) =>
        !IsHanNext(c) && !(c.After.Length > 0 && c.After[0] is '《' or '“' or '"') && !c.Before.IsEmpty && (Han.IsHan(c.Before[^1]) || c.Before[^1] is '”' or '》' or '）')
            && Han.SuffixOf(c.Before, NotPostposedAfter) is null;

    /// <summary>一 is an amount only behind its noun (办公楼一座) or right after a deed (举办了一场).</summary>
    private static bool IsCountedOne(Candidate c)
    {
        if (IsPostposed(c))
            return true;
        var before = c.Before.TrimEnd("了起出过");
        if (c.Unit.Name == "人")
            return Han.SuffixOf(before, HelpBefore) is not null;
        if (!OneDeedUnits.Contains(c.Unit.Text[0]) || !IsHanNext(c))
            return false;
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
