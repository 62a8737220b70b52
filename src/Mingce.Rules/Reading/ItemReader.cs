namespace Mingce.Rules.Reading;

/// <summary>Finds the noun that a number counts, right beside the number: 12名【党员干部】, 【主题党课】5次.</summary>
internal static class ItemReader
{
    private const int Longest = 12;
    private const int Reach = 24;

    private static readonly HashSet<string> NoItem = ["年", "天", "届", "周", "分", "分钟", "元", "美元", "港元", "欧元", "%", "百分点", "ml"];

    /// <summary>Verbs, particles and adverbs that end a noun phrase on either side.</summary>
    private static readonly Words Breaks =
    [
        "的", "了", "对", "到", "在", "为", "向", "给", "把", "将", "被", "于", "从", "由", "与", "并", "以", "就", "均", "都", "来", "讲", "上", "是", "有", "等", "达", "共",
        "组织", "开展", "举办", "召开", "举行", "进行", "参加", "参与", "深入", "前往", "成立", "建立", "组建", "设立", "新建", "建成", "修建", "新盖", "制作", "制定", "制订",
        "选派", "派出", "抽调", "安排", "发动", "动员", "号召", "带领", "邀请", "召集", "招募", "吸引", "慰问", "看望", "走访", "帮扶", "扶助", "资助", "救助", "关爱", "帮助",
        "捐赠", "捐献", "捐款", "捐", "献", "送", "送去", "送上", "发放", "印发", "张贴", "悬挂", "刊发", "刊登", "报送", "上报", "编发", "编印", "撰写", "收集", "征集", "梳理",
        "形成", "解决", "办理", "完成", "实施", "推进", "落实", "投入", "投资", "购置", "购买", "添置", "更新", "更换", "安装", "设置", "清理", "清扫", "清运", "整治", "排查",
        "摸排", "化解", "调处", "接待", "受理", "培训", "培养", "发展", "评选", "表彰", "推荐", "命名", "荣获", "获得", "获", "授予", "创成", "累计", "累积", "共计", "合计", "总计",
        "注册", "发布", "展播", "提供", "进驻", "定期", "按时", "按照", "根据", "分解", "圆梦", "成功", "积极", "全部", "分别", "每人", "现有", "共有", "拥有", "其中", "包括", "涉及", "覆盖", "惠及", "服务于", "义务",
        "植", "种植", "栽种", "认领", "实现", "承办", "观看", "学习", "宣传", "打造", "配备", "分包", "包联", "联系", "结对", "轮流", "坚持", "占", "约", "近", "超", "逾", "各", "先后", "今年", "全年", "组成", "我", "新增", "连续", "出动", "拆除", "绘制", "粉刷", "清除", "清洗", "完善", "下发", "保持", "已", "整改", "推送", "发表", "评出",
    ];

    /// <summary>Nouns that begin like a verb or a particle.</summary>
    private static readonly Words NotBreaks =
        ["在职", "在编", "在岗", "在校", "共产", "共青", "共建", "上级", "上岗", "上门", "有线", "有关", "有效", "为民", "到位", "对象", "对联", "来访", "等级", "都市", "讲解", "学习强国", "宣传栏", "服务", "植物", "植被", "义务兵", "联系点", "联系户", "发展对象", "培训班", "学习班", "获奖", "约谈", "捐资助学", "各级各类", "各级", "各类", "捐款箱", "慰问品", "慰问金", "第一书记", "占地面积", "我们的节日", "演讲", "宣讲", "巡讲", "讲堂", "讲座", "送温暖", "送清凉", "献血", "帮扶对象"];

    private static readonly Words People =
    [
        "者", "党员", "干部", "职工", "员工", "群众", "学生", "老人", "儿童", "教师", "老师", "人员", "队员", "队长", "代表", "同志", "学子", "居民", "村民", "书记", "师生", "孩子", "干警", "民警", "团员", "青年", "妇女", "家长",
        "专家", "医生", "医护", "人才", "模范", "标兵", "好人", "先进个人", "个人", "对象", "贫困户", "市民", "农民", "军人", "官兵", "委员", "组长", "主任", "成员", "员", "户主", "乡贤", "骨干", "分子", "小朋友", "同学", "残疾人", "负责人", "创始人",
    ];

    private static readonly HashSet<string> EventUnits = ["次", "场", "期", "轮"];

    /// <summary>The noun counted by the number from <paramref name="start"/> to <paramref name="end"/> (unit included), masked; else empty.</summary>
    public static string Read(QuotationMarks marks, int start, int end, string unit)
    {
        if (NoItem.Contains(unit))
            return "";
        var item = After(marks.Text, end);
        if (item.Length == 0)
            item = Before(marks, start, EventUnits.Contains(unit));
        if (unit == "人")
            item = CutAtPeople(item);
        return Masking.Mask(item) == item ? item : "";
    }

    /// <summary>Who is counted ends with a word for people: 志愿者 in 志愿者清洗护栏; nobody in 成功献血.</summary>
    private static string CutAtPeople(string item)
    {
        var end = 0;
        for (var i = 0; i < item.Length; i++)
        {
            if (Han.PrefixOf(item.AsSpan(i), People) is not { } word)
                continue;
            if (end > 0 && i > end)
                break;
            end = i + word.Length;
            i = end - 1;
        }
        return item[..end];
    }

    /// <summary>The noun phrase that begins at <paramref name="start"/>, of at most twelve characters.</summary>
    public static string After(string text, int start)
    {
        var from = start;
        var end = Scan(text, start);
        // 17项“…”项目: the quoted name is left out where the whole is too long.
        if (end - from > Longest && text[from] == '“' && text.IndexOf('”', from, end - from) is > 0 and var close)
            from = close + 1;
        return end - from is > 0 and <= Longest ? text[from..end].Trim('“', '”') : "";
    }

    private static int Scan(string text, int at)
    {
        var limit = Math.Min(text.Length, at + Reach);
        var quoted = false;
        while (at < limit)
        {
            if (text[at] is '“' or '”')
                quoted = text[at] == '“';
            else if (!quoted && CompoundLength(text, at) == 0 && (!Han.IsHan(text[at]) || IsBreak(text, at) || NumberReader.MayBeginAt(text, at)))
                return at;
            else if (quoted && text[at] is '\n' or '。')
                return at;
            at += Math.Max(1, quoted ? 0 : CompoundLength(text, at));
        }
        return Math.Min(at, limit);
    }

    private static string Before(QuotationMarks marks, int end, bool isEvent)
    {
        var text = marks.Text;
        while (end > 0 && Han.SuffixOf(text.AsSpan(Math.Max(0, end - 3)..end), LinksBefore) is { } link)
            end -= link.Length;
        var limit = Math.Max(0, end - Reach);
        var start = end;
        while (start > limit && Han.IsHan(text[start - 1]))
            start--;
        // The last verb or particle before the number ends the phrase on its left.
        for (var i = start; i < end;)
        {
            var compound = CompoundLength(text, i);
            var length = compound > 0 ? 0 : BreakLength(text, i);
            if (length > 0 && EndsPhrase(text, start, i, length, end, isEvent))
                start = i + length;
            i += Math.Max(1, compound);
        }
        if (start > 0 && text[start - 1] == '”' && marks.QuotationAt(start - 1) is { } quotation && end - quotation.Start <= Longest)
            start = quotation.Start;
        var item = text[start..end];
        if (item.Length > 2 && item[0] == '“' && item[^1] == '”')
            item = item[1..^1];
        return item.Length <= Longest ? item : "";
    }

    private static readonly Words LinksBefore = ["不少于", "不低于", "不超过", "至少", "不足", "不到", "将近", "接近", "突破", "累计", "共计", "合计", "总计", "达到", "达", "共", "近", "约", "超过", "超", "逾", "各", "总数", "人数", "总人数"];

    /// <summary>
    /// A verb with one character left is a compound noun (宣传单, 植树); right before the number it is the event counted
    /// (培训3次) or a body (志愿服务组织5个).
    /// </summary>
    private static bool EndsPhrase(string text, int start, int at, int length, int end, bool isEvent)
    {
        var left = end - at - length;
        return left == 0 ? !isEvent && !(at > start && text.AsSpan(at, length) is "组织") : left >= 2;
    }

    private static bool IsBreak(string text, int at) => CompoundLength(text, at) == 0 && BreakLength(text, at) > 0;

    private static int CompoundLength(string text, int at) =>
        Han.PrefixOf(text.AsSpan(at), NotBreaks)?.Length ?? 0;

    private static int BreakLength(string text, int at) =>
        Han.PrefixOf(text.AsSpan(at), Breaks)?.Length ?? 0;
}
