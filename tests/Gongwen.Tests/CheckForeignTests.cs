using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Testing;
using OpenXml = DocumentFormat.OpenXml;

namespace Mingce.Gongwen.Tests;

/// <summary>Documents of other programs: what they leave to defaults, themes and styles is resolved before it is judged.</summary>
public class CheckForeignTests
{
    private const string Main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Theme = """
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface="等线 Light"/><a:ea typeface=""/><a:font script="Hans" typeface="等线 Light"/></a:majorFont>
        <a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
        """;

    [Fact]
    public void Check_OfWordsDefaults_NamesThemeFontsAndMissingForm()
    {
        var findings = CheckFaultTests.Check(WordDefault()).Findings;

        var codes = findings.Select(finding => finding.Code).ToList();
        codes.ShouldBe(
            ["title.fonts", "title.size", "title.alignment", "text.fonts", "text.latinFonts", "text.size", "heading1.fonts", "heading1.firstLine", "body.firstLine", "page.top", "page.bottom", "page.left", "page.right", "grid.lines", "mainRecipient.linesBefore", "signature.rightIndent", "signature.linesBefore", "pageNumber.missing"],
            ignoreOrder: true, string.Join('\n', findings));
        findings.Single(finding => finding.Code == "text.fonts").Found.ShouldContain("主题字体“等线”");
    }

    [Fact]
    public void Check_OfConformingWpsDocument_FindsNothing() => CheckFaultTests.Check(Wps("linesAndChars", -849)).Findings.ShouldBeEmpty();

    [Theory]
    [InlineData("linesAndChars", 32, 0, "每行 27 字（每字宽 16 磅）")]
    [InlineData("linesAndChars", 21, 21679, "每行 20 字（每字宽 21.3 磅），文档网格却称 28 字")] // counted for 5号, set in 3号
    [InlineData("snapToChars", 32, -849, "每行 14 字（每字宽 31.58 磅），文档网格却称 28 字")]
    [InlineData("lines", 32, 0, "每行 27 字（每字宽 16 磅）")]
    public void Check_OfWpsGrid_CountsWhatIsPrinted(string type, int normalSize, int characterSpace, string found)
    {
        var finding = CheckFaultTests.Check(Wps(type, characterSpace, normalSize)).Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe("grid.characters");
        finding.Found.ShouldBe(found);
    }

    [Fact]
    public void Check_OfAutomaticNumbers_ReadsThemAsHeadings()
    {
        var docx = Wps("linesAndChars", -849, 32, Paragraph("加强组织领导", "黑体", numbered: true), Paragraph("开展志愿服务", "黑体", numbered: true));

        CheckFaultTests.Check(docx).Findings.ShouldBeEmpty();
        CheckFaultTests.Check(Wps("linesAndChars", -849, 32, Paragraph("加强组织领导", "仿宋_GB2312", numbered: true))).Findings.ShouldHaveSingleItem().Where.ShouldContain("一级标题");
    }

    [Theory]
    [InlineData(8, 6, "某某县水务局办公室　　　　2025年11月3日印发", "")]
    [InlineData(4, 6, "某某县水务局办公室　　　　2025年11月3日印发", "imprint.outerLine")]
    [InlineData(8, 12, "某某县水务局办公室　　　　2025年11月3日印发", "imprint.innerLine")]
    [InlineData(8, 6, "某某县水务局办公室　　　　2025年11月03日印发", "imprint.date")]
    public void Check_OfImprintAsTable_JudgesItsLinesAndText(int outer, int inner, string printed, string code)
    {
        var table = $"""<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="{outer}"/><w:bottom w:val="single" w:sz="8"/><w:insideH w:val="single" w:sz="{inner}"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="8844"/></w:tblGrid>{Cell("抄送：县文明办。")}{Cell(printed)}</w:tbl>""";

        CheckFaultTests.Check(Wps("linesAndChars", -849, 32, table)).Findings.Select(finding => finding.Code).ShouldBe(code.Length == 0 ? [] : [code]);
    }

    private static string Cell(string text) => $"""<w:tr><w:tc><w:p><w:pPr><w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/></w:pPr>{Run(text, "仿宋_GB2312", 28)}</w:p></w:tc></w:tr>""";

    [LibreOfficeFact]
    public async Task Check_OfLibreOfficeDocument_NamesWhatItsDefaultsLack()
    {
        var docx = await LibreOffice.ToDocx("关于开展自查的通知\n机关各科室：\n现将有关事项通知如下。\n一、自查内容\n对照标准逐项自查。\n某某县水务局\n2025年11月3日\n");

        var codes = CheckFaultTests.Check(docx).Findings.Select(finding => finding.Code).ToList();

        foreach (var code in (string[])["title.fonts", "title.size", "text.fonts", "heading1.fonts", "body.firstLine", "page.top", "pageNumber.missing"]) codes.ShouldContain(code);
    }

    [LibreOfficeFact] // its own way of writing styles, fields and lines
    public async Task Check_OfOwnPaperSavedByLibreOffice_FindsNothing() =>
        CheckFaultTests.Check(await LibreOffice.SaveAgain(Samples.Write(PaperSamples.All["总结报告（红头）"]))).Findings.ShouldBeEmpty();

    private static byte[] WordDefault()
    {
        using var output = new MemoryStream();
        using (var word = WordprocessingDocument.Create(output, OpenXml.WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            Feed(main.AddNewPart<ThemePart>(), Theme);
            Feed(main.AddNewPart<StyleDefinitionsPart>(), $"""
                <w:styles {Main}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi"/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
                <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style></w:styles>
                """);
            main.Document = new Document(new Body(
                [
                    .. ((string[])["关于开展自查的通知", "机关各科室：", "现将有关事项通知如下，共3项。", "一、自查内容", "对照标准逐项自查。", "某某县水务局", "2025年11月3日"]).Select(text => new OpenXml.Wordprocessing.Paragraph(new Run(new Text(text)))),
                    new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1440, Right = 1800, Bottom = 1440, Left = 1800, Header = 851, Footer = 992, Gutter = 0 }, new DocGrid { Type = DocGridValues.Lines, LinePitch = 312 }),
                ]));
        }
        return output.ToArray();
    }

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(xml));
        part.FeedData(content);
    }

    // As WPS writes it: everything is set on the runs, the page number stands in a text box at the outer side.
    private static byte[] Wps(string grid, int characterSpace, int normalSize = 32, params string[] more) => Samples.Zip(
        ("_rels/.rels", Samples.Relations("word/document.xml")),
        ("word/_rels/document.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(((string[])["styles", "numbering", "footer"]).Select(kind => $"""<Relationship Id="{kind}" Type="{Relations}/{kind}" Target="{kind}.xml"/>"""))}</Relationships>"""),
        ("word/styles.xml", $"""<w:styles {Main}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="{normalSize}"/></w:rPr></w:style></w:styles>"""),
        ("word/numbering.xml", $"""<w:numbering {Main}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""),
        ("word/footer.xml", $"""<w:ftr {Main}><w:p><w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:drawing><wp:anchor xmlns:wp="wp"><wp:positionH relativeFrom="margin"><wp:align>outside</wp:align></wp:positionH><w:txbxContent><w:p>{PageRun("— ")}<w:r>{PageFont}<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE  \* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{PageRun("1")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{PageRun(" —")}</w:p></w:txbxContent></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p></w:ftr>"""),
        ("word/document.xml", $"""
            <w:document {Main}><w:body>
            <w:p><w:pPr><w:spacing w:line="579" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>{Run("关于开展“文明单位”自查的通知", "方正小标宋简体", 44)}</w:p>
            <w:p><w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr></w:p>
            <w:p><w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr>{Run("机关各科室：", "仿宋_GB2312", 32)}</w:p>
            {Paragraph("现将“自查”——有关事项通知如下，共3项……", "仿宋_GB2312")}{string.Concat(more)}{Paragraph("特此通知。", "仿宋_GB2312")}
            <w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1588" w:gutter="0"/><w:docGrid w:type="{grid}" w:linePitch="579" w:charSpace="{characterSpace}"/></w:sectPr></w:body></w:document>
            """));

    private const string PageFont = "<w:rPr><w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\"/><w:sz w:val=\"28\"/></w:rPr>";

    private static string PageRun(string text) => $"""<w:r>{PageFont}<w:t xml:space="preserve">{text}</w:t></w:r>""";

    private static string Paragraph(string text, string font, bool numbered = false) =>
        $"""<w:p><w:pPr>{(numbered ? "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" : "")}<w:spacing w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:rPr>{Fonts(font, 32)}</w:rPr></w:pPr>{Run(text, font, 32)}</w:p>""";

    private static string Run(string text, string font, int size) => $"""<w:r><w:rPr>{Fonts(font, size)}</w:rPr><w:t>{text}</w:t></w:r>""";

    private static string Fonts(string font, int size) => $"""<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font}"/><w:sz w:val="{size}"/>""";
}
