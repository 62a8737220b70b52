using FsCheck;
using FsCheck.Fluent;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Check = Mingce.Rules.Schemes.Check;

namespace Rules.Tests.Schemes;

/// <summary>What holds for whatever a unit did.</summary>
public class ScorerProperties
{
    private static readonly string[] Kinds = ["moral-lecture", "meeting", "rule", "volunteer", "honor"];
    private static readonly string[] Texts = ["", "领导小组", "专项经费", "领导小组、专项经费", "服务规范"];

    /// <summary>Every rule type at once, with points that do not divide evenly, and every sort of negative list.</summary>
    private static readonly Scheme Scheme = new(
        "s", "测试体系", "", "",
        [
            new Section("一", 700, [new Indicator("一", 700,
            [
                Standard("1", 700,
                    new ThresholdCheck("1-1", "每季", 100, new(["moral-lecture"]), 1, new(Cycle.Quarter)) { Award = Award.EachPeriod },
                    new ThresholdCheck("1-2", "每月", 100, new(["meeting"]), 1, new(Cycle.Month)) { Award = Award.EachPeriod },
                    new ThresholdCheck("1-3", "每年", 100, new(["meeting"], MinimumPeople: 5, Evidence: [new([EvidenceForm.Photo], 2)]), 2, new(Cycle.Year)),
                    new DocumentsCheck("1-4", "文件", 200, new([]), [new("领导小组", Wording.Any("领导小组")), new("专项经费", Wording.Any("专项经费"))], new(Cycle.Year, Before: new(3, 1))),
                    new RatioCheck("1-5", "比例", 100, "ratio", 90),
                    new GradeCheck("1-6", "评定", 100, new(["rule"]))),
            ])]),
            new Section("二", 1000, [new Indicator("二", 1000,
            [
                Standard("2.1", 100, new ThresholdCheck("2.1-1", "缺一次扣", 100, new(["moral-lecture"]), 2, new(Cycle.Quarter)) { Award = Award.Deduct, Deduct = 33 }),
                Standard("2.2", 100, new ThresholdCheck("2.2-1", "人均", 100, new(["volunteer"]), 3, new(Cycle.Month)) { Measure = "小时", PerPerson = "staff", Award = Award.EachPeriod }),
                Standard("2.3", 100, new RatioCheck("2.3-1", "每低一点扣", 100, "ratio", 95) { Deduct = 7, Step = 2 }),
                Standard("2.4", 100, new GradeCheck("2.4-1", "等次", 100) { Marks = [new("A", 1), new("B", 0.66m), new("C", 0.33m), new("C#", 0)] }),
                Standard("2.5", 100, new DeductCheck("2.5-1", "按次扣", 100, [new("2.5-1.1", "不到位", 30), new("2.5-1.2", "脏乱", 7)])),
                Standard("2.6", 100, new BonusCheck("2.6-1", "加分", 100)),
                Standard("2.7", 100, new ThresholdCheck("2.7-1", "近两年", 100, new(["meeting"]), 1, new(Cycle.Year, Years: 2, ThisYear: false))),
                Standard("2.8", 100, new DocumentsCheck("2.8-1", "仍在用", 100, new([]), [new("服务规范", Wording.Any("服务规范"))]) { InForce = true }),
                Standard("2.9", 100,
                    new ThresholdCheck("2.9-1", "有活动", 0, new(["moral-lecture"])), new ThresholdCheck("2.9-2", "有会议", 0, new(["meeting"])), new GradeCheck("2.9-3", "有成效", 0) { Marks = [new("符合", 1), new("不符合", 0)] })
                    with { Levels = [0, 0.33m, 0.66m, 1] },
                Standard("2.10", null, new ThresholdCheck("2.10-1", "未赋分", 0, new(["rule"]))),
            ])]),
        ])
    {
        PassLine = 800,
        TermYears = 2,
        Negative =
        [
            new NegativeList("n1", "不得申报", NegativeEffect.Veto, [new("n1.1", "违纪")]) { Months = 12 },
            new NegativeList("n2", "扣分", NegativeEffect.Deduct, [new("n2.1", "事故"), new("n2.2", "群体事件")]) { Deduct = 1000, Concealed = 2 },
            new NegativeList("n3", "撤销", NegativeEffect.Revoke, [new("n3.1", "造假")]),
        ],
    };

    private static Standard Standard(string id, int? points, params Check[] checks) => new(id, id, points, [], checks);

    private static readonly Gen<ScoringEvidence> Evidence =
        from form in Gen.Elements(Enum.GetValues<EvidenceForm>())
        from text in Gen.Elements(Texts)
        select new ScoringEvidence(form, "", text);

    private static readonly Gen<ScoringRecord> Record =
        from kind in Gen.Elements(Kinds)
        from text in Gen.Elements(Texts)
        from day in Gen.Choose(-800, 400)
        from length in Gen.Choose(0, 60)
        from precision in Gen.Elements(Enum.GetValues<PeriodPrecision>())
        from actor in Gen.Frequency((4, Gen.Constant(Actor.Own)), (1, Gen.Elements(Enum.GetValues<Actor>())))
        from people in Gen.Choose(0, 10)
        from summary in Gen.Choose(0, 4)
        from hours in Gen.Choose(0, 40)
        from bound in Gen.Elements(Enum.GetValues<Bound>())
        from evidence in Evidence.ListOf()
        let first = new DateOnly(2026, 1, 1).AddDays(day)
        select new ScoringRecord(
            "", [kind], "题", text, new Period(first, first.AddDays(length), precision), actor,
            Count: people + 1, IsSummary: summary == 0, Headcount: people, Evidence: [.. evidence], Quantities: [new(hours, "小时", bound)]);

    /// <summary>Each with some chance to be stated at all, so that every combination comes.</summary>
    private static readonly Gen<Attestation> Stated = Gen.OneOf(
        Gen.Choose(-1, 12).Select(number => (Attestation)new Ratio("ratio", 2026, number, 10, "在编在岗", new(2026, 1, 1), "王敏")),
        Gen.Choose(-50, 150).Select(points => (Attestation)new Grade("1-6", 2026, points, "王敏", "理由")),
        Gen.Elements("A", "B", "C", "C#", "D").Select(mark => (Attestation)new Grade("2.4-1", 2026, 0, "王敏", "理由", mark)),
        Gen.Elements("符合", "不符合").Select(mark => (Attestation)new Grade("2.9-3", 2026, 0, "王敏", "理由", mark)),
        Gen.Choose(-1, 5).Select(number => (Attestation)new Tally("2.5-1.1", 2026, number, "王敏", "理由")),
        Gen.Choose(0, 20).Select(number => (Attestation)new Tally("2.5-1.2", 2026, number, "王敏", "理由")),
        Gen.Choose(1, 10).Select(people => (Attestation)new Headcount("staff", 2026, people, "在编在岗", new(2026, 1, 1), "王敏")),
        Gen.Choose(0, 5).Select(record => (Attestation)new InForce($"r{record}", 2026, "王敏", "理由")),
        Gen.Choose(1, 10).Select(standard => (Attestation)new NotApplicable($"2.{standard}", 2026, "王敏", "理由")),
        from record in Gen.Choose(0, 5)
        from work in Gen.Elements("甲", "乙")
        from points in Gen.Choose(-10, 90)
        select (Attestation)new BonusClaim("2.6-1", 2026, work, $"r{record}", "王敏", "理由", "", points),
        Gen.Elements("n1", "n2", "n3").Select(list => (Attestation)new SelfCheck(list, 2026, "王敏", new(2026, 11, 1))),
        from item in Gen.Elements("n1.1", "n2.1", "n2.2", "n3.1")
        from day in Gen.Choose(-500, 400)
        from concealed in Gen.Elements(true, false)
        select (Attestation)new Incident(item, 2026, new DateOnly(2026, 1, 1).AddDays(day), "王敏", "理由", concealed));

    private static readonly Gen<ScoringInput> Inputs =
        from records in Record.ListOf()
        from stated in Stated.ListOf()
        from today in Gen.Choose(0, 400)
        select new ScoringInput(
            new(2026, 1, 1), new(2026, 12, 31), new DateOnly(2026, 1, 1).AddDays(today),
            [.. records.Select((record, i) => record with { Id = $"r{i}" })], [.. stated.DistinctBy(Key)]);

    /// <summary>One statement of a thing is stated once; of honours and documents there may be many.</summary>
    private static object Key(Attestation stated) => stated switch
    {
        Grade grade => grade.CheckId,
        Tally tally => tally.ItemId,
        NotApplicable waived => waived.StandardId,
        SelfCheck check => check.ListId,
        Incident incident => incident.ItemId,
        _ => stated,
    };

    private static void Holds(Func<ScoringInput, bool> property) =>
        Prop.ForAll(Arb.From(Inputs), property).QuickCheckThrowOnFailure();

    private static void Holds(Func<ScoringInput, ScoringRecord, bool> property) =>
        Prop.ForAll(Arb.From(Inputs), Arb.From(Record), property).QuickCheckThrowOnFailure();

    private static int Points(ScoringInput input) => Scorer.Score(Scheme, input).Points;

    private static string Everything(ScoringInput input) => Everything(Scorer.Score(Scheme, input));

    private static string Everything(Scorecard card) => System.Text.Json.JsonSerializer.Serialize(card);

    [Fact]
    public void Score_Anything_StaysWithinThePoints() => Holds(input =>
    {
        var card = Scorer.Score(Scheme, input);
        return card.Points is >= 0 and <= 1700
            && card.Sections.Zip(Scheme.Sections).All(pair => pair.First.Points >= 0 && pair.First.Points <= pair.First.Possible && pair.First.Possible <= pair.Second.Total)
            && card.Standards.All(standard => standard.Points >= 0 && standard.Points <= (standard.Possible ?? 0))
            && card.Possible + card.NotApplicable + card.Unassigned == 1700;
    });

    [Fact]
    public void Score_AnotherRecord_NeverLowersIt() => Holds((input, record) =>
        Points(input with { Records = [.. input.Records, record with { Id = "new" }] }) >= Points(input));

    [Fact]
    public void Score_MoreEvidence_NeverLowersIt() => Holds((input, record) =>
        Points(input with { Records = [.. input.Records.Select(old => old with { Evidence = [.. old.Evidence, .. record.Evidence] })] }) >= Points(input));

    [Fact]
    public void Score_AnotherIncident_NeverRaisesItNorGoesBelowZero() => Holds(input =>
    {
        var clean = Scorer.Score(Scheme, input with { Attestations = [.. input.Attestations.Where(stated => stated is not Incident)] });
        var card = Scorer.Score(Scheme, input);
        return card.Points == Math.Max(0, clean.Points - card.Deducted)
            && card.Standards.Zip(clean.Standards).All(pair => pair.First.Points == pair.Second.Points);
    });

    [Fact]
    public void Score_Unsigned_IsNeverCalledClean() => Holds(input =>
    {
        var card = Scorer.Score(Scheme, input);
        return card.Negative.All(list => (list.SelfCheck is null) == list.Summary.StartsWith("未自查", StringComparison.Ordinal))
            && card.Summary.Contains("负面清单未自查", StringComparison.Ordinal) == card.Negative.Any(list => list.SelfCheck is null);
    });

    [Fact]
    public void Score_OtherOrder_GivesTheSame() => Holds(input =>
        Everything(input with { Records = [.. input.Records.Reverse()], Attestations = [.. input.Attestations.Reverse()] }) == Everything(input));

    [Fact]
    public void Score_Again_GivesTheSame() => Holds(input => Everything(input) == Everything(input));

    [Fact]
    public void Add_OneRecord_GivesWhatScoringAnewGives() => Holds((input, record) =>
    {
        var added = record with { Id = "new" };
        var scoring = new Scoring(Scheme, input);
        return Everything(scoring.Add(added)) == Everything(input with { Records = [.. input.Records, added] });
    });

    [Fact]
    public void Score_Anything_CountsNoRecordThatIsAlsoClaimed() => Holds(input =>
        Scorer.Score(Scheme, input).Standards.All(standard => !standard.Counted.Intersect(standard.Claimed).Any()));

    /// <summary>Every point that is not earned hangs on a gap; only honours ask for nothing.</summary>
    [Fact]
    public void Score_PointsNotEarned_HangOnGaps() => Holds(input =>
        Scorer.Score(Scheme, input).Standards.Where(standard => standard.NotApplicable is null && standard.Possible is not null && standard.Id != "2.6").All(standard =>
            Math.Abs(standard.Possible!.Value - standard.Points - standard.Checks.Sum(check => check.Gaps.Sum(gap => gap.Points))) <= 6));

    [Fact]
    public void Explain_Anything_ReadsToTheSamePoints() => Holds(input =>
    {
        var card = Scorer.Score(Scheme, input);
        var records = input.Records.ToDictionary(record => record.Id);
        return Scheme.Standards.Zip(card.Standards).All(pair =>
        {
            var lines = Explanation.Of(pair.First, pair.Second, records);
            return pair.Second.Possible is null || pair.Second.NotApplicable is not null || lines[^1].EndsWith($"{PointsText.Of(pair.Second.Points)}分。", StringComparison.Ordinal);
        });
    });
}
