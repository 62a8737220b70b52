using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class DateTests
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    [Theory]
    [InlineData("5月12日", "2022-05-12", "2022-05-12", PeriodPrecision.Day)]
    [InlineData("2021年5月12日", "2021-05-12", "2021-05-12", PeriodPrecision.Day)]
    [InlineData("二〇二一年五月十二日", "2021-05-12", "2021-05-12", PeriodPrecision.Day)]
    [InlineData("5月12号", "2022-05-12", "2022-05-12", PeriodPrecision.Day)]
    [InlineData("6月1日至7日", "2022-06-01", "2022-06-07", PeriodPrecision.Day)]
    [InlineData("6月28日—7月3日", "2022-06-28", "2022-07-03", PeriodPrecision.Day)]
    [InlineData("2021年12月28日至2022年1月3日", "2021-12-28", "2022-01-03", PeriodPrecision.Day)]
    [InlineData("3月5日、6日", "2022-03-05", "2022-03-06", PeriodPrecision.Day)]
    [InlineData("11月初", "2022-11-01", "2022-11-10", PeriodPrecision.TenDays)]
    [InlineData("11月上旬", "2022-11-01", "2022-11-10", PeriodPrecision.TenDays)]
    [InlineData("5月中旬", "2022-05-11", "2022-05-20", PeriodPrecision.TenDays)]
    [InlineData("2月下旬", "2022-02-21", "2022-02-28", PeriodPrecision.TenDays)]
    [InlineData("2月底", "2022-02-21", "2022-02-28", PeriodPrecision.TenDays)]
    [InlineData("5月中国旅游日", "2022-05-01", "2022-05-31", PeriodPrecision.Month)]
    [InlineData("6月", "2022-06-01", "2022-06-30", PeriodPrecision.Month)]
    [InlineData("六月份", "2022-06-01", "2022-06-30", PeriodPrecision.Month)]
    [InlineData("3月至5月", "2022-03-01", "2022-05-31", PeriodPrecision.Month)]
    [InlineData("3—5月", "2022-03-01", "2022-05-31", PeriodPrecision.Month)]
    [InlineData("2019年11月至2020年3月", "2019-11-01", "2020-03-31", PeriodPrecision.Month)]
    [InlineData("3月以来", "2022-03-01", "2022-12-31", PeriodPrecision.Month)]
    [InlineData("上半年", "2022-01-01", "2022-06-30", PeriodPrecision.Month)]
    [InlineData("2021年下半年", "2021-07-01", "2021-12-31", PeriodPrecision.Month)]
    [InlineData("前三季度", "2022-01-01", "2022-09-30", PeriodPrecision.Month)]
    [InlineData("年初", "2022-01-01", "2022-01-31", PeriodPrecision.Month)]
    [InlineData("2021年底", "2021-12-01", "2021-12-31", PeriodPrecision.Month)]
    [InlineData("截至11月底", "2022-01-01", "2022-11-30", PeriodPrecision.Month)]
    [InlineData("第三季度", "2022-07-01", "2022-09-30", PeriodPrecision.Quarter)]
    [InlineData("2021年一季度", "2021-01-01", "2021-03-31", PeriodPrecision.Quarter)]
    [InlineData("2021年", "2021-01-01", "2021-12-31", PeriodPrecision.Year)]
    [InlineData("今年以来", "2022-01-01", "2022-12-31", PeriodPrecision.Year)]
    [InlineData("去年", "2021-01-01", "2021-12-31", PeriodPrecision.Year)]
    [InlineData("去年8月", "2021-08-01", "2021-08-31", PeriodPrecision.Month)]
    [InlineData("2019—2020年", "2019-01-01", "2020-12-31", PeriodPrecision.Year)]
    [InlineData("2019年至2020年", "2019-01-01", "2020-12-31", PeriodPrecision.Year)]
    [InlineData("2019-2021年度", "2019-01-01", "2021-12-31", PeriodPrecision.Year)]
    [InlineData("2020年以来", "2020-01-01", "2022-12-31", PeriodPrecision.Year)]
    [InlineData("两年来", "2021-01-01", "2022-12-31", PeriodPrecision.Year)]
    [InlineData("近三年", "2020-01-01", "2022-12-31", PeriodPrecision.Year)]
    public void Read_DateBeforeFigure_GivesItsDaysAndPrecision(string text, string from, string to, PeriodPrecision precision)
    {
        var date = Reader.Read(text + "，走访困难家庭12户。", 2022).Facts.ShouldHaveSingleItem().Date.ShouldNotBeNull();

        date.ShouldBe(new(new(DateOnly.Parse(from), DateOnly.Parse(to), precision), null));
    }

    [Theory]
    [InlineData("六一前夕", "2022-05-25", "2022-06-01", "六一")]
    [InlineData("“六一”国际儿童节前夕", "2022-05-25", "2022-06-01", "六一")]
    [InlineData("国庆前", "2022-09-24", "2022-10-01", "国庆")]
    [InlineData("“十一”期间", "2022-10-01", "2022-10-08", "国庆")]
    [InlineData("春节期间", "2022-02-01", "2022-02-08", "春节")]
    [InlineData("2021年春节前后", "2021-02-05", "2021-02-19", "春节")]
    [InlineData("从大年三十起", "2022-01-31", "2022-01-31", "除夕")]
    [InlineData("正月十五", "2022-02-15", "2022-02-15", "元宵")]
    [InlineData("清明节", "2022-04-05", "2022-04-05", "清明")]
    [InlineData("端午节当天", "2022-06-03", "2022-06-03", "端午")]
    [InlineData("中秋佳节来临之际", "2022-09-03", "2022-09-10", "中秋")]
    [InlineData("重阳节", "2022-10-04", "2022-10-04", "重阳")]
    [InlineData("母亲节", "2022-05-08", "2022-05-08", "母亲节")]
    [InlineData("七一前夕", "2022-06-24", "2022-07-01", "七一")]
    public void Read_Festival_GivesItsDaysOfThatYear(string text, string from, string to, string festival)
    {
        var date = Reader.Read(text + "，走访困难家庭12户。", 2022).Facts.ShouldHaveSingleItem().Date.ShouldNotBeNull();

        date.ShouldBe(new(new(DateOnly.Parse(from), DateOnly.Parse(to), PeriodPrecision.Festival), festival));
    }

    [Theory]
    [InlineData("近年来")]
    [InlineData("春节、端午、中秋期间")]
    [InlineData("2月30日")]
    [InlineData("“五四”红旗团支部")]
    [InlineData("第三八中学")]
    [InlineData("落实《2021年工作要点》")]
    [InlineData("每月")]
    public void Read_NoDayIsSaid_GivesNoDate(string text) =>
        Reader.Read(text + "，走访困难家庭12户。", 2022).Facts[0].Date.ShouldBeNull();

    [Fact]
    public void Read_NoYearKnown_KeepsTheFestivalAndInventsNoDay()
    {
        Reader.Read("六一前夕，走访12户。").Facts[0].Date.ShouldBe(new(null, "六一"));
        Reader.Read("5月12日，走访12户。").Facts[0].Date.ShouldBeNull();
    }

    [Fact]
    public void Read_ReportOfTwoYears_LeavesAMonthWithoutYearOpen()
    {
        const string text = "某局2019—2020年工作总结\n5月，走访困难家庭12户。\n2019年6月，走访困难家庭8户，7月走访9户。\n两年来，走访困难家庭20户。\n";

        Reader.Read(text).Facts.Select(fact => fact.Date?.Period?.From.ToString("yyyy-MM-dd")).ShouldBe([null, "2019-06-01", "2019-07-01", "2019-01-01"]);
    }

    [Fact]
    public void Read_ListWithDates_GivesTheDateToTheWholeItem()
    {
        const string text = """
            某局2022年活动情况
            1.3月5日，在人民广场开展学雷锋志愿服务活动。组织志愿者35人，发放传单200份。
            2.4月，走访困难家庭12户。8日走访的6户各送去慰问金500元。
            （三）7月走访
            走访老党员9人。
            四、其他
            走访困难群众3户。
            """;

        Reader.Read(text).Facts.Select(fact => fact.Date?.Period?.From.ToString("MM-dd")).ShouldBe(["03-05", "03-05", "04-01", "04-08", "07-01", null]);
    }
}
