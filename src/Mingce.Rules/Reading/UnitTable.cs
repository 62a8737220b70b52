namespace Mingce.Rules.Reading;

/// <summary>When a number with this measure word is an amount.</summary>
internal enum UnitUse
{
    /// <summary>Always.</summary>
    Free,
    /// <summary>A Chinese numeral counts only concrete things with it: 三个支部, but not 三个方面.</summary>
    Concrete,
    /// <summary>Only with digits or from a hundred on, for a small Chinese numeral makes a word with it: 36度, but not 十六字.</summary>
    Figure,
    /// <summary>Only where the words around make it a duration, a term or a mark: 连续三年, 用工30天, 活动5届, 得分98分.</summary>
    Cued,
}

/// <param name="Text">As written.</param>
/// <param name="Name">As reported: 名 is 人, 毫升 is ml.</param>
/// <param name="Use">When it counts.</param>
internal sealed record Unit(string Text, string Name, UnitUse Use);

/// <summary>The measure words that make a number an amount.</summary>
internal static class UnitTable
{
    private static readonly (string Words, string? Name, UnitUse Use)[] Rows =
    [
        ("人 名 位 口 个人 口人", "人", UnitUse.Free),
        ("人次 人(次) 人（次） 人·次 人/次 个人次", "人次", UnitUse.Free),
        ("元 元钱 块钱 元人民币 圆 元整", "元", UnitUse.Free),
        ("美元 港元 欧元", null, UnitUse.Free),
        ("小时 个小时 钟头 个钟头 h", "小时", UnitUse.Free),
        ("学时 个学时", "学时", UnitUse.Free),
        ("课时 个课时", "课时", UnitUse.Free),
        ("工时 个工时", "工时", UnitUse.Free),
        ("工日 个工日 人工日", "工日", UnitUse.Free),
        ("人天 人·天", "人天", UnitUse.Free),
        ("学分 个学分", "学分", UnitUse.Free),
        ("个百分点 百分点", "百分点", UnitUse.Free),
        ("ml mL ML 毫升 cc", "ml", UnitUse.Free),
        ("%", "%", UnitUse.Free),
        ("平方米 平米 平方 ㎡ m² m2 个平方米", "平方米", UnitUse.Free),
        ("立方米 立方 m³ m3", "立方米", UnitUse.Free),
        ("千克 公斤 kg KG", "公斤", UnitUse.Free),
        ("公里 千米 km KM", "公里", UnitUse.Free),
        ("场次 场", "场", UnitUse.Free),
        ("户 家 次 期 件 篇 份 张 幅 块 套 本 册 部 台 辆 座 栋 幢 间 处 所 支 面 盆 棵 株 桶 箱 袋 盒 瓶 只 双 床 组 对 封 把 桌 笔 集 趟 帧 页 枝 顿", null, UnitUse.Free),
        ("批 批次 轮 例 起 宗 节 堂 片 顶 根 盏 副 枚 车 车次 班次 户次 件次 台次 辆次 架次 艘次 羽 头次 家次 课次 趟次 条次 门 扇 则 版 轮次 匹 头 尾 束 朵 壶 卷 架 艘 罐 剂 剂次 台班 樘 幕 曲 尊 眼 捆 筐", null, UnitUse.Free),
        ("吨 斤 克 升 米 亩 公顷 平方公里 延米 延长米 千瓦 千瓦时 兆瓦", null, UnitUse.Free),
        ("个 项 条 种 类 道 段 首", null, UnitUse.Concrete),
        ("字 度 方 讲 队 单 票 席 遍 里", null, UnitUse.Figure),
        ("年 年时间 届 天 分 分钟 周 个月 个多月 个工作日 个自然日 日夜 个昼夜", null, UnitUse.Cued),
    ];

    /// <summary>Words that begin like a measure word and are none: 12支部 has no 支.</summary>
    private static readonly string[] NotUnits =
    [
        "人大", "人民", "人生", "人心", "名单", "名誉", "名额", "名称", "名列", "名次", "位于", "位一体", "位置", "位列", "位居", "口号", "口之家", "口径", "家庭", "家风", "家长",
        "次性", "次要", "次数", "期间", "期工程", "期项目", "期建设", "期目标", "件套", "份额", "张贴", "块头", "套班子", "套路", "本书记", "本着", "本地", "本次", "部门", "部分", "部委", "部队", "台阶", "台账",
        "间隔", "间断", "处理", "处处", "处置", "处罚", "处分", "处级", "所有", "所属", "所在", "支部", "支队", "支持", "支援", "支撑", "支出", "面旗帜", "面积", "面人", "面向", "面对", "面临", "只要", "只有", "只能", "只是",
        "双方", "双向", "组织", "组成", "组长", "组建", "对策", "对照", "对于", "对口", "对接", "对标", "把手", "把关", "笔记", "集体", "集中", "集团", "集镇", "页面", "包括", "包含", "包村", "包联", "包保", "包抓", "听取", "听从", "提升", "提高", "提供", "提出", "提前", "提名", "挂牌", "挂职", "挂图", "眼界", "剂量",
        "轮流", "轮换", "起来", "起到", "起步", "起草", "节日", "节约", "节能", "节水", "节假", "节前", "节后", "节庆", "节气", "节点", "片区", "根据", "车间", "车道", "门诊", "门前", "版本", "版图", "头雁", "头羊", "束缚", "卷入", "架构",
        "升级", "升国旗", "升旗", "升学", "升至", "克服", "米线", "米面", "个别", "个性", "项目", "条件", "条例", "条线", "条块", "种子", "种植", "种养", "类似", "类别", "道德", "道路", "段位", "首次", "首批", "首要", "首个", "首先", "首席",
        "字型", "字诀", "字经", "字方针", "度过", "度假", "度数", "方面", "方式", "方案", "方向", "方阵", "方法", "方位", "方针", "方联", "方共", "讲解", "讲述", "讲座", "讲堂", "讲话", "讲课", "讲授", "讲文明", "讲党课", "讲好", "队员", "队伍", "队长",
        "单位", "单元", "单独", "单亲", "单身", "票制", "席位", "里程", "里面", "里路",
        "年级", "年代", "年度", "年期", "分之", "分类", "分别", "分管", "分工", "分局", "周年", "周岁", "天然气", "天天", "场所", "场地", "场馆", "场合", "幅员", "册子", "座谈",
    ];

    /// <summary>Words whose first character is the measure word after all: 5项目标任务, 2个人居环境示范点, 3名列席人员.</summary>
    private static readonly string[] Units =
    [
        "项目标", "本地图", "支部队", "名单亲", "名单身", "名列席", "个人民", "个人大", "个人居", "个人文", "个人才", "个人工", "个人流", "个人气", "个人行", "个人社",
    ];

    private static readonly Dictionary<char, Unit[]> ByFirst = Rows
        .SelectMany(row => row.Words.Split(' ').Select(word => new Unit(word, row.Name ?? word, row.Use)))
        .GroupBy(unit => unit.Text[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(unit => unit.Text.Length).ToArray());

    private static readonly Dictionary<char, string[]> NotUnitsByFirst = NotUnits
        .GroupBy(word => word[0])
        .ToDictionary(group => group.Key, group => group.ToArray());

    private static readonly Dictionary<char, string[]> UnitsByFirst = Units
        .GroupBy(word => word[0])
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The longest measure word at <paramref name="at"/>, else null.</summary>
    public static Unit? Find(string text, int at)
    {
        if (at >= text.Length || !ByFirst.TryGetValue(text[at], out var units))
            return null;
        var rest = text.AsSpan(at);
        if (UnitsByFirst.TryGetValue(text[at], out var begins) && Han.StartsWithAny(rest, begins))
            return Array.Find(units, unit => unit.Text.Length == 1);
        if (NotUnitsByFirst.TryGetValue(text[at], out var words) && Han.StartsWithAny(rest, words))
            return null;
        foreach (var unit in units)
        {
            if (rest.StartsWith(unit.Text, StringComparison.Ordinal))
                return char.IsAsciiLetter(unit.Text[0]) && rest.Length > unit.Text.Length && char.IsAsciiLetter(rest[unit.Text.Length]) ? null : unit;
        }
        return null;
    }
}
