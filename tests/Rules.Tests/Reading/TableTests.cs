using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class TableTests
{
    private const string Table = """
        某局2024年工作总结
        二、活动情况
        序号	时间	地点	活动名称	参加人数	服务时长（小时）	筹款（万元）	备注
        1	3月5日	人民广场	学雷锋志愿服务	35	70		发放传单200份
        2	4.12	东岭社区	义务植树	20余	40	0.5	联系电话13800001111
        3	5月中旬	敬老院	走访慰问	——	——	1.2	——
        4	2024/6/1	县城	主题党日			
        合计				55	110	1.7	
        三、其他
        召开会议3次。
        """;

    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    [Fact]
    public void Read_TableOfActivities_ReadsEachRowByItsColumns()
    {
        var rows = Reader.Read(Table).Facts.SkipLast(1).ToList();

        rows.Select(row => (row.Kind, string.Join(' ', row.Quantities.Select(q => $"{q.Value:0.##}{q.Unit}{q.Bound}")), row.Date?.Period?.From.ToString("MM-dd"), row.Place)).ShouldBe(
        [
            ("volunteer", "35人Exact 70小时Exact 200份Exact", "03-05", "人民广场"),
            ("volunteer", "20人Over 40小时Exact 5000元Exact", "04-12", "东岭社区"),
            ("visit", "12000元Exact", "05-11", "敬老院"),
            ("party-day", "", "06-01", "县城"),
            ("other", "55人Exact", null, ""),
        ]);
        rows.ShouldAllBe(row => row.Section == "二、活动情况");
        rows.ShouldAllBe(row => Table.Substring(row.Start, row.End - row.Start) == row.Quote);
        rows[0].Quote.ShouldBe("3月5日\t人民广场\t学雷锋志愿服务\t35\t70\t\t发放传单200份");
    }

    [Fact]
    public void Read_TotalsThatRowsBearOut_AreNoFacts() =>
        Reader.Explain(Table).Where(row => row.Rule.Id == "TotalRow").Select(row => row.Quote).ShouldBe(["110", "1.7"]);

    [Theory]
    [InlineData("活动\t次数\n植树\t3\n献血\t2\n合计\t6", "6", "3 2", 6, 5)]
    [InlineData("活动\t人数\n植树\t30人\n献血\t20人\n合计\t60人", "60人", "30人 20人", 60, 50)]
    [InlineData("活动\t金额（元）\n植树\t300\n小计\t400\n献血\t200\n合计\t500", "400", "300", 400, 300)]
    [InlineData("| 活动 | 次数 |\n|---|---|\n| 植树 | 3 |\n| 献血 | 2 |\n| 合计 | 6 |", "6", "3 2", 6, 5)]
    public void Read_TotalThatRowsDoNotBearOut_GivesAFinding(string table, string total, string parts, decimal stated, decimal sum)
    {
        var finding = Reader.Read("活动情况\n" + table + "\n").Findings.ShouldHaveSingleItem();

        (finding.Total.Quote, string.Join(' ', finding.Parts.Select(part => part.Quote)), finding.Total.Value, finding.Sum).ShouldBe((total, parts, stated, sum));
    }

    [Theory]
    [InlineData("活动\t次数\n植树\t3\n献血\t两次半\n合计\t6")]
    [InlineData("活动\t次数\n植树\t3\n献血\t2\n合计\t5")]
    [InlineData("活动\t人数\n植树\t3\n献血\t20余\n合计\t30")]
    [InlineData("活动\t序号\n植树\t3\n献血\t2\n合计\t6")]
    public void Read_TotalThatMayBeRight_GivesNone(string table) => Reader.Read("活动情况\n" + table + "\n").Findings.ShouldBeEmpty();

    [Fact]
    public void Read_CellsMergedBesideTheTotal_CountsFromTheRight() =>
        Reader.Read("活动情况\n活动\t地点\t次数\t人数\n植树\t山\t3\t10\n献血\t站\t2\t20\n合计\t5\t31\n").Findings.ShouldHaveSingleItem().Total.Quote.ShouldBe("31");

    [Fact]
    public void Read_RowsWithoutHead_AreReadCellByCell()
    {
        var facts = Reader.Read("活动情况\n3月5日\t学雷锋志愿服务，35人参加\t人民广场\n1\t2\t3\n").Facts;

        facts.ShouldHaveSingleItem().Quantities.ShouldBe([new(35, "人")]);
    }

    [Fact]
    public void Read_HeadingBetweenRows_KeepsTheColumns() =>
        Reader.Read("活动情况\n活动\t人数\n一、上半年\n植树\t30\n二、下半年\n献血\t20\n").Facts.Select(fact => (fact.Quote, fact.Section))
            .ShouldBe([("植树\t30", "一、上半年"), ("献血\t20", "二、下半年")]);
}
