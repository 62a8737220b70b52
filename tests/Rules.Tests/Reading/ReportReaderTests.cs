using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class ReportReaderTests
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    private static readonly string[] Sentences =
    [
        "组织干部职工35人参加义务植树。", "全年讲党课６次。", "累计捐款1.2万余元。", "开展“四比四看”活动。", "走访困难家庭近20户，送去大米15袋。", "每周三上午打扫办公楼。",
        "召开第3次会议。", "2022年印发文件〔2022〕8号。", "建成图书室一间、购书800余册。", "𠮷林路社区来了12名志愿者。",
    ];

    [Theory]
    [InlineData("全年讲党课6次", 6, "次", Bound.Exact, "党课", "party-lecture")]
    [InlineData("制作展板２０块", 20, "块", Bound.Exact, "展板", "publicity")]
    [InlineData("组织 30 名志愿者清洗护栏", 30, "人", Bound.Exact, "志愿者", "volunteer")]
    [InlineData("累计捐款5万余元", 50000, "元", Bound.Over, "", "donation")]
    [InlineData("募集善款1.28万元", 12800, "元", Bound.Exact, "", "donation")]
    [InlineData("全局捐款12,600元", 12600, "元", Bound.Exact, "", "donation")]
    [InlineData("投入资金20余万，改造办公环境", 200000, "元", Bound.Over, "", "facility")]
    [InlineData("注册志愿者3万5千名", 35000, "人", Bound.Exact, "志愿者", "volunteer")]
    [InlineData("发放宣传单一千二百多份", 1200, "份", Bound.Over, "宣传单", "publicity")]
    [InlineData("走访近百户", 100, "户", Bound.Under, "", "visit")]
    [InlineData("走访不到80户", 80, "户", Bound.Under, "", "visit")]
    [InlineData("约40人参加献血", 40, "人", Bound.About, "", "blood")]
    [InlineData("服务时长600小时左右，志愿者反响好", 600, "小时", Bound.About, "服务时长", "volunteer")]
    [InlineData("献血量8000毫升", 8000, "ml", Bound.Exact, "", "blood")]
    [InlineData("志愿者注册率达百分之九十五以上", 95, "%", Bound.Over, "", "volunteer")]
    [InlineData("新建文化活动室一座", 1, "座", Bound.Exact, "文化活动室", "facility")]
    [InlineData("举办了一场演讲比赛", 1, "场", Bound.Exact, "演讲比赛", "quiz")]
    [InlineData("组建了三支志愿服务队", 3, "支", Bound.Exact, "志愿服务队", "volunteer")]
    [InlineData("成立四个专项工作组，召开推进会", 4, "个", Bound.Exact, "专项工作组", "meeting")]
    [InlineData("连续三年被评为先进单位", 3, "年", Bound.Exact, "", "honor")]
    [InlineData("3.20名党员参加执勤", 20, "人", Bound.Exact, "党员", "duty")]
    [InlineData("目前38名党员参加执勤", 38, "人", Bound.Exact, "党员", "duty")]
    [InlineData("志愿者占职工总数的近七成", 70, "%", Bound.Under, "", "profile")]
    [InlineData("清运垃圾1 200吨", 1200, "吨", Bound.Exact, "垃圾", "clean-up")]
    [InlineData("免费测血糖 １ ４ ０ 人", 140, "人", Bound.Exact, "", "public-health")]
    [InlineData("发放宣传单2万3千余份", 23000, "份", Bound.Over, "宣传单", "publicity")]
    [InlineData("发放宣传单1.2 万余 份", 12000, "份", Bound.Over, "宣传单", "publicity")]
    [InlineData("发放宣传单三万五千份", 35000, "份", Bound.Exact, "宣传单", "publicity")]
    [InlineData("为困难家庭节约开支、捐款节约3万元", 30000, "元", Bound.Exact, "", "donation")]
    [InlineData("举办公益徒步活动5届", 5, "届", Bound.Exact, "", "culture")]
    [InlineData("清理河道用工30余天", 30, "天", Bound.Over, "", "clean-up")]
    [InlineData("志愿服务1个多小时", 1, "小时", Bound.Over, "志愿服务", "volunteer")]
    [InlineData("悬挂横幅100余幅（条）", 100, "幅", Bound.Over, "横幅", "publicity")]
    [InlineData("志愿服务时长不少于60小时", 60, "小时", Bound.Over, "志愿服务时长", "volunteer")]
    [InlineData("资助一名大学生", 1, "人", Bound.Exact, "大学生", "donation")]
    [InlineData("拆除违建5条线路", 5, "条", Bound.Exact, "线路", "clean-up")]
    [InlineData("2个人居环境示范点", 2, "个", Bound.Exact, "人居环境示范点", "clean-up")]
    [InlineData("按计划开展培训6次", 6, "次", Bound.Exact, "培训", "training")]
    public void Read_OneAmount_GivesValueUnitBoundItemAndKind(string text, decimal value, string unit, Bound bound, string item, string kind)
    {
        var fact = Reader.Read(text + "。").Facts.ShouldHaveSingleItem();

        fact.Quantities.ShouldBe([new(value, unit, bound, item)]);
        fact.Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("召开第三次会议")]
    [InlineData("2022年5月12日上午9:30在会议室学习")]
    [InlineData("学习贯彻党的二十大和二十届三中全会精神")]
    [InlineData("印发《志愿服务三项制度汇编100条》")]
    [InlineData("落实“三会一课”和“四个一”要求")]
    [InlineData("围绕五个方面、三项重点发力")]
    [InlineData("开展数百次巡查，走访几十户，十几人参加")]
    [InlineData("有三五人参加，七八次")]
    [InlineData("依据〔2021〕15号文件和abc114网站")]
    [InlineData("24小时服务热线")]
    [InlineData("办好一件件小事，作为一项重要内容")]
    [InlineData("四处走访，百姓满意，千方百计，万众一心")]
    [InlineData("三年来持续用力，近两年成效明显")]
    [InlineData("60岁以上老人")]
    [InlineData("获得比赛第2名，位列全市前3名")]
    [InlineData("3至5人一组，7、8人参加")]
    [InlineData("家住3栋2单元，该村距县城28公里，在东侧300米处集合")]
    [InlineData("紧扣十六字治水思路，配合市红十字会")]
    [InlineData("每班16人轮换，每次不少于2小时，本表一式三份")]
    [InlineData("打好三场硬仗，解决两张皮，三番五次上门，村子四面环山")]
    [InlineData("48小时内办结，建设15分钟便民生活圈，丰富八小时外生活")]
    [InlineData("推广2.0版，学习12.5次全会")]
    [InlineData("献血以400毫升者居多")]
    [InlineData("第3、4期简报，正月初二起，附件3份")]
    [InlineData("下一步，计划开展培训6次")]
    [InlineData("力争明年注册志愿者突破100人")]
    [InlineData("计划举办培训班6期，预计投入20万元")]
    public void Read_NumberThatIsNoAmount_GivesNothing(string text) => Reader.Read(text + "。").Facts.ShouldBeEmpty();

    [Theory]
    [InlineData("固定每周三下午政治学习", Frequency.Weekly, 1, "Wednesday", DayPart.Pm, null, 1)]
    [InlineData("每周二、五下午清扫街道", Frequency.Weekly, 1, "Tuesday,Friday", DayPart.Pm, null, 1)]
    [InlineData("每周一至周五上午执勤", Frequency.Weekly, 1, "Monday,Tuesday,Wednesday,Thursday,Friday", DayPart.Am, null, 1)]
    [InlineData("每星期天清扫街道", Frequency.Weekly, 1, "Sunday", DayPart.None, null, 1)]
    [InlineData("每周一次例会", Frequency.Weekly, 1, "", DayPart.None, null, 1)]
    [InlineData("每两周召开例会", Frequency.Weekly, 2, "", DayPart.None, null, 1)]
    [InlineData("每月第一个周五开展主题党日", Frequency.Monthly, 1, "Friday", DayPart.None, null, 1)]
    [InlineData("每月至少一次谈心谈话", Frequency.Monthly, 1, "", DayPart.None, null, 1)]
    [InlineData("每季度举办道德讲堂", Frequency.Quarterly, 1, "", DayPart.None, null, 1)]
    [InlineData("每半年评选身边好人", Frequency.Monthly, 6, "", DayPart.None, null, 1)]
    [InlineData("每年开展两次献血", Frequency.Yearly, 1, "", DayPart.None, null, 2)]
    [InlineData("每天早上升国旗", Frequency.Daily, 1, "", DayPart.Am, null, 1)]
    [InlineData("实行24小时值守", Frequency.Daily, 1, "", DayPart.None, 24, 1)]
    [InlineData("24小时专人接听", Frequency.Daily, 1, "", DayPart.None, 24, 1)]
    [InlineData("每月最后一个星期五开办道德讲堂", Frequency.Monthly, 1, "Friday", DayPart.None, null, 1)]
    [InlineData("每月相对固定1天开展主题党日", Frequency.Monthly, 1, "", DayPart.None, null, 1)]
    [InlineData("每半月召开一次例会", Frequency.Monthly, 1, "", DayPart.None, null, 2)]
    [InlineData("落实周五卫生日制度", Frequency.Weekly, 1, "Friday", DayPart.None, null, 1)]
    [InlineData("固定周三下午政治学习", Frequency.Weekly, 1, "Wednesday", DayPart.Pm, null, 1)]
    [InlineData("一月一主题", Frequency.Monthly, 1, "", DayPart.None, null, 1)]
    [InlineData("按季度通报情况", Frequency.Quarterly, 1, "", DayPart.None, null, 1)]
    [InlineData("一年两次体检", Frequency.Yearly, 1, "", DayPart.None, null, 2)]
    [InlineData("每逢春节走访老党员", Frequency.Yearly, 1, "", DayPart.None, null, 1)]
    public void Read_Arrangement_GivesItsRecurrence(string text, Frequency frequency, int interval, string days, DayPart part, int? hours, int times)
    {
        var recurrence = Reader.Read(text + "。").Facts.ShouldHaveSingleItem().Recurrence.ShouldNotBeNull();

        (recurrence.Frequency, recurrence.Interval, recurrence.Part, recurrence.Hours, recurrence.Times).ShouldBe((frequency, interval, part, hours, times));
        string.Join(',', recurrence.Days).ShouldBe(days);
    }

    [Theory]
    [InlineData("每名同志都参加学习")]
    [InlineData("人均每年增收")]
    public void Read_EachWithoutStep_GivesNoWeeklyRecurrence(string text) =>
        Reader.Read(text + "。").Facts.ShouldAllBe(fact => fact.Recurrence == null || fact.Recurrence.Frequency == Frequency.Yearly);

    [Theory]
    [InlineData("我局捐款5000元", Actor.Own)]
    [InlineData("全体党员捐款5000元", Actor.Own)]
    [InlineData("组织爱心企业捐款5000元", Actor.Own)]
    [InlineData("我局结对帮扶东岭村。东岭村为灾区捐萝卜3000斤", Actor.Partner)]
    [InlineData("局长赵某某资助学生5000元", Actor.Person)]
    [InlineData("党员刘某个人捐款800元", Actor.Person)]
    [InlineData("爱心企业向社区捐赠口罩500只", Actor.Other)]
    [InlineData("县委领导到我局检查2次", Actor.Superior)]
    public void Read_Subject_TellsTheActor(string text, Actor actor) => Reader.Read(text + "。").Facts[^1].Actor.ShouldBe(actor);

    [Fact]
    public void Read_ClauseWithPeopleAndPlace_NamesThem()
    {
        var fact = Reader.Read("组织干部职工到东岭社区清扫楼道12个。").Facts.ShouldHaveSingleItem();

        (fact.People, fact.Place).ShouldBe(("干部职工", "东岭社区"));
    }

    [Fact]
    public void Read_HeadingsAndTitle_GiveSectionAndDropPlans()
    {
        const string text = "某局2022年工作总结\n一、主要做法\n（一）开展志愿服务。参加48人次。\n1、办好3件实事。\n二、下一步打算\n开展志愿服务30次。\n";

        var reading = Reader.Read(text);

        reading.Title.ShouldBe("某局2022年工作总结");
        reading.Facts.Select(fact => (fact.Kind, fact.Quote, fact.Section)).ShouldBe(
        [
            ("volunteer", "参加48人次", "一、主要做法 / （一）开展志愿服务"),
            ("practical-task", "办好3件实事", "一、主要做法 / （一）开展志愿服务 / 1、办好3件实事"),
        ]);
    }

    [Theory]
    [InlineData("一、针对存在问题抓整改", 1)]
    [InlineData("一、存在问题", 0)]
    [InlineData("一、下步工作思路", 0)]
    public void Read_HeadingOfWhatIsLacking_GivesNoFactUnlessPutRight(string heading, int facts) =>
        Reader.Read(heading + "\n开展检查6次。\n").Facts.Count.ShouldBe(facts);

    [Theory]
    [InlineData("志愿服务满意率达百分之九十八点五", "98.5", "%")]
    [InlineData("志愿服务历时2个半小时", "2.5", "小时")]
    [InlineData("修建机耕路三点二公里", "3.2", "公里")]
    public void Read_FractionInWords_GivesItsValue(string text, string value, string unit) =>
        Reader.Read(text + "。").Facts.ShouldHaveSingleItem().Quantities.Select(quantity => (quantity.Value, quantity.Unit))
            .ShouldBe([(decimal.Parse(value, CultureInfo.InvariantCulture), unit)]);

    [Theory]
    [InlineData("献血12人、4200毫升", 1)]
    [InlineData("共有52人参加献血，献血量达15600毫升", 1)]
    [InlineData("举办道德讲堂12期，参加人数达600余人次", 1)]
    [InlineData("走访困难群众32户，送去慰问金1.6万元", 1)]
    [InlineData("制作展板12块，发放宣传单3000份", 2)]
    [InlineData("开展志愿服务30次，义诊12次", 2)]
    [InlineData("走访困难群众32户，清扫街道3条", 2)]
    public void Read_ClauseThatGoesOn_IsOneFactWithTheDeed(string text, int facts) => Reader.Read(text + "。").Facts.Count.ShouldBe(facts);

    [Fact]
    public void Read_ParagraphOfPlans_GivesNothing() =>
        Reader.Read("全年讲党课6次。\n下一步，我们将加强学习。举办培训班3期。\n全年走访12户。").Facts.Select(fact => fact.Kind).ShouldBe(["party-lecture", "visit"]);

    [Fact]
    public void Read_LinesOfOneWidth_AreOneParagraph()
    {
        const string text = "某局帮扶工作总结\n" +
            "一年来，全局干部职工真抓实干，各项帮扶工作取得较好成效，先后走访困难群众一百二\n" +
            "十户，修通通村公路11.6公里，另建成机耕道2公里，全部投入使用，修建圈舍1 200\n" +
            "平方米。同时组织志愿者开展环境卫生整治活动，累计清理垃圾三十余吨，参加活动的干\n" +
            "部职工共有86人次，发放宣传单2000份，张贴标语15条，为把这项工作做实做好做出成\n" +
            "效打下了基础。\n";

        Reader.Read(text).Facts.SelectMany(fact => fact.Quantities).Select(quantity => (quantity.Value, quantity.Unit))
            .ShouldBe([(120, "户"), (11.6m, "公里"), (2, "公里"), (1200, "平方米"), (30, "吨"), (86, "人次"), (2000, "份"), (15, "条")]);
    }

    [Theory]
    [InlineData("走访慰问老党员，投入资金3万元", "visit")]
    [InlineData("投入资金3万元", "facility")]
    [InlineData("购买会议桌椅20套", "facility")]
    public void Read_HintBesideASignal_GivesWay(string text, string kind) =>
        Reader.Read(text + "。").Facts.ShouldHaveSingleItem().Kind.ShouldBe(kind);

    [Theory]
    [InlineData("捐赠口罩500只、图书80册", "donation")]
    [InlineData("慰问孤寡老人5人，送去大米5袋", "visit")]
    public void Read_ObjectsOfAGift_HaveTheKindOfTheGift(string text, string kind) =>
        Reader.Read(text + "。").Facts.ShouldAllBe(fact => fact.Kind == kind);

    [Fact]
    public void Read_OneShortLine_IsReadAndNoTitle()
    {
        var reading = Reader.Read("全年讲党课6次");

        reading.Title.ShouldBeEmpty();
        reading.Facts.ShouldHaveSingleItem();
    }

    [Fact]
    public void Read_TwoAmountsInOneClause_GivesOneFact() =>
        Reader.Read("抽调9名党员组成3支先锋队。").Facts.ShouldHaveSingleItem().Quantities.Select(quantity => quantity.Value).ShouldBe([9, 3]);

    [Fact]
    public void Read_ByteOrderMarkLineEndsAndRareCharacters_CountInOffsets()
    {
        const string text = "\uFEFF𠮷\r\n讲党课５次。";

        var fact = Reader.Read(text).Facts.ShouldHaveSingleItem();

        (fact.Quote, fact.Start, fact.End).ShouldBe(("讲党课５次", 4, 9));
    }

    [Fact]
    public void Read_AnySentences_QuotesAreSlicesOfTheSource() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Sentences)).ToArbitrary(), parts =>
        {
            var text = string.Join("\r\n", parts);
            var runes = text.EnumerateRunes().ToArray();
            return Reader.Read(text).Facts.All(fact =>
                fact.Quote == string.Concat(runes[fact.Start..fact.End]) && fact.End - fact.Start <= 300);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_NumberChanged_LeavesTheNeighboursReading() =>
        Prop.ForAll(Gen.Choose(2, 99_999).ToArbitrary(), number =>
        {
            var facts = Reader.Read($"制作展板8块。走访困难家庭{number}户。捐款5000元。").Facts;
            return facts.Count == 3
                && facts[0].Quantities[0] == new Quantity(8, "块", Bound.Exact, "展板")
                && facts[1].Quantities[0] == new Quantity(number, "户", Bound.Exact, "困难家庭")
                && facts[2].Quantities[0] == new Quantity(5000, "元");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyText_DoesNotThrow() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements([.. "一二两十百千万余多数第每周月年名次元个户“”《》（）、，。：;,.0123456789%近约\n\r 捐慰问村*某的了𠮷".ToCharArray()])).ToArbitrary(), characters =>
        {
            _ = Reader.Read(new string(characters)).Facts.Count;
            _ = Masking.Mask(new string(characters));
        }).QuickCheckThrowOnFailure();
}
