using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class TotalsTests
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    [Theory]
    [InlineData("共开展志愿服务36次，其中环境整治20次、文明劝导18次", "共开展志愿服务36次", "环境整治20次|文明劝导18次", 36, 38, false)]
    [InlineData("共73人参加，献血24600毫升，其中6月38人13400毫升、12月36人11200毫升", "共73人", "6月38人|12月36人", 73, 74, false)]
    [InlineData("参加志愿服务30人，其中党员35人", "参加志愿服务30人", "党员35人", 30, 35, false)]
    [InlineData("共计培训36次：业务培训20次、党务培训18次", "共计培训36次", "业务培训20次|党务培训18次", 36, 38, true)]
    [InlineData("志愿者35人（党员20人、群众16人）", "志愿者35人", "党员20人|群众16人", 35, 36, true)]
    [InlineData("设一等奖2个、二等奖4个、三等奖6个，共设奖项13个", "共设奖项13个", "设一等奖2个|二等奖4个|三等奖6个", 13, 12, true)]
    [InlineData("栽种香樟、桂花两个品种共240株，其中香樟150株、桂花80株", "桂花两个品种共240株", "香樟150株|桂花80株", 240, 230, true)]
    [InlineData("捐款总额104350元，其中党员326人捐49800元，群众587人捐51550元", "捐款总额104350元", "捐49800元|捐51550元", 104350, 101350, true)]
    public void Read_TotalThatPartsDoNotBearOut_GivesAFinding(string text, string total, string parts, decimal stated, decimal sum, bool exhaustive)
    {
        text = "前言。" + text + "。";

        var finding = Reader.Read(text).Findings.ShouldHaveSingleItem();

        finding.Total.Quote.ShouldBe(total);
        string.Join('|', finding.Parts.Select(part => part.Quote)).ShouldBe(parts);
        (finding.Total.Value, finding.Sum, finding.IsExhaustive).ShouldBe((stated, sum, exhaustive));
        finding.Parts.Append(finding.Total).ShouldAllBe(part => text.Substring(part.Start, part.End - part.Start) == part.Quote);
    }

    [Theory]
    [InlineData("共开展志愿服务36次，其中环境整治20次、文明劝导10次")]
    [InlineData("共开展志愿服务36次，其中环境整治20次，组织宣讲30次")]
    [InlineData("共开展志愿服务30余次，其中环境整治20次、文明劝导18次")]
    [InlineData("现有职工30人，其中男20人、女10人，党员25人，本科28人")]
    [InlineData("共计培训36次：业务培训20次、党务培训16次")]
    [InlineData("志愿者35人（党员20人、群众15人）")]
    [InlineData("走访困难家庭12户、慰问老人8户，共帮扶30户")]
    [InlineData("组织活动36次，发放传单20份、画册30册，共50份")]
    [InlineData("捐款5000元，其中党员20人")]
    [InlineData("共36次（每次2小时、3人）")]
    public void Read_TotalThatMayBeRight_GivesNone(string text) => Reader.Read(text + "。").Findings.ShouldBeEmpty();
}
