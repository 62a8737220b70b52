using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>专项工作 named in the text.</summary>
/// <param name="Start">Where its name begins.</param>
/// <param name="End">Where its name ends.</param>
/// <param name="Name">The name: 双城同创, 党史学习教育, “清廉机关”建设.</param>
internal sealed record Campaign(int Start, int End, string Name);

/// <summary>
/// Finds the names of campaigns by their form: a quoted name followed by what it is (“清廉机关”建设, “四比四看”活动),
/// a name that ends in 学习教育, 专项行动 and the like, and the few that stand alone.
/// </summary>
internal static class CampaignReader
{
    private const int LongestName = 20;
    /// <summary>A campaign within so many characters of the head of a paragraph is what the paragraph is about.</summary>
    private const int Opening = 20;

    /// <summary>What makes a campaign of a quoted name, and belongs to its name.</summary>
    private static readonly string[] NamingEnds =
        ["主题教育", "学习教育", "集中教育", "专项行动", "专项整治", "专项治理", "专项工作", "攻坚行动", "集中整治", "大行动", "行动", "建设", "创建", "工程", "计划", "整治", "攻坚", "运动", "路域整治", "大讨论", "大走访", "大排查", "建设年", "年活动"];

    /// <summary>What makes a campaign of a quoted name without belonging to it.</summary>
    private static readonly string[] PlainEnds =
        ["主题实践活动", "实践活动", "系列活动", "主题活动", "专题活动", "志愿服务活动", "志愿活动", "服务活动", "创建活动", "竞赛活动", "评选活动", "教育活动", "走访活动", "慰问活动", "主题党日", "家风建设活动", "活动", "工作", "品牌", "期间"];

    /// <summary>What closes a name that is not quoted.</summary>
    private static readonly string[] BareEnds =
        ["学习教育", "主题教育", "集中教育整顿", "教育整顿", "专项行动", "专项整治", "专项治理", "攻坚行动", "集中整治行动", "百日行动", "三年行动", "一日捐", "春风行动", "爱国卫生运动", "建设年活动", "提升年活动", "光盘行动"];

    /// <summary>Names that need nothing around them, by how they begin or end.</summary>
    private static readonly string[] KnownBeginnings = ["我为群众办实事", "我们的节日", "金秋助学", "春风行动", "学雷锋月", "慈善一日捐"];
    private static readonly string[] KnownEndings = ["同创", "联创", "共创", "双创", "一日捐"];

    /// <summary>Where a name that is not quoted begins: after a verb, a particle or a mark.</summary>
    private static readonly string[] Before =
    [
        "扎实", "深入", "深化", "强化", "抓牢", "抓严", "开展", "组织", "参加", "参与", "结合", "围绕", "推进", "推动", "实施", "启动", "落实", "部署", "以", "在", "通过", "把", "将", "和", "与", "及", "对", "的", "了", "为", "按照", "抓好", "抓实", "做好", "根据",
        "全面", "集中", "持续", "认真", "积极", "各项", "各类", "相关", "巩固", "拓展", "进行", "举办", "开始", "上级", "省", "市", "县", "区", "全国", "全省", "全市", "全县", "全区", "我局", "我单位", "本次", "此次", "这次", "年", "等", "是", "到", "有", "次", "项", "个", "场", "期",
    ];

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("，。；！？,;!?");
    private static readonly SearchValues<string> BareEndWords = SearchValues.Create(BareEnds, StringComparison.Ordinal);

    /// <summary>All campaigns of the text, in order.</summary>
    public static List<Campaign> FindAll(QuotationMarks marks)
    {
        List<Campaign> found = [];
        foreach (var (start, end) in marks.Quotations)
        {
            if (ReadQuoted(marks.Text, start, end) is { } campaign)
                found.Add(campaign);
        }
        for (var at = 0; at < marks.Text.Length;)
        {
            var next = marks.Text.AsSpan(at).IndexOfAny(BareEndWords);
            if (next < 0)
                break;
            at += next;
            var end = at + Han.PrefixOf(marks.Text.AsSpan(at), BareEnds)!.Length;
            if (marks.QuotationAt(at) is null && !marks.IsInBookTitle(at) && ReadBare(marks.Text, at, end) is { } campaign)
                found.Add(campaign);
            at = end;
        }
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    /// <summary>The campaign of a figure: the nearest before it in its sentence, its own clause included, else the one that opens its paragraph, else the nearest heading's.</summary>
    public static string Of(List<Campaign> campaigns, Sentence sentence, (int Start, int End) clause)
    {
        if (LastEnding(campaigns, clause.End) is { } near && near.Start >= sentence.Start)
            return near.Name;
        if (LastEnding(campaigns, Math.Min(sentence.Start, sentence.Paragraph + Opening + LongestName)) is { } opening && opening.Start >= sentence.Paragraph && opening.Start <= sentence.Paragraph + Opening)
            return opening.Name;
        for (var i = sentence.Headings.Count - 1; i >= 0; i--)
        {
            if (LastEnding(campaigns, sentence.Headings[i].End) is { } above && above.Start >= sentence.Headings[i].Start)
                return above.Name;
        }
        return "";
    }

    private static Campaign? LastEnding(List<Campaign> campaigns, int to)
    {
        var (low, high) = (0, campaigns.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (campaigns[middle].End <= to)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 ? campaigns[low - 1] : null;
    }

    private static Campaign? ReadQuoted(string text, int start, int end)
    {
        var name = text.AsSpan((start + 1)..(end - 1));
        if (name.Length is < 2 or > LongestName || name.IndexOfAny(SentenceMarks) >= 0)
            return null;
        var rest = text.AsSpan(end);
        if (Han.PrefixOf(rest, NamingEnds) is { } naming)
            return new(start, end + naming.Length, text[start..(end + naming.Length)]);
        return Han.PrefixOf(rest, PlainEnds) is not null || Han.PrefixOf(name, KnownBeginnings) is not null || Han.SuffixOf(name, KnownEndings) is not null
            ? new(start, end, name.ToString())
            : null;
    }

    /// <summary>党史学习教育: back to the word that opens the phrase, a quoted first half included.</summary>
    private static Campaign? ReadBare(string text, int at, int end)
    {
        var start = at;
        while (start > 0 && at - start < LongestName && Han.IsHan(text[start - 1]) && Han.SuffixOf(text.AsSpan(Math.Max(0, start - 3)..start), Before) is null)
            start--;
        var name = text[start..end];
        return start == at && !KnownBeginnings.Contains(name) || at - start is 1 or > 12 ? null : new(start, end, name);
    }
}
