using Mingce.Rules;
using Mingce.Rules.Schemes;
using static Rules.Tests.Schemes.Sample;

namespace Rules.Tests.Schemes;

public class OtherRuleTests
{
    private static readonly Part Group = new("领导小组", Wording.Any("领导小组"));
    private static readonly Part Money = new("专项经费", Wording.Any("专项经费"));

    private static DocumentsCheck Documents(Cycle per = Cycle.Window, DayOfYear? before = null) =>
        new("1.1-1", "组织机构", 100, new([]), [Group, Money], new(per, Before: before));

    public static TheoryData<string, ScoringRecord[], int, string[]> Papers => new()
    {
        { "one document has both", [On(2, 3, "a", "rule", "通知", Document("成立领导小组，安排专项经费"))], 100, [] },
        { "two documents", [On(2, 3, "a", "rule", "通知", Document("成立领导小组")), On(5, 3, "b", "other", "预算", Document("专项经费"))], 100, [] },
        { "a year will do", [On(2, 3, "a", "rule", "通知", Document("领导小组、专项经费")) with { Period = Period.OfYear(2026) }], 100, [] },
        { "a person found the parts", [On(2, 3, "a", "rule", "通知", new ScoringEvidence(EvidenceForm.Original, "纸质件", Parts: ["领导小组", "专项经费"]))], 100, [] },
        { "one part", [On(2, 3, "a", "rule", "通知", Document("成立领导小组"))], 0, ["组织机构：测评期内尚未见专项经费的材料，12月31日前对应1分"] },
        { "said, not shown", [On(2, 3, "a", "rule", "领导小组、专项经费")], 0, ["组织机构：已填报1项，缺佐证材料", "组织机构：测评期内尚未见领导小组、专项经费的材料，12月31日前对应1分"] },
        { "a photo is no document", [On(2, 3, "a", "rule", "领导小组、专项经费", Photo("领导小组专项经费"))], 0, ["组织机构：已填报1项，文件或链接或截图或原件备查不足1件", "组织机构：测评期内尚未见领导小组、专项经费的材料，12月31日前对应1分"] },
        { "a photo beside a document", [On(2, 3, "a", "rule", "通知", Document("成立领导小组"), Photo("专项经费"))], 0, ["组织机构：测评期内尚未见专项经费的材料，12月31日前对应1分"] },
        { "nothing to do with it", [On(2, 3, "a", "rule", "请假制度", Document("请假制度"))], 0, ["组织机构：测评期内尚未见领导小组、专项经费的材料，12月31日前对应1分"] },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Score_Documents_NeedEveryPart(string why, ScoringRecord[] records, int points, string[] missing)
    {
        var result = Score(Documents(), Input(records));
        result.Points.ShouldBe(points, why);
        result.Missing.ShouldBe(missing, why);
    }

    [Fact]
    public void Score_DocumentsOfNamedKinds_ClaimOnlyThoseThatNameAPart()
    {
        var check = new DocumentsCheck("1.1-1", "结对帮扶", 300, new(["assistance"]), [new("效果", Wording.Any("效果", "成效"))]);
        var result = Score(check, Input(
            On(2, 3, "a", "assistance", "帮扶成效走访", Document("走访记录")),
            On(2, 4, "b", "assistance", "走访", Document("走访记录"))));
        result.Claimed.ShouldBe(["a"]);
        result.Missing[0].ShouldBe("结对帮扶：已填报1项，未见所需内容");
    }

    [Theory]
    [InlineData(2, 28, PeriodPrecision.Day, 100)]
    [InlineData(3, 1, PeriodPrecision.Day, 0)]
    [InlineData(1, 1, PeriodPrecision.Year, 0)]
    public void Score_DocumentsWithADeadline_CountOnlyWhatIsDatedBefore(int month, int day, PeriodPrecision precision, int points)
    {
        var period = precision == PeriodPrecision.Year ? Period.OfYear(2026) : Period.Of(Day(month, day));
        var record = On(month, day, "a", "rule", "通知", Document("领导小组、专项经费")) with { Period = period };
        var result = Score(Documents(Cycle.Year, new(3, 1)), Input(record));
        result.Points.ShouldBe(points);
        if (points == 0)
            result.Missing[^1].ShouldBe("组织机构：2026年3月1日前缺领导小组、专项经费的材料，对应1分，请查找已有材料");
    }

    [Fact]
    public void Score_DeadlineStillAhead_SaysTheLastDay()
    {
        var input = Input() with { Today = Day(1, 10) };
        Score(Documents(Cycle.Year, new(3, 1)), input).Missing
            .ShouldBe(["组织机构：2026年3月1日前尚未见领导小组、专项经费的材料，2月28日前对应1分"]);
    }

    [Fact]
    public void Score_WindowWithoutTheDeadline_GivesNothing()
    {
        var input = Input(On(5, 3, "a", "rule", "通知", Document("领导小组、专项经费"))) with { From = Day(4, 1) };
        var result = Score(Documents(Cycle.Year, new(3, 1)), input);
        result.Points.ShouldBe(0);
        result.Missing[^1].ShouldBe("组织机构：测评期不含规定时间，对应1分");
    }

    [Theory]
    [InlineData(90, 100, 90, false, 100)]
    [InlineData(90, 100, 90, true, 0)]
    [InlineData(91, 100, 90, true, 100)]
    [InlineData(2, 3, 66.67, false, 0)]
    [InlineData(2, 3, 66.66, false, 100)]
    [InlineData(0, 0, 0, false, 0)]
    [InlineData(4, 3, 90, false, 0)]
    public void Score_Ratio_IsComparedExactly(int number, int all, double percent, bool above, int points)
    {
        var check = new RatioCheck("1.1-1", "知晓率", 100, "awareness", (decimal)percent, above);
        var input = Input() with { Attestations = [new Ratio("awareness", 2026, number, all, "在编在岗", Day(6, 30), "王敏")] };
        Score(check, input).Points.ShouldBe(points);
    }

    [Fact]
    public void Score_Ratio_SaysWhoCountsAndOnWhichDay()
    {
        var check = new RatioCheck("1.1-1", "志愿者注册率", 100, "volunteers", 100);
        var early = new Ratio("volunteers", 2026, 30, 30, "在编在岗", Day(3, 1), "王敏");
        var late = new Ratio("volunteers", 2026, 28, 32, "在编在岗", Day(9, 1), "王敏");
        var outside = late with { Number = 32, On = new(2025, 9, 1) };
        Score(check, Input() with { Attestations = [late, early, outside] }).Missing
            .ShouldBe(["志愿者注册率：在编在岗32人中28人，占87.5%（2026年9月1日），未达到100%，对应1分"]);
        Score(check, Input()).Missing.ShouldBe(["志愿者注册率：尚未填报比例（计算口径、时点、人数），对应1分"]);
    }

    [Theory]
    [InlineData(null, 0, "廉政：未评定，由评分人评分并写明理由，对应2分")]
    [InlineData(200, 200, null)]
    [InlineData(150, 150, "廉政：评定1.5分，未得0.5分，理由：制度完善")]
    [InlineData(900, 200, null)]
    [InlineData(-100, 0, "廉政：评定0分，未得2分，理由：制度完善")]
    public void Score_Grade_StaysWithinItsPoints(int? given, int points, string? missing)
    {
        var check = new GradeCheck("1.1-1", "廉政", 200);
        var grades = given is { } value ? new[] { new Grade("1.1-1", 2026, value, "王敏", "制度完善") } : [];
        var result = Score(check, Input() with { Attestations = grades });
        result.Points.ShouldBe(points);
        result.Missing.ShouldBe(missing is null ? [] : [missing]);
    }

    [Fact]
    public void Score_Grade_ShowsItsBasisWithoutScoringIt()
    {
        var check = new GradeCheck("1.1-1", "廉政", 200, new(["integrity"]));
        var result = Score(check, Input(
            On(3, 2, "a", "integrity", "警示教育", Photo()), On(4, 2, "b", "integrity", "警示教育")));
        (result.Points, result.Counted.Single(), result.Claimed.Single()).ShouldBe((0, "a", "b"));
    }

    [Theory]
    [InlineData("", "理由")]
    [InlineData("王敏", " ")]
    public void Create_GradeWithoutNameOrReason_IsRefused(string by, string reason) =>
        Should.Throw<ArgumentException>(() => new Grade("1.1-1", 2026, 100, by, reason));

    [Fact]
    public void Score_SeveralChecks_AddUpAndRoundOnce()
    {
        // Two shares of 1/12 of 0.5 分 are 4.17 each: 8.33 together, where rounding each would give 8; three are 12.5, rounded up.
        ThresholdCheck Monthly(string id, string kind) => new(id, kind, 50, new([kind]), 1, new(Cycle.Month)) { Award = Award.EachPeriod };
        var scheme = SchemeOf(150, Monthly("a", "study"), Monthly("b", "talk"), Monthly("c", "quiz"));
        var records = new[] { On(1, 2, "a", "study", "学", Photo()), On(1, 3, "b", "talk", "谈", Photo()), On(1, 4, "c", "quiz", "赛", Photo()) };
        Scorer.Score(scheme, Input(records[..2])).Points.ShouldBe(8);
        Scorer.Score(scheme, Input(records)).Points.ShouldBe(13);
    }

    [Fact]
    public void Score_Unassigned_IsSaidAndGivesNothing()
    {
        var known = new Standard("1.1", "知", 250, [], [new GradeCheck("1.1-1", "知", 250)]);
        var unknown = new Standard("1.2", "未知", null, [], [new ThresholdCheck("1.2-1", "讲堂", 0, new(["moral-lecture"]))]);
        var scheme = new Scheme("s", "", "", "", [new("一", 600, [new("甲", 400, [known, unknown]), new("乙", 100, [])])], 1000);
        var card = Scorer.Score(scheme, Input(Lecture(2, 3, "r", Photo())) with { Attestations = [new Grade("1.1-1", 2026, 200, "王敏", "好")] });
        (card.Points, card.Possible, card.Unassigned).ShouldBe((200, 250, 750));
        card.Standards[1].Possible.ShouldBeNull();
        card.Standards[1].Counted.ShouldBe(["r"]);
        card.Summary.ShouldBe("已赋分2.5分中得2分，另7.5分未赋分，另有1项标准未赋分");
        scheme.Sections[0].Total.ShouldBe(600);
    }

    [Fact]
    public void Score_ImpossibleInput_IsRefused()
    {
        var scheme = SchemeOf(100, new GradeCheck("1.1-1", "廉政", 100));
        var twice = Lecture(2, 3, "r");
        Should.Throw<ArgumentException>(() => Scorer.Score(scheme, Input(twice, twice)));
        Should.Throw<ArgumentException>(() => Scorer.Score(scheme, Input() with { To = new(2025, 1, 1) }));
        var grade = new Grade("1.1-1", 2026, 100, "王敏", "好");
        Should.Throw<ArgumentException>(() => Scorer.Score(scheme, Input() with { Attestations = [grade, grade] }));
    }
}
