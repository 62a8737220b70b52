using System.Buffers;

namespace Mingce.Gongwen;

/// <summary>Breaks a long title so that no word is torn and its lines form a trapezium or a rhombus (梯形或菱形). GB/T 9704-2012 §7.3.1 [V].</summary>
public static class TitleBreaks
{
    private const int FullLine = 40; // half characters of 22 pt in 156 mm
    private const int GoodLine = 36;
    private const int Never = 1_000;
    private const int TornWord = 30;

    private static readonly SearchValues<char> Opening = SearchValues.Create("（《〈“‘【〔");
    private static readonly SearchValues<char> Closing = SearchValues.Create("）》〉”’】〕、，。；：！？·");
    private static readonly SearchValues<char> Joining = SearchValues.Create("和与及暨");
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("局委办厅院府部校司会心站所处科队乡镇区县市省");

    // Words of titles that heuristics would tear.
    private static readonly string[] Words =
    [
        "关于", "工作", "情况", "报告", "通知", "方案", "总结", "活动", "单位", "文明", "创建", "年度", "实施", "建设", "精神", "开展", "落实", "加强", "进一步",
        "推进", "深化", "组织", "领导", "小组", "会议", "纪要", "计划", "要点", "意见", "办法", "规定", "制度", "管理", "考核", "测评", "评选", "表彰", "先进",
        "集体", "个人", "志愿", "服务", "学习", "教育", "培训", "宣传", "思想", "道德", "讲堂", "主题", "党日", "党建", "党员", "支部", "机关", "政府", "委员会",
        "办公室", "中心", "街道", "社区", "公司", "人民", "有限", "责任", "专项", "整治", "行动", "检查", "自查", "整改", "调研", "汇报", "说明", "申报", "材料",
        "推荐", "请示", "批复", "通报", "公告", "决定", "印发", "转发", "成立", "调整", "召开", "举办", "参加", "节日", "春节", "清明", "端午", "中秋", "重阳",
        "安全", "生产", "环境", "卫生", "城市", "农村", "乡村", "振兴", "水务", "教育局", "财政", "税务", "卫健", "民政", "全国", "全省", "全市", "全县", "全区",
    ];

    /// <summary>Puts line feeds where a title of more than one line is to break. One that has line feeds already, or fits on a line, stays as it is.</summary>
    /// <param name="title">The title.</param>
    public static string Break(string title)
    {
        var width = PlainText.HalfWidths(title);
        if (title.Contains('\n') || width <= FullLine) return title;
        var costs = Enumerable.Range(0, title.Length + 1).Select(at => Cost(title, at)).ToArray();
        var lines = (width + GoodLine - 1) / GoodLine;
        return (lines > 4 ? null : Best(title, costs, lines) ?? Best(title, costs, lines + 1)) is { } breaks
            ? string.Join('\n', breaks.Append(title.Length).Zip(breaks.Prepend(0), (end, start) => title[start..end]))
            : title;
    }

    private static IReadOnlyList<int>? Best(string title, int[] costs, int lines)
    {
        (IReadOnlyList<int>? Breaks, int Cost) best = (null, Never);
        Try([], 0);
        return best.Breaks;

        void Try(IReadOnlyList<int> breaks, int cost)
        {
            var start = breaks.Count == 0 ? 0 : breaks[^1];
            if (breaks.Count == lines - 1)
            {
                if (PlainText.HalfWidths(title[start..]) > FullLine) return;
                cost += Shape([.. breaks.Append(title.Length).Zip(breaks.Prepend(0), (end, begin) => PlainText.HalfWidths(title[begin..end]))]);
                if (cost < best.Cost) best = (breaks, cost);
                return;
            }
            for (var at = start + 4; at <= title.Length - 4; at++)
            {
                if (PlainText.HalfWidths(title[start..at]) > FullLine) break;
                if (costs[at] < Never) Try([.. breaks, at], cost + costs[at]);
            }
        }
    }

    // Lines that all grow, all shrink, or bulge in the middle are wanted; a rectangle or an hourglass is not.
    private static int Shape(int[] widths)
    {
        var steps = widths.Zip(widths.Skip(1), (first, second) => Math.Sign(second - first)).ToArray();
        var isHourglass = steps.Length > 1 && steps[0] < 0 && steps.Contains(1);
        var isRectangle = steps.All(step => step == 0);
        return (isHourglass ? 20 : 0) + (isRectangle ? 4 : 0) + ((widths.Max() - widths.Min()) / 3);
    }

    private static int Cost(string title, int at)
    {
        if (at == 0 || at == title.Length) return Never;
        var (before, after) = (title[at - 1], title[at]);
        if (char.IsLowSurrogate(after) || Opening.Contains(before) || Closing.Contains(after)) return Never;
        if (char.IsAsciiLetterOrDigit(before) && (char.IsAsciiLetterOrDigit(after) || after is '年' or '月' or '日' or '.' or '%')) return Never;
        if (char.IsAsciiDigit(before) || after is '的') return TornWord;
        var behind = title.AsSpan(at);
        if (behind.StartsWith("关于")) return 0;
        if (NameEnds.Contains(before) && (char.IsAsciiDigit(after) || behind.StartsWith("二〇"))) return 0;
        if (Words.Any(word => Tears(title, at, word))) return TornWord;
        if (Opening.Contains(after) || Closing.Contains(before)) return 3;
        if (before is '的') return 4;
        if (Joining.Contains(after)) return 5;
        // Between two words that are known, one may break.
        return Words.Any(word => title.AsSpan(0, at).EndsWith(word)) || Words.Any(word => title.AsSpan(at).StartsWith(word)) ? 8 : 16;
    }

    private static bool Tears(string title, int at, string word)
    {
        for (var start = Math.Max(0, at - word.Length + 1); start < at; start++)
        {
            if (title.AsSpan(start).StartsWith(word)) return true;
        }
        return false;
    }
}
