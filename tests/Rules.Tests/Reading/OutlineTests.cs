using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Rules.Tests.Reading;

public class OutlineTests
{
    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    /// <summary>Every * in the text is a sentence with one figure; the sections are those of the sentences.</summary>
    [Theory]
    [InlineData("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n*", "一、甲 / （一）乙 / 1.丙 / （1）丁 / ①戊")]
    [InlineData("一、甲\n（一）乙\n*\n（二）丙\n*\n二、丁\n*", "一、甲 / （一）乙|一、甲 / （二）丙|二、丁")]
    [InlineData("1.甲\n（一）乙\n*\n（二）丙\n*\n2.丁\n*", "1.甲 / （一）乙|1.甲 / （二）丙|2.丁")]
    [InlineData("1、甲\n(1)乙\n*\n(2)丙\n*\n2、丁\n*", "1、甲 / (1)乙|1、甲 / (2)丙|2、丁")]
    [InlineData("（二）甲\n*\n二、乙\n*", "（二）甲|二、乙")]
    [InlineData("3.甲\n*\n（二）乙\n*", "3.甲|（二）乙")]
    [InlineData("第一部分 甲\n一、乙\n*\n第二部分 丙\n一、丁\n*", "第一部分 甲 / 一、乙|第二部分 丙 / 一、丁")]
    [InlineData("第一章 甲\n第一节 乙\n一、丙\n*\n第二节 丁\n*", "第一章 甲 / 第一节 乙 / 一、丙|第一章 甲 / 第二节 丁")]
    [InlineData("# 甲\n## 一、乙\n（一）丙\n*\n## 二、丁\n*", "甲 / 一、乙 / （一）丙|甲 / 二、丁")]
    [InlineData("一、甲。一是乙。*二是丙。*\n*", "一、甲 / 一是乙|一、甲 / 二是丙|一、甲")]
    [InlineData("一、甲：一是乙，*二是丙，*", "一、甲 / 一是乙，召开会议3次|一、甲 / 二是丙，召开会议3次")]
    [InlineData("一、甲\n第一，乙。*第二，丙。*\n*", "一、甲 / 第一，乙|一、甲 / 第二，丙|一、甲")]
    [InlineData("一、甲\n一是乙。*\n二是丙。*\n（一）丁\n*", "一、甲 / 一是乙|一、甲 / 二是丙|一、甲 / （一）丁")]
    [InlineData("㈠甲\n⒈乙\n*\n⒉丙\n*", "㈠甲 / ⒈乙|㈠甲 / ⒉丙")]
    [InlineData("甲\n一、二季度*", "")]
    [InlineData("甲\n第一部分资金*", "")]
    public void Read_MixedNumbering_NestsTheSections(string text, string sections)
    {
        var facts = Reader.Read("全年工作总结\n" + text.Replace("*", "召开会议3次。")).Facts;

        string.Join('|', facts.Select(fact => fact.Section)).ShouldBe(sections);
    }

    [Fact]
    public void Read_MarkdownTitle_IsTheTitle() => Reader.Read("# 某局工作总结\n\n召开会议3次。\n").Title.ShouldBe("某局工作总结");
}
