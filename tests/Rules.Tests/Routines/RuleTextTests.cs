using FsCheck;
using FsCheck.Fluent;
using Mingce.Rules;
using Mingce.Rules.Routines;

namespace Rules.Tests.Routines;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData("每周四下午", "每周四下午")]
    [InlineData("周四下午", "每周四下午")]
    [InlineData("每个礼拜四", "每周四")]
    [InlineData("每周二、五", "每周二、五")]
    [InlineData("每周二、周五上午", "每周二、五上午")]
    [InlineData("每周一至周五", "每周一、二、三、四、五")]
    [InlineData("每星期天", "每周日")]
    [InlineData("隔周周五下午", "每两周的周五下午")]
    [InlineData("每月", "每月")]
    [InlineData("每个月至少一次", "每月")]
    [InlineData("每月第一个工作日", "每月第一个工作日")]
    [InlineData("每月首个工作日", "每月第一个工作日")]
    [InlineData("每月最后一个周五下午", "每月最后一个周五下午")]
    [InlineData("每月5日前", "每月5日前")]
    [InlineData("每月 ５ 号之前", "每月5日前")]
    [InlineData("每月15日", "每月15日")]
    [InlineData("每月底前", "每月底前")]
    [InlineData("每季度至少一次", "每季度")]
    [InlineData("每季度首月5日前", "每季度首月5日前")]
    [InlineData("每半年", "每六个月")]
    [InlineData("每年二次", "每年2次")]
    [InlineData("每年至少开展2次", "每年2次")]
    [InlineData("每月上旬", "每月上旬")]
    [InlineData("每季度末月下旬", "每季度末月下旬")]
    [InlineData("每年3月中旬", "每年3月中旬")]
    [InlineData("每周上旬", null)]
    [InlineData("每年开展至少2次", "每年2次")]
    [InlineData("每年2月底前", "每年2月底前")]
    [InlineData("每年7月第一个周五", "每年7月第一个周五")]
    [InlineData("每天24小时", "每天24小时")]
    [InlineData("春节、元宵节、端午", "春节、元宵、端午")]
    [InlineData("春节、端午、中秋前夕", "春节、端午、中秋前")]
    [InlineData("除夕", "除夕")]
    [InlineData("", null)]
    [InlineData("经常", null)]
    [InlineData("每月的周五", null)] // which of them
    [InlineData("每周5日前", null)]
    [InlineData("每年5日前", null)] // of which month
    [InlineData("每季度13月", null)]
    [InlineData("每月32日", null)]
    [InlineData("每周二、五2次", null)]
    [InlineData("端午、端午", null)]
    [InlineData("每0周", null)]
    public void Read_WhatPeopleSay_IsTheRule(string text, string? rule) => (RuleText.Read(text) is { } read ? RuleText.Write(read) : null).ShouldBe(rule);

    [Fact]
    public void Read_WhatIsWritten_IsTheSameRule() => Check.QuickThrowOnFailure(Prop.ForAll(Rules.Any.ToArbitrary(), rule =>
    {
        var read = RuleText.Read(RuleText.Write(rule));
        read.ShouldNotBeNull(RuleText.Write(rule));
        read.Festivals.ShouldBe(rule.Festivals);
        read.Recurrence.Days.ShouldBe(rule.Recurrence.Days);
        (read with { Festivals = rule.Festivals, Recurrence = rule.Recurrence }).ShouldBe(rule);
        (read.Recurrence.Frequency, read.Recurrence.Interval, read.Recurrence.Part, read.Recurrence.Hours, read.Recurrence.Times)
            .ShouldBe((rule.Recurrence.Frequency, rule.Recurrence.Interval, rule.Recurrence.Part, rule.Recurrence.Hours, rule.Recurrence.Times));
    }));

    [Fact]
    public void Read_AnyText_DoesNotFail() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("每隔半年 周 月 季度 日 天 第 个 工作日 最后一 首月 底 前 、 至 5 31 99 十 两 次 小时 上午 春节 除夕 节 前夕 \uD800 \u0000 x".Split(' ')).ListOf().ToArbitrary(),
        pieces => RuleText.Read(string.Concat(pieces)) is not { Recurrence.Interval: 0 }));
}

/// <summary>Every rule that can be said.</summary>
internal static class Rules
{
    private static readonly Gen<DayPart> Part = Gen.Elements(Enum.GetValues<DayPart>());
    private static readonly Gen<DayOfWeek> Weekday = Gen.Elements(Enum.GetValues<DayOfWeek>());

    private static readonly Gen<RoutineRule> Weekly =
        from interval in Gen.Choose(1, 4)
        from days in Gen.SubListOf(Enum.GetValues<DayOfWeek>())
        from part in Part
        select new RoutineRule(new Recurrence(Frequency.Weekly, interval, [.. days.OrderBy(day => ((int)day + 6) % 7)], part));

    private static readonly Gen<RoutineRule> Spans =
        from frequency in Gen.Elements(Frequency.Daily, Frequency.Weekly, Frequency.Monthly, Frequency.Quarterly, Frequency.Yearly)
        from interval in Gen.Choose(1, 12)
        from times in Gen.Choose(1, 12)
        select new RoutineRule(new Recurrence(frequency, interval, Times: times));

    private static readonly Gen<RoutineRule> Points =
        from frequency in Gen.Elements(Frequency.Monthly, Frequency.Quarterly, Frequency.Yearly)
        from month in Gen.Choose(1, frequency == Frequency.Quarterly ? 3 : 12)
        from day in Gen.Choose(1, 31)
        from ordinal in Gen.Elements(1, 2, 3, 4, 5, -1)
        from weekday in Weekday
        from form in Gen.Choose(0, 4)
        select new RoutineRule(new Recurrence(frequency, Days: form == 0 ? [weekday] : []))
        {
            Month = frequency == Frequency.Monthly ? null : month,
            Ordinal = form <= 1 ? ordinal : null,
            Day = form is 2 or 3 ? day : null,
            Before = form >= 3,
        };

    private static readonly Gen<RoutineRule> Festivals =
        from names in Gen.NonEmptyListOf(Gen.Elements(FestivalCalendar.Names.AsEnumerable()))
        from before in Gen.Elements(true, false)
        let distinct = names.Distinct().Take(6).ToList()
        select new RoutineRule(new Recurrence(Frequency.Yearly)) { Festivals = distinct, Before = before };

    public static readonly Gen<RoutineRule> Any = Gen.OneOf(Weekly, Spans, Points, Festivals);
}
