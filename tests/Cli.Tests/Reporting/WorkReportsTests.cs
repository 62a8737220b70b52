using Mingce.Core.Activities;
using Mingce.Core.Reporting;
using Mingce.Core.Routines;
using Mingce.Core.Units;
using Mingce.Rules;
using Testing;

namespace Cli.Tests.Reporting;

/// <summary>What is told of records that people registered through the year.</summary>
public sealed class WorkReportsTests
{
    private static readonly DateOnly Today = new(2026, 12, 20);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Compose_ManyDatedRecords_AreOneTotalWithAllTheirRecords(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var (month, people) in new[] { (1, 20), (3, 45), (5, 10), (8, 12), (9, 15) })
        {
            await ledger.NewActivityAsync(unit, $"文明风{month}进社区", a => Volunteer(a, month).ActualHeadcount = people);
        }

        var report = await ComposeAsync(ledger, unit);

        report.Text.ShouldContain("全年开展志愿服务活动5次，102人次参加。主要有1月8日“文明风1进社区”、3月8日“文明风3进社区”");
        report.Figures.Select(f => (f.Text, f.Records.Count)).ShouldBe([("5次", 5), ("102人次", 5)]);
    }

    [Theory, OnSqlite]
    public async Task Compose_HeadcountsPartlyKnown_SaysOfHowMany(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var month in new[] { 1, 3, 5, 8 })
        {
            await ledger.NewActivityAsync(unit, "志愿服务", a => Volunteer(a, month).ActualHeadcount = month < 4 ? 20 : null);
        }

        var report = await ComposeAsync(ledger, unit);

        report.Text.ShouldContain("全年开展志愿服务活动4次，其中有人数记载的2次共40人次参加。");
        report.Figures.Select(f => (f.Text, f.Records.Count)).ShouldBe([("4次", 4), ("2次", 2), ("40人次", 2)]);
    }

    [Theory, OnSqlite]
    public async Task Compose_SumWithAnOpenPart_StaysOpenAndLeavesOthersOut(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var (month, bound) in new[] { (1, Bound.Exact), (3, Bound.Over), (5, Bound.Exact), (8, Bound.Exact) })
        {
            await ledger.NewActivityAsync(unit, "募捐", a => Donation(a, month, Actor.Own, new Quantity(500, "元", bound)));
        }
        await ledger.NewActivityAsync(unit, "募捐", a => Donation(a, 9, Actor.Partner, new Quantity(900, "元")).HostedBy("东风村"));
        await ledger.NewActivityAsync(unit, "募捐", a => Donation(a, 10, Actor.Superior, new Quantity(700, "元")));

        var report = await ComposeAsync(ledger, unit);

        report.Text.ShouldContain("捐款2000余元");
        report.Text.ShouldContain("9月8日，东风村捐款900元；10月8日，上级单位捐款700元。以上事项不计入本单位数据。");
        report.Figures.Select(f => f.Quantity.Value).ShouldBe([4, 2000, 900, 700]);
    }

    [Theory, OnSqlite]
    public async Task Compose_AmountsThatMayContainOneAnother_AreNotAdded(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var month in new[] { 1, 3, 5, 8 })
        {
            await ledger.NewActivityAsync(unit, "募捐", a => Donation(a, month, Actor.Own, new Quantity(500, "元"), new Quantity(200, "元")));
        }

        var report = await ComposeAsync(ledger, unit);

        report.Figures.Select(f => f.Text).ShouldBe(Enumerable.Repeat<string[]>(["500元", "200元"], 4).SelectMany(x => x));
    }

    [Theory, OnSqlite]
    public async Task Compose_PrivateMatters_StayOut(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await ledger.NewActivityAsync(unit, "看望患病职工张三", a =>
            a.OfKinds("visit").With(new Quantity(1, "人", Item: "患病职工"), new Quantity(6, "户", Item: "特困家庭")).Place = "***社区");

        var report = await ComposeAsync(ledger, unit);

        report.Text.ShouldContain("3月5日，开展走访慰问，慰问1人、6户。");
        report.Figures.Count.ShouldBe(2);
    }

    [Theory, OnSqlite]
    public async Task Compose_Frame_IsThePhraseInForceOnTheDay(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await ledger.NewActivityAsync(unit, "道德讲堂", a => a.OfKinds("moral-lecture"));
        await PhraseAsync("去年的表述", new(2025, 1, 1), new(2025, 12, 31));
        await PhraseAsync("今年的表述", new(2026, 1, 1), null);
        await PhraseAsync("明年的表述", new(2027, 1, 1), null);

        var report = await ComposeAsync(ledger, unit);

        report.Text.ShouldContain("\n今年的表述\n");
        report.Text.ShouldNotContain("帽段");
        report.Text.ShouldNotContain("去年");
        report.Text.ShouldNotContain("明年");

        Task PhraseAsync(string text, DateOnly from, DateOnly? to) =>
            ledger.SaveAsync(unit, new Phrase { UnitId = unit.Id, Slot = "帽段", Text = text, Source = "市文明办通知", ValidFrom = from, ValidTo = to });
    }

    [Theory, OnSqlite]
    public async Task Compose_RoutinesOfEarlierYears_CarryOnUnlessReadFromAReport(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await ledger.NewActivityAsync(unit, "道德讲堂", a => a.OfKinds("moral-lecture"));
        await RoutineAsync("study", EntryMark.None, new Recurrence(Frequency.Monthly, Times: 2));
        await RoutineAsync("clean-up", EntryMark.History, new Recurrence(Frequency.Weekly));

        var report = await ComposeAsync(ledger, unit);

        report.Text.ShouldContain("安排每月组织集中学习2次。");
        report.Text.ShouldNotContain("坚持每周");

        Task RoutineAsync(string kind, EntryMark mark, Recurrence recurrence) => ledger.SaveAsync(unit,
            new Routine { UnitId = unit.Id, Title = kind, KindId = kind, Status = RoutineStatus.Active, Year = 2025, Mark = mark, EnteredAt = ledger.Clock.Now }.Recurring(recurrence));
    }

    private static Activity Volunteer(Activity activity, int month) =>
        activity.OfKinds("volunteer").During(Period.Of(new DateOnly(2026, month, 8)));

    private static Activity Donation(Activity activity, int month, Actor actor, params Quantity[] amounts)
    {
        activity.Actor = actor;
        return activity.OfKinds("donation").During(Period.Of(new DateOnly(2026, month, 8))).With(amounts);
    }

    private static async Task<WorkReport> ComposeAsync(TestLedger ledger, Unit unit)
    {
        await using var db = ledger.OpenDb(unit);
        var report = await new WorkReports(db).ComposeAsync(unit, 2026, Today);
        foreach (var figure in report.Figures)
        {
            string.Concat(report.Text.EnumerateRunes().Skip(figure.Start).Take(figure.End - figure.Start)).ShouldBe(figure.Text);
        }
        return report;
    }
}
