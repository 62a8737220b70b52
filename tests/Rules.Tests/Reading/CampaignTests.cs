using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class CampaignTests
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    [Theory]
    [InlineData("围绕“双城同创”，走访居民12户", "双城同创")]
    [InlineData("开展“四比四看”活动，召开会议3次", "四比四看")]
    [InlineData("推进“清廉机关”建设，廉政谈话8人", "“清廉机关”建设")]
    [InlineData("开展“清洁家园”行动24次", "“清洁家园”行动")]
    [InlineData("扎实开展党史学习教育，集中学习12次", "党史学习教育")]
    [InlineData("在“不忘初心、牢记使命”主题教育中，集中学习12次", "“不忘初心、牢记使命”主题教育")]
    [InlineData("“我为群众办实事”列出清单15项", "我为群众办实事")]
    [InlineData("组织开展养老诈骗专项行动，发放宣传单300份", "养老诈骗专项行动")]
    [InlineData("举办“我们的节日·端午”主题活动2场", "我们的节日·端午")]
    [InlineData("召开会议3次。学习了党史学习教育文件", "")]
    [InlineData("落实“三会一课”，讲党课4次", "")]
    [InlineData("他说：“今年参加志愿服务12次，很高兴。”活动结束", "")]
    public void Read_CampaignInSentence_NamesIt(string text, string campaign) => Reader.Read(text + "。").Facts[0].Campaign.ShouldBe(campaign);

    [Theory]
    [InlineData("一、“清廉法院”建设\n召开会议3次。", "“清廉法院”建设")]
    [InlineData("“清廉法院”建设从严从实。召开会议3次。", "“清廉法院”建设")]
    [InlineData("一、深化党史学习教育\n（一）集中学习\n召开会议3次。", "党史学习教育")]
    [InlineData("走访居民12户，检查商户5家，清扫楼道8个，开展“双城同创”宣传。召开会议3次。", "")]
    [InlineData("开展“双城同创”宣传。\n召开会议3次。", "")]
    public void Read_CampaignAroundSentence_HoldsWhereItIsTheTopic(string text, string campaign) => Reader.Read(text).Facts[^1].Campaign.ShouldBe(campaign);
}
