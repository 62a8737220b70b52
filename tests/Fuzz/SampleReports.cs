using System.Text;

namespace Fuzz;

/// <summary>Invented reports in the styles that offices write, to be repeated, mutated and measured.</summary>
public static class SampleReports
{
    /// <summary>Headings 一、（一）1. and long paragraphs, as a district's office writes.</summary>
    private const string Numbered = """
        云岭区档案馆2024年文明单位创建工作总结

        今年以来，我馆以培育和践行社会主义核心价值观为主线，全馆38名干部职工人人参与，创建工作取得了新的成效。现总结如下：
        一、加强组织领导，压实创建责任
        （一）健全机制。成立以馆长为组长的创建工作领导小组，全年召开专题会议5次，研究解决问题12个，印发《文明创建工作要点》1份。坚持“三会一课”制度，开展主题党日12次、讲党课4次，每月25日前上报工作信息。
        （二）保障经费。投入创建资金3.6万余元，制作宣传展板24块、宣传栏2处，悬挂横幅18条，发放倡议书1,200多份。
        二、丰富活动载体，涵养文明风尚
        1.志愿服务常态化。组建党员志愿服务队3支，注册志愿者35人，注册率达92.1%；每周五下午组织干部职工到责任路段清扫卫生，全年累计出动志愿者460余人次，服务时长1380小时。
        2.关爱帮扶暖人心。春节前夕，走访慰问困难党员6名、困难职工3户，送去慰问金9000元；“六一”前夕，到云岭小学看望留守儿童，捐赠图书300册、书包40个，价值约8000元。11月初，组织无偿献血，27名职工献血8400毫升。
        3.结对共建出实效。与石板村结对帮扶，协调资金20万元修建便民桥一座，帮助销售农产品5万斤，化解矛盾纠纷7起；该村向灾区捐赠大米2000斤。
        三、存在的问题和下一步打算
        一是活动形式不够丰富，二是宣传力度不够。下一步，计划每季度举办道德讲堂1次，力争注册志愿者达到100%。

        """;

    /// <summary>Run-in headings, 一是 二是, full-width digits and spaces inside of figures.</summary>
    private const string RunIn = """
        市公共就业服务中心２０２３年度精神文明建设情况汇报
        思想建设 坚持把理论武装摆在首位，组织集中学习 ２４ 次，开展研讨８场次，撰写心得体会近百篇。一是抓好学习强国平台的使用，参学率９８％以上；二是办好读书班，举办读书分享会６期，参加干部３００多人次；三是开展警示教育，观看警示片４部。
        队伍建设 全中心现有干部职工５６人，其中党员２３人，平均年龄不到４０岁。评选“岗位能手”１０名，其中一等奖１名、二等奖３名、三等奖６名。
        优质服务 设立“一站式”服务窗口１２个，全年接待群众咨询２.３万人次，办理业务１８６００件，办结率达到99.8%，收到锦旗 5 面、表扬信十二封。实行24小时自助服务，工作日每天安排值班人员２名。
        文明实践 利用“我们的节日”，开展春节送春联、元宵猜灯谜、端午包粽子、重阳敬老等活动9场；3月5日开展学雷锋义务植树，栽种树苗500余棵；与杏花社区共建，走访居民1200户，帮助困难家庭8户、孤寡老人3人，解决“微心愿”32个。
        创城攻坚 包保路段两条、背街小巷三条，党员干部轮流上岗执勤,每天上午7:30至9:00、下午5:00至6:30在路口劝导，累计劝导不文明行为4000多起，清理小广告1万余张、垃圾30吨。

        """;

    /// <summary>A school's plain list with dates, places, names and amounts by the line.</summary>
    private const string List = """
        桃源县实验中学“双城同创”活动台账
        （2024年1月至6月）
        1月12日，在校礼堂举行表彰大会，表彰先进班级8个、三好学生120名。
        2月6日（大年三十前），校长周某某个人捐款2000元资助贫困学生李某某、王某某。
        3月上旬，学校团委组织团员青年60名赴烈士陵园祭扫；同月，开展“小手拉大手”清洁家园行动，师生1500余人参加。
        4月23日，世界读书日，图书室新购图书2400册，借阅量同比增长15.6%，折合人均4.2册。
        5月12日 防灾减灾日，举行应急疏散演练2次，参演师生共3200人，用时1分48秒。
        六一前夕，县关工委向我校捐赠电脑40台、课桌椅200套；爱心企业资助学生45人，发放助学金13.5万元。
        6月，对全校84名教职工开展师德考核，优秀17名，合格67名；家访620户，电话13812345678，邮箱ty@example.com。

        """;

    /// <summary>Key figures in one breath, an exhortation without any, and a table pasted as text.</summary>
    private const string Brief = """
        北江市税务局第二分局文明创建简报〔2022〕第15期
        我局坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大精神和十九届六中全会精神，增强“四个意识”、坚定“四个自信”、做到“两个维护”，持续推动文明创建向纵深发展，不断提升干部队伍的精神风貌。
        据统计，两年来，全局共开展志愿服务活动136场次，参与志愿者2180人次，服务群众3.2万人次，累计服务时长超过6500小时，捐款捐物折合人民币21.35万元（其中：现金12.8万元，物资8.55万元）。
        活动名称	时间	地点	参加人数
        税法宣传进社区	2022年4月1日	东湖社区	25人
        义务献血	2022年6月14日	市中心血站	31人
        爱心助考	2022年6月7日至8日	北江一中考点	18人
        先后荣获省级“青年文明号”、市级“巾帼文明岗”等荣誉称号7项，连续三届保持市级文明单位称号，涌现出“身边好人”2名、最美家庭1户。

        """;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Numbered, RunIn, List, Brief];

    /// <summary>
    /// A text of at least so many bytes of UTF-8: the samples over and over, each time with other figures,
    /// so that no copy is quite the same.
    /// </summary>
    public static string OfSize(int bytes)
    {
        var text = new StringBuilder();
        var dice = new Dice(1);
        for (var size = 0; size < bytes;)
        {
            // A heading of its own ends the plans of the report before.
            var report = "一、经验材料\n" + Vary(All[dice.Next(All.Count)], dice);
            text.Append(report);
            size += Encoding.UTF8.GetByteCount(report);
        }
        return text.ToString();
    }

    private static string Vary(string report, Dice dice) => string.Create(report.Length, (report, dice), static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = from.report[i] is >= '1' and <= '9' && from.dice.Next(3) == 0 ? (char)('1' + from.dice.Next(9)) : from.report[i];
    });
}
