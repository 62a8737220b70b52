using FsCheck;
using FsCheck.Fluent;
using Mingce.Rules;
using Mingce.Rules.Routines;

namespace Rules.Tests.Routines;

public sealed class ScheduleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("每月", "", "应办 2026-11-30")]
    [InlineData("每月", "11-03", "已办 2026-11-30")]
    [InlineData("每月15日", "", "逾期 2026-11-15")]
    [InlineData("每月15日", "11-18", "已办 2026-11-15")] // later, but in the month
    [InlineData("每月15日", "10-31", "逾期 2026-11-15")]
    [InlineData("每周四", "11-05,11-06,11-19", "已办 2026-11-05|逾期 2026-11-12|已办 2026-11-19|应办 2026-11-26")]
    [InlineData("每周二、五", "11-04,11-06,11-13,11-19,11-20", "已办 2026-11-03|已办 2026-11-06|逾期 2026-11-10|已办 2026-11-13|已办 2026-11-17|已办 2026-11-20|应办 2026-11-24|应办 2026-11-27")]
    [InlineData("每年11月底前2次", "03-05", "应办 2026-11-30")]
    [InlineData("每年11月底前2次", "03-05,10-09", "已办 2026-11-30")]
    public void Evaluate_Deeds_FulfilWhatTheyWereHeldFor(string rule, string days, string states)
    {
        var deeds = days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((day, i) => DeedOn($"2026-{day}", $"d{i}"));
        Show(Evaluate([PlanOf(rule)], [.. deeds], "2026-11-01", "2026-11-30")).ShouldBe(states);
    }

    [Theory]
    [InlineData("2026-11-01", "2026-11-30", PeriodPrecision.Month, false, true)]
    [InlineData("2026-11-01", "2026-11-10", PeriodPrecision.TenDays, false, true)]
    [InlineData("2026-10-01", "2026-12-31", PeriodPrecision.Quarter, false, false)] // may have been in October
    [InlineData("2026-10-30", "2026-11-02", PeriodPrecision.Day, false, false)] // counts for October, which was due first
    [InlineData("2026-01-01", "2026-12-31", PeriodPrecision.Year, false, false)]
    [InlineData("2026-11-05", "2026-11-05", PeriodPrecision.Day, true, false)] // a summary record
    public void Evaluate_VagueRecord_FulfilsOnlyWhatItSurelyBelongsTo(string from, string to, PeriodPrecision precision, bool isSummary, bool fulfils)
    {
        var deed = new Deed("d", "学习", new Period(Day(from), Day(to), precision), ["study"], isSummary);
        Evaluate([PlanOf("每月")], [deed], "2026-11-01", "2026-11-30").Single().State.ShouldBe(fulfils ? OccurrenceState.Done : OccurrenceState.Due);
    }

    [Fact]
    public void Evaluate_SeveralRoutinesOfAKind_AreToldApartByWords()
    {
        var meeting = PlanOf("每季度", "支部党员大会", words: ["党员大会"]);
        var committee = PlanOf("每月", "支委会", words: ["支委会", "支部委员会"]);
        var held = Evaluate([meeting, committee], [DeedOn("2026-11-05", "d", "11月支部委员会")], "2026-11-01", "2026-12-31");
        held.Where(o => o.State == OccurrenceState.Done).Select(o => o.Title).ShouldBe(["11月支委会"]);
    }

    [Fact]
    public void Evaluate_Postponed_IsDueOnTheNewDayAndThenOverdue()
    {
        var plan = PlanOf("每月15日", decisions: [new Postponed(Day("2026-11-15"), Day("2026-12-03"))]);
        var november = Evaluate([plan], [], "2026-11-01", "2026-11-30").Single();
        (november.State, november.DueOn).ShouldBe((OccurrenceState.Postponed, Day("2026-12-03")));
        Evaluate([plan], [], "2026-12-01", "2026-12-31").Select(o => (o.Span.Label, o.DueOn)).ShouldBe([("11月", Day("2026-12-03")), ("12月", Day("2026-12-15"))]);
        // What is held in December goes to what is due first.
        Show(Evaluate([plan], [DeedOn("2026-12-02", "d")], "2026-12-01", "2026-12-31")).ShouldBe("已办 2026-12-03|应办 2026-12-15");
        Show(new Schedule([plan], OfficeDays.WeekendsOnly, Day("2026-12-01"), Day("2026-12-31")).Evaluate([], Day("2026-12-04"))).ShouldBe("逾期 2026-12-03|应办 2026-12-15");
    }

    [Fact]
    public void Evaluate_Waived_IsNotHeldAndTakesNoDeed()
    {
        var plan = PlanOf("每周四", decisions: [new NotHeld(Day("2026-11-12"))]);
        Show(Evaluate([plan], [DeedOn("2026-11-12", "d")], "2026-11-08", "2026-11-14")).ShouldBe("不开展 2026-11-12");
    }

    [Fact]
    public void Evaluate_Merged_IsDoneWhenTheOtherIs()
    {
        var life = PlanOf("每年12月底前", "组织生活会", words: ["组织生活会"]);
        var review = PlanOf("每年11月底前", "民主评议", words: ["民主评议"], decisions: [new MergedWith(Day("2026-11-30"), "组织生活会", Day("2026-12-31"))]);
        var waiting = Evaluate([life, review], [], "2026-11-01", "2026-12-31");
        waiting.ShouldAllBe(o => o.State == OccurrenceState.Due && o.DueOn == Day("2026-12-31"));
        Evaluate([life, review], [DeedOn("2026-11-10", "d", "年度组织生活会")], "2026-11-01", "2026-12-31").ShouldAllBe(o => o.State == OccurrenceState.Done);

        var together = PlanOf("每月", decisions: [new MergedIntoDeed(Day("2026-10-31"), "d")]);
        Show(Evaluate([together], [DeedOn("2026-11-05", "d")], "2026-10-01", "2026-11-30")).ShouldBe("已办 2026-10-31|已办 2026-11-30");
        Show(Evaluate([together], [], "2026-10-01", "2026-10-31")).ShouldBe("逾期 2026-10-31");
    }

    [Theory]
    [InlineData("2025-12-31", "2026-01-20", OccurrenceState.Overdue)]
    [InlineData("2025-12-31", "2026-02-10", OccurrenceState.NotHeld)]
    [InlineData("2026-01-31", "2026-12-31", OccurrenceState.Overdue)]
    public void Evaluate_NeverHeld_IsOverdueWhileTheYearLasts(string due, string today, OccurrenceState state) =>
        new Schedule([PlanOf("每月") with { StartsOn = Day("2025-01-01") }], OfficeDays.WeekendsOnly, Day(due), Day(due)).Evaluate([], Day(today)).Single().State.ShouldBe(state);

    [Fact]
    public void Evaluate_OutsideStartAndEnd_AsksForNothing()
    {
        var plan = PlanOf("每周四") with { StartsOn = Day("2026-11-12"), EndsOn = Day("2026-11-19") };
        Evaluate([plan], [], "2026-11-01", "2026-11-30").Select(o => o.Span.Due).ShouldBe([Day("2026-11-12"), Day("2026-11-19")]);
    }

    [Fact]
    public void Evaluate_AnyDeeds_CountEachOnceAndMoreNeverFulfilLess() => Check.QuickThrowOnFailure(Prop.ForAll(
        Rules.Any.ToArbitrary(), Gen.ListOf(Gen.Choose(0, 364)).ToArbitrary(), (rule, offsets) =>
        {
            var plan = new RoutinePlan("p", "学习", "study", [], rule, Day("2025-01-01"), null, []);
            Deed[] deeds = [.. offsets.Select((offset, i) => new Deed($"d{i}", "学习", Period.Of(Day("2026-01-01").AddDays(offset)), ["study"], false))];
            var schedule = new Schedule([plan], OfficeDays.WeekendsOnly, Day("2026-01-01"), Day("2026-12-31"));
            var all = schedule.Evaluate(deeds, Today);
            all.SelectMany(o => o.Deeds).ShouldBeUnique();
            all.ShouldAllBe(o => o.Deeds.Count <= o.Needed && (o.State == OccurrenceState.Done) == (o.Deeds.Count == o.Needed));
            var fewer = schedule.Evaluate([.. deeds.Skip(1)], Today);
            fewer.Sum(o => o.Deeds.Count).ShouldBeLessThanOrEqualTo(all.Sum(o => o.Deeds.Count));
        }));

    private static IReadOnlyList<Occurrence> Evaluate(IReadOnlyList<RoutinePlan> plans, IReadOnlyList<Deed> deeds, string from, string to) =>
        new Schedule(plans, OfficeDays.WeekendsOnly, Day(from), Day(to)).Evaluate(deeds, Today);

    private static RoutinePlan PlanOf(string rule, string title = "学习", string[]? words = null, Decision[]? decisions = null) =>
        new(title, title, "study", words ?? [], RuleText.Read(rule)!, new(2026, 1, 1), null, decisions ?? []);

    private static Deed DeedOn(string day, string id, string title = "学习") => new(id, title, Period.Of(Day(day)), ["study"], false);

    private static string Show(IEnumerable<Occurrence> occurrences) => string.Join('|', occurrences.Select(o => o.State switch
    {
        OccurrenceState.Done => "已办",
        OccurrenceState.Due => "应办",
        OccurrenceState.Overdue => "逾期",
        OccurrenceState.NotHeld => "不开展",
        OccurrenceState.Postponed => "延期",
        _ => throw new ArgumentOutOfRangeException(nameof(occurrences)),
    } + $" {o.DueOn:yyyy-MM-dd}"));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
