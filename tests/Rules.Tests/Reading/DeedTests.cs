using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

/// <summary>Deeds on a named day without any figure.</summary>
public sealed class DeedTests
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    [Theory]
    [InlineData("3月5日，在人民广场开展学雷锋志愿服务活动。", "volunteer", "2025-03-05", "2025-03-05", "3月5日，在人民广场开展学雷锋志愿服务活动")]
    [InlineData("七一前夕，到朝阳社区走访慰问老党员。", "visit", "2025-06-24", "2025-07-01", "七一前夕，到朝阳社区走访慰问老党员")]
    [InlineData("11月初，组织干部职工参加专项行动，清扫包干路段。", "clean-up", "2025-11-01", "2025-11-10", "11月初，组织干部职工参加专项行动，清扫包干路段")]
    [InlineData("“七一”组织党员重温入党誓词。", "party-day", "2025-07-01", "2025-07-01", "“七一”组织党员重温入党誓词")]
    public void Read_DatedDeedWithoutFigures_IsAFact(string text, string kind, string from, string to, string quote)
    {
        var fact = Read(text).ShouldHaveSingleItem();
        (fact.Kind, fact.Quote).ShouldBe((kind, quote));
        (fact.Date!.Period!.From, fact.Date.Period.To).ShouldBe((DateOnly.Parse(from), DateOnly.Parse(to)));
        (fact.Quantities.Count, fact.Recurrence).ShouldBe((0, null));
    }

    [Fact]
    public void Read_FiguresOfTheDeedInTheNextSentence_AreOneFactAtItsPlace()
    {
        var fact = Read("3月5日，在人民广场开展学雷锋志愿服务活动。组织志愿者35人。").ShouldHaveSingleItem();
        (fact.Quantities.Single().Value, fact.Place, fact.Date!.Period!.From).ShouldBe((35, "人民广场", new(2025, 3, 5)));
    }

    [Theory]
    [InlineData("2025年，扎实开展志愿服务活动。")]
    [InlineData("12月4日是国家宪法日。")]
    [InlineData("春节、端午、中秋期间，走访慰问困难群众。")]
    [InlineData("下一步，5月组织志愿服务活动。")]
    [InlineData("扎实开展志愿服务活动。")]
    [InlineData("6月，天气炎热，大家热情高涨。")]
    public void Read_NoDayNoDeedOrOnlyAPlan_IsNoFact(string text) => Read(text).ShouldBeEmpty();

    private static IReadOnlyList<Fact> Read(string text) => Reader.Read("市水务局2025年工作总结\n" + text, 2025).Facts;
}
