using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>Recognises Chinese personal names where the words around them already point to a person.</summary>
internal static class PersonNames
{
    /// <summary>Frequent surnames; rare ones that are everyday words (全, 和, 时, 成) are left out, so that ordinary sentences stay whole.</summary>
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿兰焦俞左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝游辛靳管柴蒙鲍华喻祁蒲房滕屈饶牟艾尤穆卓古吉缪简车项芦麦褚娄窦戚岑景费卜晏卫柏宗瞿桂佟臧闵苟邬卞姬寇刁邸厉栗苑鄢阚屠亓逄蔺敖隋佘谌巩仝郎冀荆阎雍仇宫桑池甄郁巫芮昝匡";

    /// <summary>Characters that hardly stand in a given name but often in running text.</summary>
    private static readonly SearchValues<char> NotInGivenNames = SearchValues.Create(
        "的了在是和与及为向到有等于从由把被将对就也都并其他她它们我你这那此以而且或但因所不没无再又各每某者家户人员们个名位次年月日元万亿千百两会议时后前中里上下内外间共同全部门面度量性力费款物品金等送发放给予办事务处局委组开展进行参加活动工作服务问题情况学习教育培训宣传困难群众职工党团队生活医院治疗病疾症残障贫扶助慰看望访谈心关爱怀护理饺粽校些体寿村镇县乡省街");

    /// <summary>Those of them that people also bear: 爱国, 学林, 春生.</summary>
    private const string InSomeNames = "力学生爱关中发元心同金月年日万千会工育教怀全里再上团体";

    private static readonly SearchValues<char> NeverInGivenNames =
        SearchValues.Create([.. Enumerable.Range('\u4E00', 0x5200).Select(c => (char)c).Where(c => NotInGivenNames.Contains(c) && !InSomeNames.Contains(c))]);

    /// <summary>Ordinary words that begin with a surname.</summary>
    private static readonly HashSet<string> Words =
    [
        "温暖", "高度", "高兴", "方便", "方式", "安全", "安心", "安康", "安装", "和谐", "平安", "平时", "康复", "金秋", "金色", "常态", "明确", "明显", "华诞", "支持", "水平", "经济", "强化", "强烈", "施工",
        "解决", "应急", "计划", "单独", "单亲", "连续", "连心", "文明", "文化", "房屋", "黄金", "牛奶", "毛巾", "毛毯", "花生", "车辆", "祝福", "祝愿", "申请", "容易", "幸福", "边缘", "范围", "包括", "包联",
        "雷锋", "尤其", "严重", "严格", "严肃", "齐心", "齐全", "左右", "童年", "童心", "庄严", "乐观", "乐园", "阳光", "阳台", "古稀", "江河", "江山", "马上", "宁静", "石油", "林业", "田园", "田间", "成功", "成效", "成果", "成长",
        "包户", "关注", "公益", "公平", "信心", "信访", "利益", "居住", "居民", "路线", "路灯", "全面", "全程", "简单", "简易", "连接", "项目", "牛羊", "万余", "路途", "商户", "党性", "国家", "金奖", "温馨", "安居", "申领", "明白", "应对", "成年", "辅导", "阅读", "游戏", "创业", "云端", "智慧", "丰富", "满意", "满足", "满怀",
        "方法", "方案", "方面", "方向", "方针", "高龄", "高考", "高中", "高校", "高温", "高效", "高质", "明天", "明年", "安排", "安置", "安抚", "安慰", "康养", "温度", "温情", "常见", "常年", "常规", "常住", "严防", "严控",
        "任务", "任何", "任职", "万家", "万户", "万名", "应当", "应该", "应用", "应有", "单位", "单人", "单身", "包保", "包村", "金融", "金额", "计算", "计生", "支付", "支部", "支出", "连队", "连片", "路上", "路费", "汤圆", "白天", "白色",
        "花费", "花卉", "车祸", "房子", "房租", "柴油", "谷物", "水费", "平台", "平均", "平等", "游客", "游园", "马路", "管理", "管护", "管控", "章程", "童装", "童话", "季度", "季节", "龙头", "顾虑", "顾客", "毛衣", "卫生", "卫健", "费用", "余人", "余名", "余户", "庄稼", "关爱", "关心", "党员",
    ];

    private static readonly Words Compound = ["欧阳", "上官", "司马", "诸葛", "皇甫", "司徒", "东方", "令狐", "夏侯", "慕容", "尉迟", "公孙", "端木"];

    /// <summary>Whether two to four characters have the form of a name: a surname and a given name, or a masked one (张某, 某某, ***).</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is < 1 or > 4)
            return false;
        if (IsMasked(text))
            return true;
        var surname = HasCompoundSurname(text) ? 2 : 1;
        return (surname == 2 || Surnames.Contains(text[0])) && IsGivenName(text[surname..]) && !Words.Contains(text[..2].ToString());
    }

    /// <summary>Whether two or three characters that stand apart from other words are a known surname and a given name of any usual characters.</summary>
    public static bool IsNameApart(ReadOnlySpan<char> text) =>
        text.Length is 2 or 3 && Surnames.Contains(text[0]) && text[1..].IndexOfAny(NeverInGivenNames) < 0
            && text.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0 && !Words.Contains(text[..2].ToString());

    /// <summary>欧阳 and the like, and at least one character more.</summary>
    public static bool HasCompoundSurname(ReadOnlySpan<char> text) => text.Length >= 3 && Han.StartsWithAny(text, Compound);

    /// <summary>One or two characters that are not words of running text.</summary>
    public static bool IsGivenName(ReadOnlySpan<char> text) =>
        text.Length is 1 or 2 && text.IndexOfAny(NotInGivenNames) < 0 && text.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0;

    /// <summary>Whether two to four characters may be a name with a rare surname, where a list of names points to it.</summary>
    public static bool MayBeName(ReadOnlySpan<char> text) =>
        text.Length is >= 2 and <= 4 && text.IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0
            && !"的了在是送和与及为向到书图米油粮棉".Contains(text[0]) && text[1..].IndexOfAny(NotInGivenNames) < 0 && !Words.Contains(text[..2].ToString());

    private static bool IsMasked(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart("*＊×X某○");
        if (rest.IsEmpty)
            return text.Length >= 2 || text[0] is '某' or '*' or '×';
        var tail = text[1..];
        return text.Length is 2 or 3 && Han.IsHan(text[0]) && Surnames.Contains(text[0]) && tail.TrimEnd("*＊×X某○").IsEmpty;
    }
}
