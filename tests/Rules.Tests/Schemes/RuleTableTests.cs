using Mingce.Rules;
using Mingce.Rules.Schemes;
using static Rules.Tests.Schemes.Sample;

namespace Rules.Tests.Schemes;

/// <summary>A table of cases for each rule type beyond counting, documents, ratio and grade by points.</summary>
public class RuleTableTests
{
    private static readonly Selection Lectures = new(["moral-lecture"]);

    private static int PointsOf(Check check, ScoringInput input) => Score(check, input).Points;

    private static ScoringInput Stated(params Attestation[] attestations) => Input() with { Attestations = attestations };

    // 每季度不少于…次, 每缺1次扣…, of 1 分; months in which a lecture was held.
    [Theory]
    [InlineData(1, 30, new[] { 1, 4, 7, 10 }, 100)]
    [InlineData(1, 30, new[] { 1, 4, 7 }, 70)]
    [InlineData(1, 30, new int[0], 0)] // 100-4×30 is below 0
    [InlineData(2, 10, new[] { 1, 1, 4 }, 50)] // 0+1+2+2 missing
    [InlineData(2, 10, new[] { 1, 1, 1, 1 }, 40)] // more than asked in one quarter helps no other
    public void Score_DeductForEachTimeMissing_StopsAtZero(int minimum, int deduct, int[] months, int points)
    {
        var check = new ThresholdCheck("1.1-1", "讲堂", 100, Lectures, minimum, new(Cycle.Quarter)) { Award = Award.Deduct, Deduct = deduct };
        PointsOf(check, Input([.. months.Select((month, i) => Lecture(month, 5, $"r{i}", Photo()))])).ShouldBe(points);
    }

    [Fact]
    public void Score_DeductForEachTimeMissing_SaysWhatItCosts()
    {
        var check = new ThresholdCheck("1.1-1", "讲堂", 100, Lectures, 1, new(Cycle.Quarter)) { Award = Award.Deduct, Deduct = 30 };
        var result = Score(check, Input(Lecture(1, 5, "a", Photo()), Lecture(7, 5, "c", Photo())));
        (result.Points, result.Missing.Single()).ShouldBe((40, "讲堂：第二季度缺1次有佐证的记录；第四季度尚未开展（12月31日前）；每缺1次扣0.3分，共扣0.6分，请查找已有材料"));
    }

    [Theory]
    [InlineData(Bound.Exact, 90, 30, 100)]
    [InlineData(Bound.Over, 90, 30, 100)]
    [InlineData(Bound.About, 90, 30, 0)]
    [InlineData(Bound.Under, 90, 30, 0)]
    [InlineData(Bound.Exact, 89, 30, 0)]
    [InlineData(Bound.Exact, 90, 0, 0)] // nobody said by how many people to divide
    public void Score_HoursPerPerson_CountsOnlyWhatIsSure(Bound bound, int hours, int people, int points)
    {
        var check = new ThresholdCheck("1.1-1", "人均", 100, Lectures, 3) { Measure = "小时", PerPerson = "staff" };
        var input = Input(Lecture(1, 5, "a", Photo()) with { Quantities = [new(hours, "小时", bound), new(500, "元")] });
        PointsOf(check, input with { Attestations = people == 0 ? [] : [new Headcount("staff", 2026, people, "在编在岗", Day(6, 30), "王敏")] }).ShouldBe(points);
    }

    [Fact]
    public void Score_PeopleAddedUp_NeedTheirNumber()
    {
        var check = new ThresholdCheck("1.1-1", "参加人次", 100, Lectures, 100) { Measure = "人" };
        var known = Lecture(1, 5, "a", Photo()) with { Headcount = 60 };
        var result = Score(check, Input(known, Lecture(2, 5, "b", Photo())));
        (result.Points, result.Counted.Single(), result.Claimed.Single()).ShouldBe((0, "a", "b"));
        result.Missing.ShouldBe(["参加人次：已填报1次，未登记人数", "参加人次：测评期内合计60人，不足100人，12月31日前对应1分"]);
        PointsOf(check, Input(known, Lecture(2, 5, "b", Photo()) with { Headcount = 40 })).ShouldBe(100);
    }

    [Theory]
    [InlineData(95, 100, 1, 100)]
    [InlineData(94, 100, 1, 90)]
    [InlineData(189, 200, 1, 100)] // 94.5%: no full point short
    [InlineData(187, 200, 1, 90)] // 93.5%
    [InlineData(80, 100, 1, 0)] // 15 points short
    [InlineData(84, 100, 5, 80)] // two full steps of five
    [InlineData(2, 3, 1, 0)] // 28.33 short
    public void Score_RatioByStep_TakesPointsForFullStepsOnly(int number, int all, double step, int points)
    {
        var check = new RatioCheck("1.1-1", "比例", 100, "r", 95) { Deduct = 10, Step = (decimal)step };
        PointsOf(check, Stated(new Ratio("r", 2026, number, all, "在编在岗", Day(6, 30), "王敏"))).ShouldBe(points);
    }

    [Theory]
    [InlineData("在编在岗", 6, 30, 100)]
    [InlineData(" 在编在岗 ", 6, 30, 100)]
    [InlineData("全体职工", 6, 30, 0)]
    [InlineData("在编在岗", 6, 29, 0)]
    public void Score_RatioWithWhoAndDayOfTheSource_BelievesNoOther(string who, int month, int day, int points)
    {
        var check = new RatioCheck("1.1-1", "比例", 100, "r", 90) { Who = "在编在岗", Day = new(6, 30) };
        var result = Score(check, Stated(new Ratio("r", 2026, 10, 10, who, Day(month, day), "王敏")));
        result.Points.ShouldBe(points);
        if (points == 0)
            result.Missing.ShouldBe(["比例：尚未填报比例（按在编在岗，6月30日人数），对应1分"]);
    }

    [Theory]
    [InlineData("A", 300, "")]
    [InlineData("B", 198, "服务：评定B（1.98分），未得1.02分，理由：尚可")]
    [InlineData("C", 99, "服务：评定C（0.99分），未得2.01分，理由：尚可")]
    [InlineData("C#", 0, "服务：评定C#（0分），未得3分，理由：尚可")]
    [InlineData("E", 0, "服务：未评定，由评分人评定等次并写明理由，对应3分")]
    public void Score_Mark_GivesItsShare(string mark, int points, string missing)
    {
        var check = new GradeCheck("1.1-1", "服务", 300) { Marks = [new("A", 1), new("B", 0.66m), new("C", 0.33m), new("C#", 0)] };
        var result = Score(check, Stated(new Grade("1.1-1", 2026, 0, "王敏", "尚可", mark)));
        (result.Points, string.Join('|', result.Missing)).ShouldBe((points, missing));
    }

    // How many of three are met gives 33%, 66%, 100%.
    [Theory]
    [InlineData(new string[0], "不符合", 0)]
    [InlineData(new[] { "moral-lecture" }, "不符合", 99)]
    [InlineData(new[] { "moral-lecture", "meeting" }, "不符合", 198)]
    [InlineData(new[] { "moral-lecture" }, "符合", 198)]
    [InlineData(new[] { "moral-lecture", "meeting" }, "符合", 300)]
    public void Score_ByLevels_CountsWhatIsMet(string[] kinds, string mark, int points)
    {
        var scheme = SchemeOf(300, new ThresholdCheck("1.1-1", "讲堂", 0, Lectures), new ThresholdCheck("1.1-2", "会议", 0, new(["meeting"])), new GradeCheck("1.1-3", "成效", 0) { Marks = [new("符合", 1), new("不符合", 0)] });
        var standard = scheme.Standards.Single() with { Levels = [0, 0.33m, 0.66m, 1] };
        scheme = scheme with { Sections = [new Section("一", 300, [new Indicator("一", 300, [standard])])] };
        var input = Input([.. kinds.Select((kind, i) => On(1, 5, $"r{i}", kind, "题", Photo()))]) with { Attestations = [new Grade("1.1-3", 2026, 0, "王敏", "见", mark)] };
        var result = Scorer.Score(scheme, input).Standards[0];
        result.Points.ShouldBe(points);
        result.Checks.Sum(check => check.Gaps.Sum(gap => gap.Points)).ShouldBe(300 - points);
    }

    [Theory]
    [InlineData(1, 2, 100)] // 10-5-2×2
    [InlineData(0, 0, 1000)]
    [InlineData(3, 0, 0)]
    [InlineData(1, null, 0)] // one of the two was not looked at
    public void Score_FaultsFound_TakePointsDownToZero(int first, int? second, int points)
    {
        var check = new DeductCheck("1.1-1", "劝导", 1000, [new("1.1-1.1", "不到位", 500), new("1.1-1.2", "脏乱", 200, "处")]);
        List<Attestation> stated = [new Tally("1.1-1.1", 2026, first, "王敏", "通报")];
        if (second is { } number)
            stated.Add(new Tally("1.1-1.2", 2026, number, "王敏", "通报"));
        var result = Score(check, Stated([.. stated]));
        result.Points.ShouldBe(points);
        if (second is null)
            result.Missing.ShouldBe(["劝导：未核定脏乱的处数，由专人核定并写明依据，对应10分"]);
    }

    public static TheoryData<string, (string Work, int Record, int Points)[], int, int> Honors => new()
    {
        { "one", [("甲", 0, 300)], 300, 0 },
        { "two works", [("甲", 0, 300), ("乙", 1, 400)], 700, 0 },
        { "one work twice: the highest", [("甲", 0, 300), ("甲", 1, 400)], 400, 1 },
        { "capped", [("甲", 0, 600), ("乙", 1, 600)], 1000, 0 },
        { "no evidence", [("甲", 2, 300)], 0, 1 },
        { "the highest has no evidence", [("甲", 2, 500), ("甲", 0, 300)], 300, 1 },
        { "last year", [("甲", 3, 300)], 0, 1 },
        { "a leader's", [("甲", 4, 300)], 0, 0 },
        { "no such record", [("甲", 9, 300)], 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Honors))]
    public void Score_Bonus_CountsTheHighestOfEachWork(string why, (string Work, int Record, int Points)[] claims, int points, int claimed)
    {
        ScoringRecord[] records =
        [
            On(3, 1, "r0", "honor", "一", Photo()), On(4, 1, "r1", "honor", "二", Photo()), On(5, 1, "r2", "honor", "三"),
            On(5, 1, "r3", "honor", "四", Photo()) with { Period = Period.Of(new(2025, 5, 1)) }, On(5, 1, "r4", "honor", "五", Photo()) with { Actor = Actor.Superior },
        ];
        var input = Input(records) with { Attestations = [.. claims.Select(claim => new BonusClaim("1.1-1", 2026, claim.Work, $"r{claim.Record}", "王敏", "表彰", "", claim.Points))] };
        var result = Score(new BonusCheck("1.1-1", "加分", 1000), input);
        (result.Points, result.Claimed.Count).ShouldBe((points, claimed), why);
        // Nobody is asked for an honour.
        result.Checks[0].Gaps.Sum(gap => gap.Points).ShouldBe(0, why);
    }

    [Theory]
    [InlineData("省级", 400)]
    [InlineData("村级", 0)]
    public void Score_BonusLevel_HasThePointsOfTheScheme(string level, int points) => PointsOf(
        new BonusCheck("1.1-1", "加分", 1000) { Levels = [new("省级", 400)] },
        Input(On(3, 1, "r", "honor", "一", Photo())) with { Attestations = [new BonusClaim("1.1-1", 2026, "甲", "r", "王敏", "表彰", level, 900)] }).ShouldBe(points);

    public static TheoryData<string, NegativeList, DateOnly, bool> Windows
    {
        get
        {
            var list = new NegativeList("n", "清单", NegativeEffect.Veto, [new("n.1", "违纪"), new("n.2", "旧口径", "现不自查")]);
            return new()
            {
                { "in the assessed period", list, new(2026, 1, 1), true },
                { "before it", list, new(2025, 12, 31), false },
                { "not yet", list, new(2026, 11, 23), false },
                { "12 months back", list with { Months = 12 }, new(2025, 11, 22), true },
                { "a day more", list with { Months = 12 }, new(2025, 11, 21), false },
                { "two years back", list with { Months = 24 }, new(2024, 11, 22), true },
                { "since a day", list with { Since = new(2018, 1, 1) }, new(2018, 1, 1), true },
                { "before that day", list with { Since = new(2018, 1, 1) }, new(2017, 12, 31), false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Score_Incident_CountsInTheWindowOfItsList(string why, NegativeList list, DateOnly on, bool vetoed)
    {
        var scheme = SchemeOf(100, new GradeCheck("1.1-1", "廉政", 100)) with { Negative = [list] };
        var card = Scorer.Score(scheme, Stated(
            new Incident("n.1", 2026, on, "王敏", "事实"), new Incident("n.2", 2026, on, "王敏", "旧口径"), new Grade("1.1-1", 2026, 100, "王敏", "好")));
        card.Vetoed.ShouldBe(vetoed, why);
        // A veto is a status: it takes no points.
        (card.Points, card.Revoked).ShouldBe((100, false), why);
    }

    [Theory]
    [InlineData(1000, false, null, 1, 1000)]
    [InlineData(1000, true, null, 1, 1000)]
    [InlineData(1000, true, null, 2, 2000)]
    [InlineData(null, false, 300, 2, 300)]
    [InlineData(null, true, 300, 2, 600)]
    [InlineData(null, true, null, 2, 0)]
    public void Score_DeductingList_TakesPointsFromTheTotal(int? deduct, bool concealed, int? stated, int factor, int taken)
    {
        var list = new NegativeList("n", "清单", NegativeEffect.Deduct, []) { Deduct = deduct, Concealed = factor };
        var scheme = SchemeOf(1500, new GradeCheck("1.1-1", "廉政", 1500)) with { Negative = [list] };
        var card = Scorer.Score(scheme, Stated(new Incident("n", 2026, Day(3, 3), "王敏", "事故", concealed, stated), new Grade("1.1-1", 2026, 1500, "王敏", "好")));
        (card.Deducted, card.Points, card.Standards[0].Points).ShouldBe((taken, Math.Max(0, 1500 - taken), 1500));
        card.Summary.ShouldEndWith("负面清单未自查");
    }

    [Fact]
    public void Score_SignedLists_SayWhoAndUntilWhen()
    {
        var scheme = SchemeOf(100, new GradeCheck("1.1-1", "廉政", 100)) with { Negative = [new("n", "撤销", NegativeEffect.Revoke, [new("n.1", "造假")])] };
        var signed = new SelfCheck("n", 2026, "王敏", Day(11, 1));
        Scorer.Score(scheme, Stated()).Negative[0].Summary.ShouldBe("未自查");
        Scorer.Score(scheme, Stated(signed)).Negative[0].Summary.ShouldBe("王敏已自查（截至2026年11月1日），未发生");
        Scorer.Score(scheme, Stated(signed with { Year = 2025 })).Negative[0].Summary.ShouldBe("未自查");
        var card = Scorer.Score(scheme, Stated(signed, new Incident("n.1", 2026, Day(5, 5), "王敏", "材料造假")));
        (card.Revoked, card.Vetoed, card.Negative[0].Summary).ShouldBe((true, false, "王敏已自查（截至2026年11月1日），发生1项，撤销称号"));
    }

    [Fact]
    public void Score_NotApplicable_TakesItsPointsApart()
    {
        var one = new Standard("1.1", "甲", 200, [], [new GradeCheck("1.1-1", "甲", 200)]);
        var two = new Standard("1.2", "乙", 300, [], [new GradeCheck("1.2-1", "乙", 300)]);
        var scheme = new Scheme("s", "", "", "", [new("一", 500, [new("一", 500, [one, two])])]);
        var card = Scorer.Score(scheme, Stated(new Grade("1.1-1", 2026, 150, "王敏", "好"), new NotApplicable("1.2", 2026, "王敏", "没有窗口"), new Grade("1.2-1", 2026, 300, "王敏", "好")));
        (card.Points, card.Possible, card.NotApplicable, card.Summary).ShouldBe((150, 200, 300, "已赋分2分中得1.5分，另3分不适用"));
        card.Standards[1].Missing.ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => new NotApplicable("1.2", 2026, "王敏", " "));
    }

    [Theory]
    [InlineData(900, 1000, 0, true)]
    [InlineData(850, 1000, 0, true)]
    [InlineData(800, 1000, 0, false)]
    [InlineData(100, 300, 700, false)] // even all that is unassigned would not do
    [InlineData(200, 300, 700, null)]
    public void Score_PassLine_IsOnlyJudgedWhereItCanBe(int grade, int points, int unassigned, bool? passed)
    {
        var scheme = SchemeOf(points, new GradeCheck("1.1-1", "廉政", points)) with { StatedPoints = points + unassigned, PassLine = 850 };
        Scorer.Score(scheme, Stated(new Grade("1.1-1", 2026, grade, "王敏", "好"))).Passed.ShouldBe(passed);
    }

    [Fact]
    public void Score_Term_AveragesItsYears()
    {
        var scheme = SchemeOf(100, new GradeCheck("1.1-1", "廉政", 100)) with { TermYears = 3 };
        var card = Scorer.Score(scheme, Stated(new Grade("1.1-1", 2024, 100, "王敏", "好"), new Grade("1.1-1", 2025, 50, "王敏", "中"), new Grade("1.1-1", 2026, 51, "王敏", "中")));
        card.Term.Select(year => (year.Year, year.Points)).ShouldBe([(2024, 100), (2025, 50), (2026, 51)]);
        card.TermAverage.ShouldBe(67); // 201/3
        card.Summary.ShouldBe("已赋分1分中得0.51分，2024年至2026年平均0.67分");
    }

    [Theory]
    [InlineData(2, false, new[] { 2024, 2025 }, 100)]
    [InlineData(2, false, new[] { 2025, 2026 }, 0)]
    [InlineData(3, true, new[] { 2024, 2025, 2026 }, 100)]
    [InlineData(3, true, new[] { 2023, 2024, 2025 }, 0)]
    [InlineData(1, true, new[] { 2026 }, 100)]
    public void Score_EvidenceWindow_AsksItsYears(int years, bool current, int[] held, int points)
    {
        var check = new ThresholdCheck("1.1-1", "讲堂", 100, Lectures, 1, new(Cycle.Year, years, current));
        PointsOf(check, Input([.. held.Select(year => Lecture(3, 5, $"r{year}", Photo()) with { Period = Period.Of(new(year, 3, 5)) })])).ShouldBe(points);
    }

    [Fact]
    public void Score_EarlierDocument_CountsWhileItIsSaidToBeInForce()
    {
        var check = new DocumentsCheck("1.1-1", "规范", 100, new([]), [new("服务规范", Wording.Any("服务规范"))]) { InForce = true };
        var input = Input(On(3, 5, "old", "rule", "规范", Document("服务规范")) with { Period = Period.OfYear(2019) });
        Score(check, input).Missing[0].ShouldBe("规范：已填报1项，早于材料年限，未说明仍在用");
        PointsOf(check, input with { Attestations = [new InForce("old", 2026, "王敏", "未废止")] }).ShouldBe(100);
        PointsOf(check with { InForce = false }, input with { Attestations = [new InForce("old", 2026, "王敏", "未废止")] }).ShouldBe(0);
    }

    [Fact]
    public void Score_PartsOfTheEvidence_AreAskedOfEachRecord()
    {
        EvidenceNeed minutes = new([EvidenceForm.Document], 1, [new("议题", Wording.Any("议题")), new("地点", Wording.Any("地点"))]);
        var check = new ThresholdCheck("1.1-1", "研究", 100, new(["meeting"], Evidence: [minutes]), 2);
        var result = Score(check, Input(
            On(1, 9, "a", "meeting", "一", Document("议题"), Document("地点")), On(2, 9, "b", "meeting", "二", Document("议题"), Photo("地点"))));
        (result.Points, result.Counted.Single(), result.Missing[0]).ShouldBe((0, "a", "研究：已填报1次，文件未见地点"));
    }

    [Fact]
    public void Score_TaskOfAMonth_LooksAtThatMonthOnly()
    {
        var check = new ThresholdCheck("1.1-1", "1月任务", 100, new(["festival"], NeedsText: true), 1, new(Cycle.Year, From: new(1, 1), Before: new(2, 1)));
        var record = On(1, 31, "a", "festival", "迎春", Photo()) with { Text = "写春联" };
        var result = Score(check, Input(record, On(2, 1, "b", "festival", "元宵", Photo()), On(1, 20, "c", "festival", "迎春", Photo())));
        (result.Points, result.Counted.Single(), result.Claimed.Single()).ShouldBe((100, "a", "c"));
        result.Checks[0].Periods.Single().Name.ShouldBe("2026年1月");
    }
}
