using FsCheck;
using FsCheck.Fluent;
using Mingce.Rules.Routines;

namespace Rules.Tests.Routines;

public sealed class DueSpansTests
{
    // The notice of 2026, as far as these tests need it.
    private static readonly OfficeDays Office = new([new HolidayNotice(2026, "通知",
        [new("元旦", Day("2026-01-01"), Day("2026-01-03")), new("劳动节", Day("2026-05-01"), Day("2026-05-05")), new("国庆节", Day("2026-10-01"), Day("2026-10-07"))],
        [Day("2026-01-04"), Day("2026-05-09"), Day("2026-10-10")])]);

    [Theory]
    [InlineData("每周四下午", "2026-09-21", "2026-10-11", "9月24日 2026-09-24..2026-09-24|10月8日 2026-10-08..2026-10-08")] // 1 October is off
    [InlineData("每周二、五", "2026-03-02", "2026-03-08", "3月3日 2026-03-03..2026-03-03|3月6日 2026-03-06..2026-03-06")]
    [InlineData("隔周周五", "2026-01-05", "2026-02-05", "1月16日 2026-01-16..2026-01-16|1月30日 2026-01-30..2026-01-30")]
    [InlineData("每周", "2026-03-02", "2026-03-15", "3月2日至8日 2026-03-02..2026-03-08|3月9日至15日 2026-03-09..2026-03-15")]
    [InlineData("每月第一个工作日", "2026-01-01", "2026-01-31", "1月 2026-01-04..2026-01-04")] // a Sunday that is worked
    [InlineData("每月第一个工作日", "2026-05-01", "2026-05-31", "5月 2026-05-06..2026-05-06")]
    [InlineData("每月第一个工作日", "2027-05-01", "2027-05-31", "5月 2027-05-03..2027-05-03")] // no notice: weekends only
    [InlineData("每月最后一个工作日", "2026-02-01", "2026-02-28", "2月 2026-02-27..2026-02-27")]
    [InlineData("每月第五个周五", "2026-01-01", "2026-02-28", "1月 2026-01-30..2026-01-30")] // February has none
    [InlineData("每月5日前", "2026-03-01", "2026-03-31", "3月 2026-03-01..2026-03-05")]
    [InlineData("每月上旬", "2026-03-01", "2026-03-31", "3月 2026-03-01..2026-03-10")]
    [InlineData("每月下旬", "2026-02-01", "2026-02-28", "2月 2026-02-21..2026-02-28")]
    [InlineData("每季度末月中旬", "2026-04-01", "2026-06-30", "第二季度 2026-06-11..2026-06-20")]
    [InlineData("每月31日", "2026-02-01", "2026-02-28", "2月 2026-02-28..2026-02-28")]
    [InlineData("每月", "2028-02-01", "2028-02-29", "2月 2028-02-01..2028-02-29")]
    [InlineData("每季度", "2026-04-01", "2026-09-30", "第二季度 2026-04-01..2026-06-30|第三季度 2026-07-01..2026-09-30")]
    [InlineData("每季度首月5日前", "2026-04-01", "2026-06-30", "第二季度 2026-04-01..2026-04-05")]
    [InlineData("每季度末月底前", "2026-04-01", "2026-06-30", "第二季度 2026-04-01..2026-06-30")]
    [InlineData("每半年", "2026-01-01", "2026-12-31", "上半年 2026-01-01..2026-06-30|下半年 2026-07-01..2026-12-31")]
    [InlineData("每年二次", "2026-01-01", "2026-12-31", "2026年 2026-01-01..2026-12-31")]
    [InlineData("每年2月底前", "2028-01-01", "2028-12-31", "2028年 2028-01-01..2028-02-29")]
    [InlineData("每年3月", "2026-01-01", "2026-12-31", "2026年 2026-03-01..2026-03-31")]
    [InlineData("春节、端午", "2026-01-01", "2026-12-31", "春节 2026-02-03..2026-02-17|端午 2026-06-05..2026-06-19")]
    [InlineData("除夕", "2026-01-01", "2026-12-31", "除夕 2026-02-02..2026-02-16")]
    [InlineData("元旦前", "2025-12-01", "2025-12-31", "元旦 2025-12-18..2025-12-31")]
    [InlineData("中秋、国庆", "2020-01-01", "2020-12-31", "中秋、国庆 2020-09-17..2020-10-01")]
    public void Of_Rule_AsksForTheseDays(string rule, string first, string last, string spans) =>
        string.Join('|', DueSpans.Of(RuleText.Read(rule)!, Day("2026-01-04").AddDays(-6), Day(first), Day(last), Office)
            .Select(span => $"{span.Label} {span.From:yyyy-MM-dd}..{span.Due:yyyy-MM-dd}")).ShouldBe(spans);

    [Theory]
    [InlineData(2020, "春节 01-25, 元宵 02-08, 清明 04-04, 端午 06-25, 七夕 08-25, 中秋 10-01, 重阳 10-25")] // leap fourth month
    [InlineData(2023, "春节 01-22, 元宵 02-05, 清明 04-05, 端午 06-22, 七夕 08-22, 中秋 09-29, 重阳 10-23")] // leap second month
    [InlineData(2025, "春节 01-29, 元宵 02-12, 清明 04-04, 端午 05-31, 七夕 08-29, 中秋 10-06, 重阳 10-29")] // leap sixth month
    [InlineData(2026, "春节 02-17, 元宵 03-03, 清明 04-05, 端午 06-19, 七夕 08-19, 中秋 09-25, 重阳 10-18")]
    [InlineData(2027, "春节 02-06, 元宵 02-20, 清明 04-05, 端午 06-09, 七夕 08-08, 中秋 09-15, 重阳 10-08")]
    public void DayOf_Festival_FollowsTheLunarCalendar(int year, string days) =>
        string.Join(", ", "春节 元宵 清明 端午 七夕 中秋 重阳".Split(' ').Select(name => $"{name} {FestivalCalendar.DayOf(name, year):MM-dd}")).ShouldBe(days);

    [Fact]
    public void On_UnknownYears_NameNoFestival()
    {
        FestivalCalendar.On(new(1999, 1, 1)).ShouldBeEmpty();
        FestivalCalendar.On(new(2100, 10, 1)).ShouldBeEmpty();
        FestivalCalendar.On(new(2026, 2, 16)).ShouldBe(["除夕"]);
    }

    [Fact]
    public void Of_AnyRule_IsOrderedWithinItsStepAndTheSameInPieces() => Check.QuickThrowOnFailure(Prop.ForAll(
        Rules.Any.ToArbitrary(), Gen.Choose(0, 3000).Select(n => new DateOnly(2020, 1, 1).AddDays(n)).ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), (rule, first, length) =>
        {
            var (last, middle) = (first.AddDays(length), first.AddDays(length / 2));
            var spans = Spans(first, last);
            spans.ShouldAllBe(span => span.First <= span.From && span.From <= span.Due && span.Due <= span.Last && first <= span.Due && span.Due <= last);
            spans.Select(span => span.Due).ShouldBeInOrder();
            spans.Select(span => span.Due).ShouldBeUnique();
            Spans(first, middle).Concat(Spans(middle.AddDays(1), last)).ShouldBe(spans);

            List<DueSpan> Spans(DateOnly from, DateOnly to) => to < from ? [] : [.. DueSpans.Of(rule, new(2019, 6, 12), from, to, Office)];
        }));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
