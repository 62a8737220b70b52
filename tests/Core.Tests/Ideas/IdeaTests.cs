using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Ideas;
using Mingce.Core.Retention;
using Testing;

namespace Core.Tests.Ideas;

public sealed class IdeaTests
{
    private static readonly KindCatalogue Kinds = KindCatalogue.LoadDefault();

    [Fact]
    public void Delivered_AreTwentyThatCanBeCarriedOut()
    {
        var ideas = IdeaCatalogue.LoadDefault(Kinds).For(Guid.Empty);
        ideas.Count.ShouldBe(20);
        ideas.ShouldAllBe(idea => idea.StepLines.Count >= 3 && idea.StepLines.Count <= 5 && idea.Needs != "" && idea.People != "" && idea.Cost != "");
        ideas.Select(idea => idea.Title).Distinct().Count().ShouldBe(20);
    }

    [Theory]
    [InlineData("端午", "", "2026-06-10", true)]
    [InlineData("端午", "", "2026-06-25", true)]
    [InlineData("端午", "", "2026-05-20", false)]
    [InlineData("春节", "", "2025-12-31", false)]
    [InlineData("春节", "", "2026-02-01", true)]
    [InlineData("元旦", "", "2025-12-20", true)]
    [InlineData("", "3,11", "2026-11-01", true)]
    [InlineData("", "3,11", "2026-10-31", false)]
    [InlineData("", "", "2026-10-31", true)]
    public void Suits_Day_GoesByFestivalAndMonth(string festivals, string months, string day, bool expected) =>
        new Idea { UnitId = Guid.Empty, Title = "活动", Festivals = festivals, Months = months }.Suits(DateOnly.Parse(day)).ShouldBe(expected);

    [Theory]
    [InlineData("3月主题党日", "主题党日")]
    [InlineData("主题党日（4月）", "主题党日")]
    [InlineData("第三期道德讲堂", "道德讲堂")]
    [InlineData("道德讲堂（第四季度）", "道德讲堂")]
    [InlineData("2026年度普法宣传", "普法宣传")]
    [InlineData("写春联送邻居", "写春联送邻居")]
    [InlineData("3月5日", "3月5日")]
    public void Core_Title_LosesDayAndNumber(string title, string core) => Repeats.Core(title).ShouldBe(core);

    [Theory]
    [InlineData("- {id: a, title: 甲, kinds: [没有], steps: [一], needs: 无, people: 1, place: indoor, cost: 无}", "第1行")]
    [InlineData("- {id: a, title: 甲, kinds: [study], festivals: [中元], steps: [一], needs: 无, people: 1, place: indoor, cost: 无}", "未知的节日“中元”")]
    [InlineData("- {id: a, title: 甲, kinds: [study], months: [13], steps: [一], needs: 无, people: 1, place: indoor, cost: 无}", "13")]
    public void Parse_WrongFile_SaysLineAndReason(string yaml, string reason) =>
        Should.Throw<UserFaultException>(() => IdeaCatalogue.Parse(yaml, "ideas.yaml", Kinds)).Message.ShouldContain(reason);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Repeats_LastTwelveMonths_CountLikeTitles(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        foreach (var (title, day) in new[] { ("1月读书会", "2026-01-08"), ("2月读书会", "2026-02-05"), ("读书会（3月）", "2026-03-05"), ("读书会", "2025-03-05"), ("新书分享", "2026-02-20") })
            await ledger.NewActivityAsync(unit, title, a => a.OfKinds("reading").During(Mingce.Rules.Period.Of(DateOnly.Parse(day))));
        await using var db = ledger.OpenDb(unit);
        var (kind, activities, repeated) = (await Repeats.ReadAsync(db, new(2026, 3, 5))).ShouldHaveSingleItem();
        (kind, activities).ShouldBe(("reading", 4));
        repeated.ShouldHaveSingleItem().ShouldBe(new Repeat("reading", "读书会", 3));
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Retention_YearsAfterTheTerm_ListsWhatReachedIt(Provider provider)
    {
        await using var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        await ledger.NewActivityAsync(unit, "旧会议", a => a.OfKinds("meeting").During(Mingce.Rules.Period.Of(new(1990, 5, 1))));
        var reached = await ledger.NewActivityAsync(unit, "到期活动", a => a.OfKinds("reading").During(Mingce.Rules.Period.Of(new(1995, 12, 31))));
        await ledger.NewActivityAsync(unit, "未到期活动", a => a.OfKinds("reading").During(Mingce.Rules.Period.Of(new(1996, 1, 1))));
        await ledger.SaveAsync(unit, new Mingce.Core.Units.Person { UnitId = unit.Id, Name = "张三", Phone = "13800138000", LeftOn = new(2024, 6, 1) });
        // What was taken out of a record is kept all the same.
        await ledger.SaveAsync(unit, new Mingce.Core.Activities.Evidence
        {
            UnitId = unit.Id, ActivityId = reached.Id, Form = Mingce.Rules.EvidenceForm.Photo, Title = "到期照片", AddedAt = ledger.Clock.Now, RemovedAt = ledger.Clock.Now,
        });
        await using var db = ledger.OpenDb(unit);
        var reviews = (await new RetentionReview(db, RetentionCatalogue.LoadDefault(Kinds), Kinds).ReadAsync(new(2026, 3, 5))).ToDictionary(r => r.Material.Id);
        reviews["meetings"].ShouldSatisfyAllConditions(r => r.Years.ShouldBeNull(), r => r.Count.ShouldBe(0));
        reviews["activities"].Records.ShouldHaveSingleItem().Title.ShouldBe("到期活动");
        reviews["photos"].Records.ShouldHaveSingleItem().Title.ShouldBe("到期照片");
        reviews["departed-phones"].Records.ShouldHaveSingleItem().Title.ShouldBe("张三");
    }
}
