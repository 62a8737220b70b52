using FsCheck;
using FsCheck.Fluent;
using Mingce.Core.Activities;
using Mingce.Rules.Reading;
using Testing;

namespace Mingce.Rules.Tests.Reading;

/// <summary>Whole reports in the styles that offices write, each with everything that is to be read from it and nothing else.</summary>
public class WholeReportTests
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    /// <summary>Numbers of every sort; none may change what the sentence beside it gives.</summary>
    private static readonly string[] Insertions =
    [
        "召开第3次会议", "落实“三会一课”", "组织两次培训", "联系电话0371-1234567", "依据〔2021〕15号文件", "每周五下午扫除", "投入20余万元", "满意率达98.6%", "二〇二一年以来", "约１２００名群众参加",
        "实行24小时值守", "走访数百户", "距县城28公里", "九十八点五分", "栽树1 200棵", "连续三年获奖", "三五人一组", "前3名", "3栋2单元", "每人500元", "12、15人", "𠮷林社区来了9人",
    ];

    [Theory]
    [InlineData("summary-water-bureau")]
    [InlineData("news-free-clinic")]
    [InlineData("bulleted-street")]
    [InlineData("table-school")]
    [InlineData("application-bank")]
    [InlineData("ledger-traffic-police")]
    [InlineData("chinese-numerals-tax")]
    [InlineData("notice-village")]
    public void Read_WholeReport_GivesEveryLabelAndNothingElse(string name)
    {
        var report = LabelledReport.Load(Repository.Path("tests/Rules.Tests/Reading/Reports"), name);

        report.LostDecoys.ShouldBeEmpty();
        report.Differences(Reader.Read(report.Text).Facts).ShouldBeEmpty();
    }

    [Fact]
    public void Read_AnyNumberBetween_LeavesTheNeighboursReading() =>
        Prop.ForAll(Gen.Elements(Insertions).ToArbitrary(), Gen.Elements(Insertions).ToArbitrary(), (first, second) =>
        {
            var facts = Reader.Read($"制作展板8块。{first}。走访困难家庭26户，{second}。\n捐款5000元。").Facts;
            var quantities = facts.SelectMany(fact => fact.Quantities).ToList();
            return quantities.Contains(new(8, "块", Bound.Exact, "展板"))
                && quantities.Contains(new(26, "户", Bound.Exact, "困难家庭"))
                && facts[^1].Quantities is [{ Value: 5000, Unit: "元", Bound: Bound.Exact }];
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyLayout_QuotesTheSourceExactly() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements(Insertions)).ToArbitrary(),
            Gen.Elements("。", "。\r\n", "，\n", " \u3000", "；\uFEFF", "。𠮷\r").ToArbitrary(),
            Gen.Elements("", "\uFEFF", "某局𠮷总结\r\n").ToArbitrary(),
            (parts, link, head) =>
            {
                var text = head + string.Join(link, parts);
                var runes = text.EnumerateRunes().ToArray();
                return Reader.Read(text).Facts.All(fact =>
                    fact.Start < fact.End && fact.End <= runes.Length && fact.Quote == string.Concat(runes[fact.Start..fact.End]));
            }).QuickCheckThrowOnFailure();
}
