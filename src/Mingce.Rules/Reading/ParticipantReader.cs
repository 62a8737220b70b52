namespace Mingce.Rules.Reading;

/// <summary>Finds who took part and where, as far as a clause names them.</summary>
internal static class ParticipantReader
{
    private const int LongestPlace = 20;

    private static readonly Words Groups =
    [
        "全体党员干部职工", "全体党员干部", "全体干部职工", "全体机关干部", "全体工作人员", "全体党员", "全体职工", "全体人员", "全体干警", "全体师生", "全体教师",
        "党员干部职工", "党员干部", "干部职工", "机关干部", "党员志愿者", "青年志愿者", "志愿者", "党员", "职工", "干警", "民警", "教职工", "师生", "团员青年", "团员", "青年干部", "县级领导", "科级干部", "班子成员",
    ];

    /// <summary>People after these words are helped, not taking part.</summary>
    private static readonly Words ReceivingBefore = ["慰问", "看望", "走访", "帮扶", "资助", "救助", "关爱", "困难", "老", "离退休", "生活困难"];

    private static readonly Words PlaceVerbs = ["深入", "前往", "走进", "奔赴", "来到", "到", "赴", "在"];

    /// <summary>They begin like those verbs: 在外乡贤, 在职党员.</summary>
    private static readonly Words NotVerbs = ["在外", "在职", "在校", "在编", "在岗", "在家", "在册", "在线", "在全", "到位", "到岗", "到期", "到会"];

    /// <summary>达到, 得到, 感受到: nobody goes anywhere.</summary>
    private const string BeforeReached = "达得收受做感提看想遇拿领听学找直";

    private static readonly Words PlaceNouns =
    [
        "社区", "小区", "村", "片区", "广场", "公园", "学校", "小学", "中学", "幼儿园", "敬老院", "福利院", "养老院", "医院", "路段", "路口", "点位", "基地", "纪念馆", "陵园", "故居",
        "街道", "镇", "乡", "车站", "会议室", "机关大院", "办公区", "阅览室", "活动室", "红绿灯", "繁忙点", "卡点", "企业", "工地", "展览馆", "博物馆", "文化馆", "图书馆", "党校", "河道", "公路", "景区", "沿线", "操场", "校门口", "门口", "苗圃", "苗圃基地", "卫生院", "服务站", "驿站", "大厅", "礼堂", "剧院", "影剧院", "体育馆", "体育场", "商场", "超市", "市场", "农贸市场", "教室", "食堂", "文化站",
        "实践站", "实践所", "收费站", "林场", "农场", "园区", "产业园", "厂区", "车间", "法庭", "火车站", "高铁站", "汽车站", "隔离点", "检测点", "接种点", "服务区", "河边", "江边", "湖边", "流动车", "血站", "中心广场", "文化广场", "乡镇", "大队", "消防站", "党群服务中心", "服务中心", "会场", "院落", "巷道", "干道", "路", "街", "桥头", "水库", "渠", "田间地头",
    ];

    /// <summary>The people who took part; empty where the clause names none.</summary>
    public static string People(ReadOnlySpan<char> clause)
    {
        foreach (var group in Groups)
        {
            var at = clause.IndexOf(group, StringComparison.Ordinal);
            if (at >= 0 && Han.SuffixOf(clause[..at], ReceivingBefore) is null && !clause[(at + group.Length)..].StartsWith("先锋", StringComparison.Ordinal))
                return group;
        }
        return "";
    }

    /// <summary>The place after 到, 赴, 深入 …, up to its place noun, masked; empty where the clause names none.</summary>
    public static string Place(ReadOnlySpan<char> clause)
    {
        for (var i = 0; i < clause.Length; i++)
        {
            if (Han.PrefixOf(clause[i..], PlaceVerbs) is not { } verb || Han.PrefixOf(clause[i..], NotVerbs) is not null || (verb == "到" && i > 0 && BeforeReached.Contains(clause[i - 1])))
                continue;
            var rest = clause[(i + verb.Length)..];
            rest = rest[..Math.Min(rest.Length, LongestPlace)];
            if (LastPlaceNoun(rest) is > 0 and var end)
                return Masking.Mask(rest[..end].ToString());
        }
        return "";
    }

    private static int LastPlaceNoun(ReadOnlySpan<char> rest)
    {
        var end = 0;
        for (var i = 0; i < rest.Length && (Han.IsHan(rest[i]) || rest[i] is '*' or '×' or '#' || char.IsAsciiDigit(rest[i])); i++)
        {
            if (Han.PrefixOf(rest[i..], PlaceStops) is not null)
                break;
            if (i > 0 && Han.PrefixOf(rest[i..], PlaceNouns) is { } noun)
                end = i + noun.Length;
        }
        return end;
    }

    private static readonly Words PlaceStops = ["开展", "进行", "参加", "参与", "组织", "举办", "宣传", "所有", "慰问", "走访", "帮扶", "成立", "建立", "设立", "新建", "捐", "为", "对", "的"];
}
