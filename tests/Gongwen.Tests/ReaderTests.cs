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
}
