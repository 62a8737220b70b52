namespace Mingce.Rules.Reading;

/// <summary>When a number with this measure word is an amount.</summary>
internal enum UnitUse
{
    /// <summary>Always.</summary>
    Free,
    /// <summary>A Chinese numeral counts only concrete things with it: 三个支部, but not 三个方面.</summary>
    Concrete,
    /// <summary>Only after a word that makes it a duration or a mark: 连续三年, 为期5天, 得分98分.</summary>
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
        ("人 名 位 口", "人", UnitUse.Free),
        ("人次 人(次) 人（次） 人·次", "人次", UnitUse.Free),
        ("元 元钱 块钱 元人民币 圆", "元", UnitUse.Free),
        ("美元 港元 欧元", null, UnitUse.Free),
        ("小时 个小时 钟头 个钟头 h", "小时", UnitUse.Free),
        ("学时 个学时", "学时", UnitUse.Free),
        ("课时 个课时", "课时", UnitUse.Free),
        ("个百分点 百分点", "百分点", UnitUse.Free),
        ("ml mL ML 毫升 cc", "ml", UnitUse.Free),
        ("%", "%", UnitUse.Free),
        ("平方米 平米 ㎡ m²", "平方米", UnitUse.Free),
        ("立方米 立方", "立方米", UnitUse.Free),
        ("千克 公斤", "公斤", UnitUse.Free),
        ("公里 千米", "公里", UnitUse.Free),
        ("场次 场", "场", UnitUse.Free),
        ("户 家 次 期 件 篇 份 张 幅 块 套 本 册 部 台 辆 座 栋 幢 间 处 所 支 面 盆 棵 株 桶 箱 袋 盒 瓶 只 双 床 组 对", null, UnitUse.Free),
        ("批 批次 轮 例 起 宗 节 堂 片 顶 根 盏 副 枚 车 车次 班次 户次 件次 台次 家次 门 扇 则 版 轮次 匹 头 尾 束 朵 壶 卷 架 艘 罐", null, UnitUse.Free),
        ("吨 斤 克 升 米 亩 公顷 平方公里 字", null, UnitUse.Free),
        ("个 项 条 种 类", null, UnitUse.Concrete),
        ("年 年时间 届 天 分 分钟 周 个月 个多月 个工作日 个自然日 日夜 个昼夜", null, UnitUse.Cued),
    ];

    /// <summary>Words that begin like a measure word and are none: 12支部 has no 支.</summary>
    private static readonly string[] NotUnits =
    [
        "人均", "人大", "人民", "人生", "人心", "名单", "名誉", "名额", "名称", "名列", "位于", "位一体", "位置", "口号", "家庭", "家风", "家长",
        "次性", "次要", "期间", "期工程", "期目标", "件套", "份额", "张贴", "块头", "套班子", "套路", "本书记", "本着", "本地", "部门", "部分", "部委", "部队", "台阶",
        "间隔", "处理", "处处", "所有", "支部", "支队", "面旗帜", "面积", "面人", "面向", "面对", "面临", "只要", "只有", "双方", "组织", "组成", "组长", "对策", "对照", "对于", "对口",
        "轮流", "起来", "起到", "节日", "节约", "节能", "片区", "根据", "车间", "车道", "门诊", "版本", "头雁", "头羊", "束缚", "卷入", "架构",
        "升级", "升国旗", "米线", "米面", "字型", "字诀", "个别", "个人", "项目", "条件", "条例", "条线", "种子", "类似", "类别",
        "年级", "年代", "年度", "分之", "分类", "分别", "分管", "分工", "分局", "周年", "周岁", "天然气", "天天", "场所", "场地", "场馆", "场合", "幅员", "册子", "座谈",
    ];

    private static readonly Dictionary<char, Unit[]> ByFirst = Rows
        .SelectMany(row => row.Words.Split(' ').Select(word => new Unit(word, row.Name ?? word, row.Use)))
        .GroupBy(unit => unit.Text[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(unit => unit.Text.Length).ToArray());

    private static readonly Dictionary<char, string[]> NotUnitsByFirst = NotUnits
        .GroupBy(word => word[0])
        .ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The longest measure word at <paramref name="at"/>, else null.</summary>
    public static Unit? Find(string text, int at)
    {
        if (at >= text.Length || !ByFirst.TryGetValue(text[at], out var units))
            return null;
        var rest = text.AsSpan(at);
        if (NotUnitsByFirst.TryGetValue(text[at], out var words) && Han.StartsWithAny(rest, words))
            return null;
        foreach (var unit in units)
        {
            if (rest.StartsWith(unit.Text, StringComparison.Ordinal))
                return unit.Text.Length == 1 && char.IsAscii(unit.Text[0]) && rest.Length > 1 && char.IsAsciiLetter(rest[1]) ? null : unit;
        }
        return null;
    }
}
