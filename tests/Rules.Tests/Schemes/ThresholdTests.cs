using Mingce.Rules;
using Mingce.Rules.Schemes;
using static Rules.Tests.Schemes.Sample;

namespace Rules.Tests.Schemes;

public class ThresholdTests
{
    private static readonly Selection Lectures = new(["moral-lecture"]);

    private static ThresholdCheck PerQuarter(Award award = Award.AllOrNothing, int points = 100) =>
        new("1.1-1", "道德讲堂", points, Lectures, 1, new(Cycle.Quarter)) { Award = award };

    // Months in which one evidenced lecture was held; points of a check worth 1 分.
    [Theory]
    [InlineData(Cycle.Quarter, Award.AllOrNothing, 1, new[] { 1, 4, 7, 10 }, 100)]
    [InlineData(Cycle.Quarter, Award.AllOrNothing, 1, new[] { 1, 4, 7 }, 0)]
    [InlineData(Cycle.Quarter, Award.AllOrNothing, 1, new[] { 1, 1, 1, 1 }, 0)]
    [InlineData(Cycle.Quarter, Award.EachPeriod, 1, new[] { 1, 4, 7 }, 75)]
    [InlineData(Cycle.Quarter, Award.EachPeriod, 1, new[] { 1, 2, 3, 7 }, 50)]
    [InlineData(Cycle.Quarter, Award.EachPeriod, 2, new[] { 1, 2, 4 }, 25)]
    [InlineData(Cycle.Month, Award.EachPeriod, 1, new[] { 1, 2, 3, 4, 5, 6, 7 }, 58)] // 7/12 = 58.33
    [InlineData(Cycle.Month, Award.EachPeriod, 1, new[] { 1 }, 8)] // 1/12 = 8.33
    [InlineData(Cycle.Month, Award.AllOrNothing, 1, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }, 0)]
    [InlineData(Cycle.Year, Award.AllOrNothing, 2, new[] { 1 }, 0)]
    [InlineData(Cycle.Year, Award.AllOrNothing, 2, new[] { 1, 1 }, 100)]
    [InlineData(Cycle.Window, Award.AllOrNothing, 1, new int[0], 0)]
    [InlineData(Cycle.Window, Award.AllOrNothing, 1, new[] { 6 }, 100)]
    public void Score_ByPeriod_GivesPoints(Cycle per, Award award, int minimum, int[] months, int expected)
    {
        var records = months.Select((month, i) => Lecture(month, 5, $"r{i}", Photo())).ToArray();
        Score(new ThresholdCheck("1.1-1", "道德讲堂", 100, Lectures, minimum, new(per)) { Award = award }, Input(records))
            .Points.ShouldBe(expected);
    }

    [Fact]
    public void Score_RecordOfTwoKindsThatTheCheckAsksFor_CountsOnce()
    {
        var both = Lecture(2, 3, "r", Photo()) with { Kinds = ["moral-lecture", "volunteer"], Headcount = 31 };
        Score(new ThresholdCheck("1.1-1", "活动", 100, new(["moral-lecture", "volunteer"]), 2, new(Cycle.Year)), Input(both)).Points.ShouldBe(0);
        var people = new ThresholdCheck("1.1-1", "人次", 100, new(["moral-lecture", "volunteer"]), 32, new(Cycle.Year)) { Measure = "人" };
        Score(people, Input(both)).Points.ShouldBe(0);
        Score(people, Input(both with { Headcount = 32 })).Points.ShouldBe(100);
    }

    public static TheoryData<string, ScoringRecord, bool, bool> Counting => new()
    {
        { "evidenced", Lecture(2, 3, "r", Photo()), true, false },
        { "no evidence", Lecture(2, 3, "r"), false, true },
        { "a leader's deed", Lecture(2, 3, "r", Photo()) with { Actor = Actor.Superior }, false, false },
        { "a partner's deed", Lecture(2, 3, "r", Photo()) with { Actor = Actor.Partner }, false, false },
        { "another kind", Lecture(2, 3, "r", Photo()) with { Kinds = ["study"] }, false, false },
        { "one of two kinds", Lecture(2, 3, "r", Photo()) with { Kinds = ["study", "moral-lecture"] }, true, false },
        { "last year", Lecture(2, 3, "r", Photo()) with { Period = Period.Of(new(2025, 12, 31)) }, false, false },
        { "next year", Lecture(2, 3, "r", Photo()) with { Period = Period.Of(new(2027, 1, 1)) }, false, false },
        { "not yet", Lecture(12, 1, "r", Photo()), false, false },
        { "this month", Lecture(2, 3, "r", Photo()) with { Period = new(Day(11, 1), Day(11, 30), PeriodPrecision.Month) }, true, false },
        { "a quarter", Lecture(2, 3, "r", Photo()) with { Period = new(Day(1, 1), Day(3, 31), PeriodPrecision.Quarter) }, true, false },
        { "vague over two quarters", Lecture(2, 3, "r", Photo()) with { Period = new(Day(3, 25), Day(4, 5), PeriodPrecision.Festival) }, false, true },
        { "known days over two quarters", Lecture(2, 3, "r", Photo()) with { Period = new(Day(3, 25), Day(4, 5), PeriodPrecision.Day) }, true, false },
        { "a year", Lecture(2, 3, "r", Photo()) with { Period = Period.OfYear(2026) }, false, true },
        { "a summary", LectureSummary(4, Photo()) with { Id = "r" }, false, true },
        { "a dated summary", Lecture(2, 3, "r", Photo()) with { IsSummary = true }, false, true },
    };

    [Theory]
    [MemberData(nameof(Counting))]
    public void Score_Record_IsCountedClaimedOrNeither(string why, ScoringRecord record, bool counted, bool claimed)
    {
        var result = Score(PerQuarter(), Input(record));
        result.Counted.Contains("r").ShouldBe(counted, why);
        result.Claimed.Contains("r").ShouldBe(claimed, why);
    }

    public static TheoryData<string, Selection, ScoringRecord, string?> Needs => new()
    {
        { "words", new(["moral-lecture"], Wording.Any("敬业")), Lecture(2, 3, "r", Photo()) with { Text = "宣讲敬业故事" }, null },
        { "people", new(["moral-lecture"], MinimumPeople: 20), Lecture(2, 3, "r", Photo()) with { Headcount = 20 }, null },
        { "too few", new(["moral-lecture"], MinimumPeople: 20), Lecture(2, 3, "r", Photo()) with { Headcount = 19 }, "道德讲堂：已填报1次，参加人数未填或不足20人" },
        { "people unknown", new(["moral-lecture"], MinimumPeople: 20), Lecture(2, 3, "r", Photo()), "道德讲堂：已填报1次，参加人数未填或不足20人" },
        { "three photos", new(["moral-lecture"], Evidence: [new([EvidenceForm.Photo], 3)]), Lecture(2, 3, "r", Photo(), Photo(), Photo()), null },
        { "two photos", new(["moral-lecture"], Evidence: [new([EvidenceForm.Photo], 3)]), Lecture(2, 3, "r", Photo(), Photo()), "道德讲堂：已填报1次，照片不足3件" },
        { "no link", new(["moral-lecture"], Evidence: [new([EvidenceForm.Link, EvidenceForm.Screenshot])]), Lecture(2, 3, "r", Photo()), "道德讲堂：已填报1次，链接或截图不足1件" },
        { "a screenshot for a link", new(["moral-lecture"], Evidence: [new([EvidenceForm.Link, EvidenceForm.Screenshot])]), Lecture(2, 3, "r", new ScoringEvidence(EvidenceForm.Screenshot)), null },
    };

    [Theory]
    [MemberData(nameof(Needs))]
    public void Score_WhatACheckNeeds_IsAskedOfEachRecord(string why, Selection what, ScoringRecord record, string? claim)
    {
        var result = Score(new ThresholdCheck("1.1-1", "道德讲堂", 100, what), Input(record));
        result.Points.ShouldBe(claim is null ? 100 : 0, why);
        result.Missing.Take(1).ShouldBe(claim is null ? [] : [claim], why);
    }

    [Fact]
    public void Score_WordGroups_WantAWordOfEach()
    {
        var check = new ThresholdCheck("1.1-1", "研究创建", 100, new(["meeting"], new Wording([["党组", "班子"], ["创建"]])), 2);
        var result = Score(check, Input(
            On(1, 9, "a", "meeting", "党组会研究创建工作", Document("纪要")),
            On(2, 9, "b", "meeting", "创建工作动员会", Document("讲话")),
            On(3, 9, "c", "meeting", "党组会研究财务", Document("纪要"))));
        result.Counted.ShouldBe(["a"]);
        result.Missing.ShouldBe(["研究创建：测评期内尚缺1次有佐证的记录，12月31日前对应1分"]);
    }

    [Fact]
    public void Score_OpenQuarter_SaysUntilWhen()
    {
        var result = Score(PerQuarter(), Input(
            Lecture(1, 5, "a", Photo()), Lecture(4, 5, "b", Photo()), Lecture(7, 5, "c", Photo())));
        result.Missing.ShouldBe(["道德讲堂：第四季度尚未开展，12月31日前对应1分"]);
        result.Checks[0].Gaps[0].ShouldBe(new Gap(result.Missing[0], 100, Day(12, 31)));
        result.Checks[0].Periods.Select(period => (period.Name, period.Met)).ShouldBe(
            [("第一季度", true), ("第二季度", true), ("第三季度", true), ("第四季度", false)]);
    }

    [Fact]
    public void Score_PastAndOpenQuarters_AreOneGapForAllTheirPoints()
    {
        var result = Score(PerQuarter(points: 250), Input(Lecture(1, 5, "a", Photo()), Lecture(7, 5, "c", Photo())));
        result.Missing.ShouldBe(["道德讲堂：第二季度缺1次有佐证的记录；第四季度尚未开展（12月31日前）；全部达到对应2.5分，请查找已有材料"]);
    }

    [Fact]
    public void Score_EachPeriod_HasAGapWithItsShare()
    {
        var result = Score(PerQuarter(Award.EachPeriod), Input(Lecture(1, 5, "a", Photo()), Lecture(7, 5, "c", Photo())));
        result.Missing.ShouldBe([
            "道德讲堂：第二季度缺1次有佐证的记录，对应0.25分，请查找已有材料",
            "道德讲堂：第四季度尚未开展，12月31日前对应0.25分"]);
    }

    [Fact]
    public void Score_Summary_IsClaimedAndFillsNoQuarter()
    {
        var result = Score(PerQuarter(), Input(LectureSummary(4)));
        result.Points.ShouldBe(0);
        result.Claimed.ShouldBe(["summary"]);
        result.Missing[0].ShouldBe("道德讲堂：已填报4次，均缺佐证材料");
        result.Missing[1].ShouldStartWith("道德讲堂：第一季度缺1次有佐证的记录；");
        Score(PerQuarter(), Input(LectureSummary(4, Photo()))).Missing[0].ShouldBe("道德讲堂：已填报4次，均缺具体日期");
        Score(PerQuarter(), Input(LectureSummary(4, Photo()), Lecture(2, 3, "r"))).Missing[0]
            .ShouldBe("道德讲堂：已填报5次，其中4次缺具体日期，1次缺佐证材料");
    }

    [Fact]
    public void Score_SeveralYears_AskEachYear()
    {
        var check = new ThresholdCheck("1.1-1", "研究创建", 100, new(["meeting"]), 2, new(Cycle.Year));
        var input = Input(On(1, 9, "a", "meeting", "一", Photo()), On(2, 9, "b", "meeting", "二", Photo())) with { From = new(2025, 1, 1) };
        Score(check, input).Missing.ShouldBe(["研究创建：2025年度缺2次有佐证的记录，对应1分，请查找已有材料"]);
    }
}
