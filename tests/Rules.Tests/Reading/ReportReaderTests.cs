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
