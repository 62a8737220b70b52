using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Testing;

namespace Mingce.Gongwen.Tests;

/// <summary>docx → model → docx: ours comes back as it was, another program's keeps what the model does not know.</summary>
public class ReadModelTests
{
    private static readonly XNamespace W = Samples.W;

    public static TheoryData<string> Names => [.. PaperSamples.All.Keys, "everything"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_OwnDocument_GivesTheSameBytesAgain(string name)
    {
        var written = Samples.Write(name == "everything" ? Samples.Full() : PaperSamples.All[name]);

        Samples.Write(Model(written)).ShouldBe(written, name);
    }

    [Fact]
    public void Read_OwnDocumentWithOddNumbersAndNotes_GivesTheSameBytesAgain()
    {
        var document = new GongwenDocument
        {
            Title = "报告",
            Blocks = [new Heading(1, "、怪") { Ordinal = 3 }, new Heading(2, "", "正文") { Ordinal = 12 }, new Heading(3, "1.5万元"), new Heading(1, "", ""), new Paragraph("一、像标题的正文"), new Paragraph("")],
            AttachmentNotes = ["1.像序号的名称"],
            Signature = new Signature("", new DateOnly(2025, 1, 9)),
            Imprint = new Imprint { CopyTo = "县文明办" },
        };

        var written = Samples.Write(document);

        WordValidity.Errors(written).ShouldBeEmpty();
        Samples.Write(Model(written)).ShouldBe(written);
    }

    [Fact]
    public void Write_ForeignDocument_KeepsWhatTheModelDoesNotKnow()
    {
        var source = ForeignDocument();

        var model = Model(source);
        var written = Samples.Write(model);

        WordValidity.Errors(written).ShouldBeEmpty();
        model.Title.ShouldBe("关于开展自查的通知");
        model.MainRecipient.ShouldBe("县文明办：");
        model.Blocks.OfType<Heading>().Single().Text.ShouldBe("自查内容");
        model.Signature.ShouldBe(new Signature("某某局", new DateOnly(2025, 11, 3)));
        Samples.Read(written).ShouldBe(model.ToText() + "\n注释");
        Samples.Read(written).ShouldBe(Samples.Read(source).Replace("一．", "一、", StringComparison.Ordinal).Replace("县文明办:", "县文明办：", StringComparison.Ordinal));
        Raw(written).ShouldBe(Raw(source).Where(xml => !IsPlain(xml)));
        foreach (var part in (string[])["word/footnotes.xml", "word/header1.xml", "media/image.png", "word/numbering.xml"])
            Bytes(written, part).ShouldBe(Bytes(source, part), part);
        Samples.Part(written, "word/styles.xml").Elements(W + "style").ShouldContain(style => style.Attribute(W + "styleId")!.Value == "Special");
        Samples.Part(written, "word/document.xml").Descendants(W + "headerReference").Count().ShouldBe(1);
    }

    [Fact]
    public void Write_ForeignDocumentTwice_ChangesNothingMore()
    {
        var once = Samples.Write(Model(ForeignDocument()));

        Samples.Write(Model(once)).ShouldBe(once);
    }

    [Theory]
    [InlineData("numbered paragraph", "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>字</w:t></w:r></w:p>")]
    [InlineData("underlined blank", "<w:p><w:r><w:rPr><w:u w:val='single'/></w:rPr><w:t>\u3000\u3000</w:t></w:r></w:p>")]
    [InlineData("struck text", "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>字</w:t></w:r></w:p>")]
    [InlineData("field", "<w:p><w:fldSimple w:instr=' DATE '><w:r><w:t>字</w:t></w:r></w:fldSimple></w:p>")]
    [InlineData("content control", "<w:sdt><w:sdtContent><w:p><w:r><w:t>字</w:t></w:r></w:p></w:sdtContent></w:sdt>")]
    [InlineData("tracked change", "<w:p><w:ins w:id='1' w:author='a'><w:r><w:t>字</w:t></w:r></w:ins></w:p>")]
    [InlineData("page break", "<w:p><w:r><w:br w:type='page'/></w:r></w:p>")]
    [InlineData("section", "<w:p><w:pPr><w:sectPr><w:pgSz w:w='1' w:h='1'/></w:sectPr></w:pPr></w:p>")]
    [InlineData("merged cells", "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>")]
    [InlineData("bookmark", "<w:bookmarkStart w:id='1' w:name='a'/>")]
    [InlineData("other namespace", "<w:p xmlns:x='urn:x'><x:y z='1'/></w:p>")]
    public void Read_BlockTheModelDoesNotKnow_IsWrittenAsItWas(string name, string block)
    {
        var source = Samples.Package($"<w:p><w:r><w:t>关于自查的通知</w:t></w:r></w:p><w:p><w:r><w:t>正文。</w:t></w:r></w:p>{block}<w:p><w:r><w:t>完。</w:t></w:r></w:p>", ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"));

        var model = Model(source);

        model.Blocks[1].ShouldBeOfType<ForeignBlock>(name);
        Raw(Samples.Write(model)).ShouldContain(Raw(source)[2], name);
    }

    [Theory]
    [InlineData("default namespace", "<document xmlns=\"W\"><body>", "<p><hyperlink><r><t>链</t></r></hyperlink></p>", "</body></document>")]
    [InlineData("another prefix", "<d:document xmlns:d=\"W\" xmlns:w=\"urn:x\" w:y=\"1\"><d:body>", "<d:p><d:hyperlink><d:r><d:t>链</d:t></d:r></d:hyperlink></d:p>", "</d:body></d:document>")]
    public void Write_ForeignDocumentWithOtherPrefixes_KeepsItsBlocks(string name, string head, string block, string tail)
    {
        var source = Samples.Zip(
            ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"),
            ("_rels/.rels", Samples.Relations("document2.xml")),
            ("document2.xml", head.Replace("\"W\"", $"\"{W}\"", StringComparison.Ordinal) + block + block + tail));

        var written = Samples.Write(Model(source));

        Samples.Read(written).ShouldBe("链\n链", name);
        Samples.Part(written, "document2.xml").Descendants(W + "hyperlink").Count().ShouldBe(2, name);
        Samples.Write(Model(written)).ShouldBe(written, name);
    }

    [Fact]
    public void Read_TruncatedAtAnyByte_SaysWhatToDoOrReads()
    {
        var docx = ForeignDocument();
        for (var length = 0; length < docx.Length; length += 97)
        {
            var cut = docx[..length];
            Should.Throw<UnreadableDocumentException>(() => Model(cut));
        }
    }

    [LibreOfficeFact]
    public async Task Write_DocumentSavedByLibreOffice_KeepsItsTextAndParts()
    {
        string[] names = ["总结报告（红头）", "通知", "会议纪要", "图片资料", "横表附件"];

        foreach (var saved in await LibreOffice.Resave([.. names.Select(name => Samples.Write(PaperSamples.All[name]))]))
        {
            var model = Model(saved);
            var written = Samples.Write(model);

            WordValidity.Errors(written).Except(WordValidity.Errors(saved)).ShouldBeEmpty();
            Visible(Samples.Read(written)).ShouldBe(Visible(Samples.Read(saved)));
            foreach (var part in Parts(saved).Where(part => part.StartsWith("word/media/", StringComparison.Ordinal) || part.StartsWith("word/theme/", StringComparison.Ordinal)))
                Bytes(written, part).ShouldBe(Bytes(saved, part), part);
        }

        static string Visible(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
    }

    private static GongwenDocument Model(byte[] docx)
    {
        using var stream = new MemoryStream(docx);
        return DocxReader.Read(stream);
    }

    private static byte[] Bytes(byte[] docx, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry(part).ShouldNotBeNull(part).Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string[] Parts(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    // The blocks of the body that are not ours, as they stand.
    private static string[] Raw(byte[] docx) =>
    [
        .. Samples.Part(docx, "word/document.xml").Element(W + "body")!.Elements().Where(element => element.Name != W + "sectPr"
            && element.Descendants(W + "pStyle").FirstOrDefault()?.Attribute(W + "val")!.Value.StartsWith("Gw", StringComparison.Ordinal) != true)
            .Select(element => element.ToString(SaveOptions.DisableFormatting)),
    ];

    private static bool IsPlain(string xml) => !xml.Contains("footnoteReference", StringComparison.Ordinal) && !xml.Contains("hyperlink", StringComparison.Ordinal)
        && !xml.Contains("drawing", StringComparison.Ordinal) && !xml.Contains("numPr", StringComparison.Ordinal) && !xml.Contains("w:tbl", StringComparison.Ordinal);

    // What an office's paper from elsewhere may hold, made by another library.
    private static byte[] ForeignDocument()
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            Add(main.AddNewPart<StyleDefinitionsPart>("s1"), $"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Special"><w:name w:val="特别"/></w:style></w:styles>""");
            Add(main.AddNewPart<DocumentSettingsPart>("s2"), $"""<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/></w:settings>""");
            Add(main.AddNewPart<NumberingDefinitionsPart>("s3"), $"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""");
            Add(main.AddNewPart<FootnotesPart>("s4"), $"""<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:t>注释</w:t></w:r></w:p></w:footnote></w:footnotes>""");
            Add(main.AddNewPart<HeaderPart>("s5"), $"""<w:hdr xmlns:w="{W}"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>""");
            var image = main.AddImagePart(ImagePartType.Png, "s6");
            using (var png = new MemoryStream(Pictures.Png(20, 10))) image.FeedData(png);
            main.AddHyperlinkRelationship(new Uri("https://example.org/"), true, "s7");
            Add(main, $"""
                <w:document xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"><w:body>
                <w:p w14:paraId="11111111"><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>关于开展自查</w:t></w:r><w:r><w:t>的通知</w:t></w:r></w:p>
                <w:p><w:r><w:t>县文明办:</w:t></w:r></w:p>
                <w:p><w:r><w:t>现将有关事项通知如下。</w:t></w:r></w:p>
                <w:p><w:r><w:t>一．自查内容</w:t></w:r></w:p>
                <w:p w14:paraId="22222222"><w:r><w:t>有注释</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
                <w:p><w:hyperlink r:id="s7"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>
                <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>自动编号</w:t></w:r></w:p>
                <w:p><w:pPr><w:pStyle w:val="Special"/></w:pPr><w:r><w:drawing><wp:inline><wp:extent cx="190500" cy="95250"/><wp:docPr id="1" name="图"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="图"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="s6"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="190500" cy="95250"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
                <w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="8000" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>合并</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                <w:p><w:r><w:t>某某局</w:t></w:r></w:p>
                <w:p><w:r><w:t>2025年11月3日</w:t></w:r></w:p>
                <w:sectPr><w:headerReference w:type="default" r:id="s5"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>
                """.Replace("\n", "", StringComparison.Ordinal));
        }
        return stream.ToArray();
    }

    private static void Add(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }
}
