using System.Xml.Linq;
using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Writing;

namespace Mingce.Gongwen.Tests;

/// <summary>The form of GB/T 9704-2012 in the XML, clause by clause; measures in twips, type sizes in half points.</summary>
public class FormTests
{
    private static readonly XNamespace W = Samples.W;
    private static readonly byte[] Docx = Samples.Write(Samples.Full());
    private static readonly XElement Document = Samples.Part(Docx, "word/document.xml");
    private static readonly XElement StyleSheet = Samples.Part(Docx, "word/styles.xml");

    [Theory]
    [InlineData("5.2.1 幅面", "pgSz", "w", 11906)]
    [InlineData("5.2.1 幅面", "pgSz", "h", 16838)]
    [InlineData("5.2.1 天头", "pgMar", "top", 2098)]
    [InlineData("5.2.1 下边", "pgMar", "bottom", 1984)]
    [InlineData("5.2.1 订口", "pgMar", "left", 1587)]
    [InlineData("5.2.1 右边", "pgMar", "right", 1474)]
    [InlineData("5.2.2 行数", "docGrid", "linePitch", 579)]
    public void Section_OfDocument_HasMeasure(string clause, string element, string attribute, int twips) =>
        ((int)Document.Descendants(W + element).Single().Attribute(W + attribute)!).ShouldBe(twips, clause);

    [Theory]
    [InlineData("5.2.3 正文3号仿宋", Styles.Body, "仿宋_GB2312", 32)]
    [InlineData("7.3.1 标题2号小标宋", Styles.Title, "方正小标宋简体", 44)]
    [InlineData("7.3.2 主送机关3号仿宋", Styles.MainRecipient, "仿宋_GB2312", 32)]
    [InlineData("7.3.3 一级黑体", "GwHeading1", "黑体", 32)]
    [InlineData("7.3.3 二级楷体", "GwHeading2", "楷体_GB2312", 32)]
    [InlineData("7.3.3 三级仿宋", "GwHeading3", "仿宋_GB2312", 32)]
    [InlineData("7.3.3 四级仿宋", "GwHeading4", "仿宋_GB2312", 32)]
    [InlineData("7.5 页码4号宋体", Styles.PageNumber, "宋体", 28)]
    public void Style_OfElement_HasFontAndSizeAndIsNotBold(string clause, string id, string font, int halfPoints)
    {
        var chain = Inheritance(id);

        chain.Select(style => style.Descendants(W + "rFonts").FirstOrDefault()).First(found => found is not null)!.Attributes().ShouldAllBe(slot => slot.Value == font, clause);
        ((int)chain.Select(style => style.Descendants(W + "sz").FirstOrDefault()).First(found => found is not null)!.Attribute(W + "val")!).ShouldBe(halfPoints, clause);
        StyleSheet.Descendants(W + "b").ShouldBeEmpty(clause);
    }

    [Fact]
    public void Body_OfDocument_IsTightenedAndIndentedByTwoCharacters()
    {
        Inheritance(Styles.Body).Descendants(W + "ind").First().Attribute(W + "firstLineChars")!.Value.ShouldBe("200");
        Inheritance(Styles.Body).Descendants(W + "rPr").Descendants(W + "spacing").First().Attribute(W + "val")!.Value.ShouldBe("-5");
    }

    [Theory] // §7.5: odd pages right, even pages left, one character from the margin
    [InlineData("default", "word/gwFooterOdd.xml", "right")]
    [InlineData("even", "word/gwFooterEven.xml", "left")]
    public void PageNumber_OfSide_StandsBetweenDashesAtOuterMargin(string type, string part, string side)
    {
        var id = Document.Descendants(W + "footerReference").Single(reference => type.Equals(reference.Attribute(W + "type")!.Value, StringComparison.Ordinal))
            .Attributes().Single(attribute => attribute.Name.LocalName is "id").Value;
        var relation = Samples.Part(Docx, "word/_rels/document.xml.rels").Elements().Single(element => id.Equals(element.Attribute("Id")!.Value, StringComparison.Ordinal));
        var footer = Samples.Part(Docx, part);

        ("word/" + relation.Attribute("Target")!.Value).ShouldBe(part);
        string.Concat(footer.Descendants(W + "t").Select(text => text.Value)).ShouldBe("— 1 —");
        footer.Descendants(W + "fldSimple").Single().Attribute(W + "instr")!.Value.Trim().ShouldBe("PAGE");
        footer.Descendants(W + "jc").Single().Attribute(W + "val")!.Value.ShouldBe(side);
        footer.Descendants(W + "ind").Single().Attribute(W + side)!.Value.ShouldBe("315");
        Samples.Part(Docx, "word/settings.xml").Element(W + "evenAndOddHeaders").ShouldNotBeNull();
    }

    [Fact]
    public void Run_OfText_AsksForTheChineseFont() =>
        Document.Descendants(W + "r").Where(run => run.Element(W + "t") is not null)
            .ShouldAllBe(run => run.Element(W + "rPr")!.Element(W + "rFonts")!.Attribute(W + "hint")!.Value == "eastAsia");

    [Fact]
    public void Heading_ThatRunsOn_KeepsItsFontInABodyParagraph()
    {
        var paragraph = Paragraph("（一）");

        paragraph.Element(W + "pPr")!.Element(W + "pStyle")!.Attribute(W + "val")!.Value.ShouldBe(Styles.Body);
        paragraph.Elements(W + "r").Select(run => run.Element(W + "rPr")!.Element(W + "rStyle")?.Attribute(W + "val")!.Value).ShouldBe(["GwHeading2Char", null]);
    }

    [Fact]
    public void Table_OfDocument_RepeatsHeaderAndHasBorders()
    {
        var table = Document.Descendants(W + "tbl").First();

        table.Elements(W + "tr").Select(row => row.Descendants(W + "tblHeader").Any()).ShouldBe([true, false, false]);
        table.Descendants(W + "tblBorders").Single().Elements().ShouldAllBe(border => border.Attribute(W + "val")!.Value == "single");
        table.Descendants(W + "gridCol").Sum(column => (int)column.Attribute(W + "w")!).ShouldBeInRange(8840, 8844);
    }

    [Theory] // §7.3.5.2, in half characters of a line of 56
    [InlineData("某某县水务局", 34, 38)] // six characters, the date of seven is longer: it ends two before the margin
    [InlineData("某某县精神文明建设委员会", 28, 32)]
    [InlineData("中共某某县委某某县人民政府精神文明建设指导委员会办公室", 0, 4)]
    public void Signature_WithoutSeal_StandsByTheStandard(string unit, int unitLeft, int dateLeft) =>
        new Layout(Profile.Standard).SignatureHalves(new Signature(unit, new DateOnly(2025, 11, 13))).ShouldBe((unitLeft, dateLeft));

    [Theory] // §7.3.5.4
    [InlineData("2025-01-09", "2025年1月9日")]
    [InlineData("2025-12-31", "2025年12月31日")]
    public void Date_OfSignature_HasNoLeadingZeros(string date, string expected) =>
        new Signature("局", DateOnly.Parse(date)).DateText.ShouldBe(expected);

    [Fact]
    public void AttachmentNotes_OfTwo_AlignTheirNames()
    {
        var first = Paragraph("附件：1.").Descendants(W + "ind").Single();
        var second = Paragraph("2.").Descendants(W + "ind").Single();

        first.Attribute(W + "left")!.Value.ShouldBe(second.Attribute(W + "left")!.Value);
        ((int)first.Attribute(W + "left")! - (int)first.Attribute(W + "hanging")!).ShouldBe(630); // 左空二字
        ((int)second.Attribute(W + "left")! - (int)second.Attribute(W + "hanging")!).ShouldBe(5 * 315); // under the 1
    }

    private static XElement Paragraph(string start) =>
        Document.Descendants(W + "p").Single(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value)).StartsWith(start, StringComparison.Ordinal));

    private static List<XElement> Inheritance(string id)
    {
        var chain = new List<XElement>();
        for (string? next = id; next is not null;)
        {
            var style = StyleSheet.Elements(W + "style").Single(candidate => next.Equals(candidate.Attribute(W + "styleId")!.Value, StringComparison.Ordinal));
            chain.Add(style);
            next = style.Element(W + "basedOn")?.Attribute(W + "val")!.Value;
        }
        chain.Add(StyleSheet.Element(W + "docDefaults")!);
        return chain;
    }
}
