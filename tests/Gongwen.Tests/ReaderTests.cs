using System.Text;

namespace Mingce.Gongwen.Tests;

/// <summary>Documents of other programs.</summary>
public class ReaderTests
{
    [Theory]
    [InlineData("one line per paragraph", "<w:p><w:r><w:t>一</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>二</w:t></w:r></w:p>", "一\n\n二")]
    [InlineData("runs joined", "<w:p><w:r><w:t>文</w:t></w:r><w:r><w:t xml:space=\"preserve\">明 </w:t></w:r></w:p>", "文明 ")]
    [InlineData("tab and breaks", "<w:p><w:r><w:tab/><w:t>上</w:t><w:br/><w:t>下</w:t><w:br w:type=\"page\"/></w:r></w:p>", "\t上\n下")]
    [InlineData("tab stop is no tab", "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs></w:pPr><w:r><w:t>字</w:t></w:r></w:p>", "字")]
    [InlineData("deleted and moved text", "<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>", "增")]
    [InlineData("link and field", "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>", "链接")]
    [InlineData("cells", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>", "甲 乙\t")]
    [InlineData("tab in a cell", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "甲 乙")]
    [InlineData("table in a cell", "<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>里</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>", "内 里 ")]
    [InlineData("text box once", "<w:p><w:r><AlternateContent xmlns=\"x\"><Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></Choice><Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></Fallback></AlternateContent><w:t>文</w:t></w:r></w:p>", "框\n文")]
    [InlineData("line feed in the XML", "<w:p>\n<w:r>\n<w:t>上\n下</w:t></w:r></w:p>", "上 下")]
    [InlineData("hidden text", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r></w:p>", "显")]
    [InlineData("hidden paragraph mark hides no text", "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>文</w:t></w:r></w:p>", "文")]
    [InlineData("field of several runs", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>果</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>后</w:t></w:r></w:p>", "果后")]
    [InlineData("field within a field's code", "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>1</w:t><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/><w:t>果</w:t><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "果")]
    [InlineData("content controls", "<w:sdt><w:sdtPr><w:alias w:val=\"名\"/></w:sdtPr><w:sdtContent><w:p><w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>", "控件")]
    [InlineData("former settings", "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>文</w:t></w:r></w:p>", "文")]
    [InlineData("no body", "", "")]
    public void ReadText_OfBody_GivesLines(string name, string body, string expected) => Samples.Read(Samples.Package(body)).ShouldBe(expected, name);

    [Fact]
    public void ReadText_OfOtherMainPartName_FollowsTheRelation()
    {
        var docx = Samples.Zip(
            ("_rels/.rels", Samples.Relations("/word/document2.xml")),
            ("word/document2.xml", """<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>严格格式</d:t></d:r></d:p></d:body></d:document>"""));

        Samples.Read(docx).ShouldBe("严格格式");
    }

    [Fact]
    public void ReadText_OfThirtyRepetitivePages_ReadsAll()
    {
        var document = Samples.OfBody([.. Enumerable.Repeat(new Paragraph(new string('字', 616)), 30)]);

        Samples.Read(Samples.Write(document)).ShouldBe(document.ToText());
    }

    [Fact]
    public void ReadText_OfWrittenDocument_LeavesOutPageNumbers() =>
        Encoding.UTF8.GetByteCount(Samples.Read(Samples.Write(Samples.OfBody()))).ShouldBe(6); // 报告

    private const string Lists = """
        <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
          <w:abstractNum w:abstractNumId="5">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
            <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%4"/></w:lvl>
            <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
          </w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
          <w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
        </w:numbering>
        """;

    private const string HeadingStyle = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>""";

    [Fact]
    public void ReadText_OfNumberedParagraphs_GivesTheirNumbers()
    {
        var body = Styled("加强领导") + Numbered(1, 1, "压实责任") + Numbered(1, 1, "健全制度") + Numbered(2, 1, "5万元") + Numbered(2, 1, "完善台账") + Styled("志愿服务")
            + Numbered(1, 1, "组织活动") + Numbered(3, 1, "小节") + Numbered(4, 1, "符号") + Numbered(2, 2, "另起") + Numbered(2, 0, "无号");

        ReadNumbered(body).ShouldBe("一、加强领导\n（一）压实责任\n（二）健全制度\n1. 5万元\n2.完善台账\n二、志愿服务\n（一）组织活动\n2.1小节\n符号\n7.另起\n无号");
    }

    [Fact]
    public void ReadText_OfNotes_PutsThemAtTheEnd()
    {
        const string Notes = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t xml:space="preserve"> 注文</w:t></w:r></w:p></w:footnote></w:footnotes>""";
        var docx = Samples.Package("<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id=\"1\"/></w:r></w:p>", ("word/footnotes.xml", Notes), ("word/_rels/document.xml.rels", Related("footnotes")));

        Samples.Read(docx).ShouldBe("正文\n注文");
    }

    private static string ReadNumbered(string body) => Samples.Read(Samples.Package(body, ("word/numbering.xml", Lists), ("word/styles.xml", HeadingStyle), ("word/_rels/document.xml.rels", Related("numbering", "styles"))));

    private static string Numbered(int level, int list, string text) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Styled(string text) => $"<w:p><w:pPr><w:pStyle w:val=\"H1\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Related(params string[] kinds) => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(kinds.Select(kind => $"<Relationship Id=\"{kind}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{kind}.xml\"/>")) + "</Relationships>";
}
