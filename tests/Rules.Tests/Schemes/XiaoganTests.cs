using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using static Rules.Tests.Schemes.Sample;

namespace Rules.Tests.Schemes;

/// <summary>The first scheme as data, and one unit's year under it with the points worked out by hand.</summary>
public class XiaoganTests
{
    private static readonly KindCatalogue Kinds = KindCatalogue.LoadDefault();
    private static readonly Scheme Xiaogan = SchemeCatalogue.Default(Kinds).Load("xiaogan");

    [Fact]
    public void Load_Xiaogan_HasTheTenStandardsOfTheSource()
    {
        Xiaogan.Standards.Select(standard => (standard.Id, standard.Points)).ShouldBe([
            ("1.1", 200), ("1.2", 200), ("1.3", 200), ("1.4", 600), ("1.5", 200),
            ("1.6", 200), ("1.7", 300), ("1.8", 200), ("1.9", 200), ("1.10", 100)]);
        (Xiaogan.Assigned, Xiaogan.Unassigned).ShouldBe((2400, 0));
        // The sub-points that the source states: 1+1, 1+1, 4+2.
        foreach (var (id, points) in new[] { ("1.1", new[] { 100, 100 }), ("1.3", [100, 100]), ("1.4", [400, 200]) })
            Xiaogan.Standards.Single(standard => standard.Id == id).Checks.Select(check => check.Points).ShouldBe(points);
    }

    [Fact]
    public void Score_EmptyYear_GivesNothingAndNamesEveryStandard()
    {
        var card = Scorer.Score(Xiaogan, Input());
        (card.Points, card.Possible).ShouldBe((0, 2400));
        card.Standards.ShouldAllBe(standard => standard.Missing.Count > 0);
        // Every point that is not earned hangs on exactly one gap.
        card.Standards.Sum(standard => standard.Checks.Sum(check => check.Gaps.Sum(gap => gap.Points))).ShouldBe(2400);
        card.Standards.SelectMany(standard => standard.Missing).ShouldAllBe(text => !text.Contains('补') && !text.Contains("制作"));
    }

    [Fact]
    public void Score_OneYear_GivesThePointsWorkedOutByHand()
    {
        ScoringRecord[] records =
        [
            // 1.1 second meeting has no evidence: the first check fails, 0 of 1. The group, staff and money are in one notice,
            // the chat group in a screenshot: 1 of 1. Sum 1.
            On(1, 12, "meeting-1", "meeting", "党组会研究文明单位创建工作", Document("会议纪要")),
            On(7, 6, "meeting-2", "meeting", "党组会研究文明创建工作"),
            On(1, 15, "notice", "rule", "印发创建方案", Document("成立领导小组，配备专兼职人员，落实专项经费")),
            On(1, 20, "chat", "publicity", "加入市创建工作群", new ScoringEvidence(EvidenceForm.Screenshot, "创建工作群")),
            // 1.2 graded 2.
            // 1.3 rule of assessment: 1. Monthly plan dated in February, reported to 文明办: 1. Sum 2.
            On(4, 1, "assessment", "rule", "考核办法", Document("文明创建绩效纳入干部年度考核")),
            On(2, 10, "plan", "rule", "月计划", Document("全年创建月计划，报市文明办")),
            // 1.4 graded 3 of 4; the list of model sections was posted: 2. Sum 5.
            On(10, 9, "posted", "honor", "文明科室评选结果张榜公示", Photo()),
            // 1.5 not graded: 0 of 2. 1.6 graded 2.
            // 1.7 plan and measures, but no result: 0 of 3.
            On(3, 3, "village", "assistance", "结对帮扶", Document("帮扶方案，共五条措施")),
            // 1.8 blood, evidenced: 2. The leader's own gift is not the unit's.
            On(6, 14, "blood", "blood", "无偿献血", Photo()),
            On(6, 15, "gift", "donation", "捐款", Photo()) with { Actor = Actor.Superior },
            // 1.9 three reports claimed without dates fill nothing, one evidenced: 0 of 2.
            On(5, 5, "news", "publicity", "向市文明办报送信息", new ScoringEvidence(EvidenceForm.Link)),
            new("news-sum", ["publicity"], "向文明办报送信息3篇", "", Period.OfYear(2026), Count: 3, IsSummary: true),
            // 1.10 an account with a link: 1.
            On(2, 2, "account", "publicity", "本单位微信公众号发布信息", new ScoringEvidence(EvidenceForm.Link)),
        ];
        Grade[] grades =
        [
            new("1.2-1", 2026, 200, "王敏", "无违规"), new("1.4-1", 2026, 300, "王敏", "未建文明窗口"), new("1.6-1", 2026, 200, "王敏", "参与文明城市创建"),
        ];
        var card = Scorer.Score(Xiaogan, Input(records) with { Attestations = grades });

        card.Standards.Select(standard => (standard.Id, standard.Points)).ShouldBe([
            ("1.1", 100), ("1.2", 200), ("1.3", 200), ("1.4", 500), ("1.5", 0),
            ("1.6", 200), ("1.7", 0), ("1.8", 200), ("1.9", 0), ("1.10", 100)]);
        card.Points.ShouldBe(1500); // 1+2+2+5+0+2+0+2+0+1 = 15
        card.Summary.ShouldBe("已赋分24分中得15分");

        card.Standards[0].Counted.ShouldBe(["meeting-1", "notice", "chat"]);
        card.Standards[0].Claimed.ShouldBe(["meeting-2"]);
        card.Standards[0].Missing.ShouldBe([
            "党委（党组）每年研究创建不少于2次：已填报1次，缺佐证材料",
            "党委（党组）每年研究创建不少于2次：2026年度尚缺1次有佐证的记录，12月31日前对应1分"]);
        card.Standards[6].Missing.ShouldBe([
            "与农村、社区、少年宫、困难人群结对帮扶，有方案措施效果：测评期内尚未见效果的材料，12月31日前对应3分"]);
        card.Standards[7].Counted.ShouldBe(["blood"]);
        card.Standards[8].Claimed.ShouldBe(["news-sum"]);
        card.Standards[8].Missing[0].ShouldBe("向志愿服务网和文明办报送信息不少于2篇：已填报3次，均缺佐证材料");
    }
}
