using Mingce.Rules.Reading;
using Mingce.Rules.Routines;

namespace Rules.Tests.Reading;

/// <summary>What is read off a 来文 that came on Thursday, 5 November 2026.</summary>
public sealed class PaperReaderTests
{
    private static readonly DateOnly Received = new(2026, 11, 5);

    private const string Paper = """
        示范市精神文明建设指导委员会办公室文件
        示文明办〔2026〕3号

        关于报送2026年度文明单位
        复查材料的通知

        各市直单位：
        现将有关事项通知如下。
        一、各单位请于11月30日前报送自查报告，联系电话6123。
        二、涉及整改的，于收到通知后3个工作日内报送整改方案；逾期不予受理。
        附件：1.《关于评选表彰的通知》（示文明办〔2025〕8号）

        示范市精神文明建设指导委员会办公室
        2026年11月4日
        """;

    [Fact]
    public void Read_WholePaper_TellsItsPartsAndDeadlines()
    {
        var read = PaperReader.Read(Paper, Received, OfficeDays.WeekendsOnly);
        read.Title.ShouldBe("关于报送2026年度文明单位复查材料的通知");
        read.Number.ShouldBe("示文明办〔2026〕3号");
        read.Issuer.ShouldBe("示范市精神文明建设指导委员会办公室");
        read.Deadlines.ShouldBe(
        [
            new("一、各单位请于11月30日前报送自查报告，联系电话6123", new(2026, 11, 30)),
            new("二、涉及整改的，于收到通知后3个工作日内报送整改方案", new(2026, 11, 10)),
        ]);
    }

    [Theory]
    [InlineData("请于11月30日前报送。", "2026-11-30")]
    [InlineData("请于2026年12月5日（星期六）17:00前报送。", "2026-12-05")]
    [InlineData("于12月1日下班前将材料报至我办。", "2026-12-01")]
    [InlineData("报名截止时间为11月20日。", "2026-11-20")]
    [InlineData("截止日期：2026年11月18日", "2026-11-18")]
    [InlineData("请于1月10日前报送年度总结。", "2027-01-10")]
    [InlineData("请在12月底前完成。", "2026-12-31")]
    [InlineData("年底前全部完成整改。", "2026-12-31")]
    [InlineData("请于本月底前反馈。", "2026-11-30")]
    [InlineData("请于本周五下班前反馈。", "2026-11-06")]
    [InlineData("请于本周五（11月6日）下午下班前，将情况发至邮箱。", "2026-11-06")]
    [InlineData("自收到之日起5日内回复。", "2026-11-10")]
    [InlineData("请于十个工作日内办结。", "2026-11-19")]
    [InlineData("请于两天内反馈。", "2026-11-07")]
    public void Read_Deadline_IsItsLastDay(string text, string due) =>
        PaperReader.Read(text, Received, OfficeDays.WeekendsOnly).Deadlines.Select(d => $"{d.DueOn:yyyy-MM-dd}").ShouldBe([due]);

    [Fact]
    public void Read_TableToBeFilledIn_IsCalledByItsOwnTitle() =>
        PaperReader.Read("附件2\n临江县2026年第四季度志愿服务活动统计表\n填报单位：", Received, OfficeDays.WeekendsOnly).Title.ShouldBe("临江县2026年第四季度志愿服务活动统计表");

    [Theory]
    [InlineData("截至10月底，已完成5件。")]
    [InlineData("每月5日前报送信息。")]
    [InlineData("定于11月12日召开会议。")]
    [InlineData("公示5个工作日。")]
    [InlineData("11月3日前方道路施工。")]
    [InlineData("")]
    public void Read_OtherDays_AreNoDeadlines(string text) =>
        PaperReader.Read(text, Received, OfficeDays.WeekendsOnly).Deadlines.ShouldBeEmpty();

    [Theory]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("6月底前", "2026-06-30")]
    [InlineData("6月底前完成", "2026-06-30")]
    [InlineData("11月30日前", "2026-11-30")]
    [InlineData("二季度", "2026-06-30")]
    [InlineData("上半年", "2026-06-30")]
    [InlineData("年底", "2026-12-31")]
    [InlineData("2027年3月", "2027-03-31")]
    [InlineData("全年", "2026-12-31")]
    [InlineData("3月至5月", "2026-05-31")]
    [InlineData("按上级要求", null)]
    [InlineData("", null)]
    public void LastDayIn_Cell_IsTheEndOfItsDate(string cell, string? day) =>
        PaperReader.LastDayIn(cell, 2026).ShouldBe(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("市文明办关于开展志愿服务月活动的通知", "市文明办关于开展志愿服务月活动的通知", "市文明办")]
    [InlineData("市直机关工委\n关于报送党建要点的函", "市直机关工委关于报送党建要点的函", "市直机关工委")]
    [InlineData("会议通知\n定于周五开会。\n市政务服务中心\n2026年11月3日", "会议通知", "市政务服务中心")]
    [InlineData("随便写的一段话。", "", "")]
    public void Read_Title_WithItsSender(string text, string title, string issuer)
    {
        var read = PaperReader.Read(text, Received, OfficeDays.WeekendsOnly);
        (read.Title, read.Issuer).ShouldBe((title, issuer));
    }

    [Theory]
    [InlineData("示文明办〔2026〕3号", "示文明办〔2026〕3号")]
    [InlineData("示文明办[2026] 12 号          签发人：张某", "示文明办[2026]12号")]
    [InlineData("根据《示文明办〔2026〕3号》要求", "")]
    public void Read_Number_OfThePaperItself(string text, string number) =>
        PaperReader.Read(text, Received, OfficeDays.WeekendsOnly).Number.ShouldBe(number);
}
