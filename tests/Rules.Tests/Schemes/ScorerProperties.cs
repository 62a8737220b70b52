using FsCheck;
using FsCheck.Fluent;
using Mingce.Rules;
using Mingce.Rules.Schemes;

namespace Rules.Tests.Schemes;

/// <summary>What holds for whatever a unit did.</summary>
public class ScorerProperties
{
    private static readonly string[] Kinds = ["moral-lecture", "meeting", "rule"];
    private static readonly string[] Texts = ["", "领导小组", "专项经费", "领导小组、专项经费"];

    /// <summary>Every rule type at once, with points that do not divide evenly.</summary>
    private static readonly Scheme Scheme = Sample.SchemeOf(
        700,
        new ThresholdCheck("1", "每季", 100, new(["moral-lecture"]), 1, new(Cycle.Quarter)) { Award = Award.EachPeriod },
        new ThresholdCheck("2", "每月", 100, new(["meeting"]), 1, new(Cycle.Month)) { Award = Award.EachPeriod },
        new ThresholdCheck("3", "每年", 100, new(["meeting"], MinimumPeople: 5, Evidence: [new([EvidenceForm.Photo], 2)]), 2, new(Cycle.Year)),
        new DocumentsCheck("4", "文件", 200, new([]), [new("领导小组", Wording.Any("领导小组")), new("专项经费", Wording.Any("专项经费"))], new(Cycle.Year, Before: new(3, 1))),
        new RatioCheck("5", "比例", 100, "ratio", 90),
        new GradeCheck("6", "评定", 100, new(["rule"])));

    private static readonly Gen<ScoringEvidence> Evidence =
        from form in Gen.Elements(Enum.GetValues<EvidenceForm>())
        from text in Gen.Elements(Texts)
        select new ScoringEvidence(form, "", text);

    private static readonly Gen<ScoringRecord> Record =
        from kind in Gen.Elements(Kinds)
        from text in Gen.Elements(Texts)
        from day in Gen.Choose(-40, 400)
        from length in Gen.Choose(0, 60)
        from precision in Gen.Elements(Enum.GetValues<PeriodPrecision>())
        from actor in Gen.Frequency((4, Gen.Constant(Actor.Own)), (1, Gen.Elements(Enum.GetValues<Actor>())))
        from people in Gen.Choose(0, 10)
        from summary in Gen.Choose(0, 4)
        from evidence in Evidence.ListOf()
        let first = new DateOnly(2026, 1, 1).AddDays(day)
        select new ScoringRecord(
            "", [kind], "题", text, new Period(first, first.AddDays(length), precision), actor,
            Count: people + 1, IsSummary: summary == 0, Headcount: people, Evidence: [.. evidence]);

    private static readonly Gen<ScoringInput> Inputs =
        from records in Record.ListOf()
        from number in Gen.Choose(-1, 12)
        from grade in Gen.Choose(-50, 150)
        from today in Gen.Choose(0, 400)
        select new ScoringInput(
            new(2026, 1, 1), new(2026, 12, 31), new DateOnly(2026, 1, 1).AddDays(today),
            [.. records.Select((record, i) => record with { Id = $"r{i}" })],
            [new Ratio("ratio", 2026, number, 10, "在编在岗", new(2026, 1, 1), "王敏"), new Grade("6", 2026, grade, "王敏", "理由")]);

    private static void Holds(Func<ScoringInput, bool> property) =>
        Prop.ForAll(Arb.From(Inputs), property).QuickCheckThrowOnFailure();

    private static void Holds(Func<ScoringInput, ScoringRecord, bool> property) =>
        Prop.ForAll(Arb.From(Inputs), Arb.From(Record), property).QuickCheckThrowOnFailure();

    private static int Points(ScoringInput input) => Scorer.Score(Scheme, input).Points;

    private static string Everything(ScoringInput input) =>
        System.Text.Json.JsonSerializer.Serialize(Scorer.Score(Scheme, input));

    [Fact]
    public void Score_Anything_StaysWithinThePoints() => Holds(input => Points(input) is >= 0 and <= 700);

    [Fact]
    public void Score_AnotherRecord_NeverLowersIt() => Holds((input, record) =>
        Points(input with { Records = [.. input.Records, record with { Id = "new" }] }) >= Points(input));

    [Fact]
    public void Score_MoreEvidence_NeverLowersIt() => Holds((input, record) =>
        Points(input with { Records = [.. input.Records.Select(old => old with { Evidence = [.. old.Evidence, .. record.Evidence] })] }) >= Points(input));

    [Fact]
    public void Score_OtherOrder_GivesTheSame() => Holds(input =>
        Everything(input with { Records = [.. input.Records.Reverse()] }) == Everything(input));

    [Fact]
    public void Score_Again_GivesTheSame() => Holds(input => Everything(input) == Everything(input));

    [Fact]
    public void Score_Anything_CountsNoRecordThatIsAlsoClaimed() => Holds(input =>
        Scorer.Score(Scheme, input).Standards.All(standard => !standard.Counted.Intersect(standard.Claimed).Any()));
}
