using System.Xml.Linq;
using Mingce.Gongwen.Checking;

namespace Mingce.Gongwen.Tests;

/// <summary>One fault put into a clean document is found, named, and nothing else is.</summary>
public class CheckFaultTests
{
    private static readonly XNamespace W = Samples.W;
    private const string Theme = """
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri Light"/><a:ea typeface=""/></a:majorFont>
        <a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>
        """;

    private static readonly Dictionary<string, (Action<DocxEdit> Spoil, string Code)> Faults = new()
    {
        ["纸张为 Letter"] = (docx => DocxEdit.Set(docx.Section, "pgSz", ("w", "12240"), ("h", "15840")), "page.width"),
        ["天头 25.4 毫米"] = (docx => DocxEdit.Set(docx.Section, "pgMar", ("top", "1440")), "page.top"),
        ["下边 25.4 毫米"] = (docx => DocxEdit.Set(docx.Section, "pgMar", ("bottom", "1440")), "page.bottom"),
        ["订口 31.7 毫米"] = (docx => DocxEdit.Set(docx.Section, "pgMar", ("left", "1797")), "page.left"),
        ["右边 31.7 毫米"] = (docx => DocxEdit.Set(docx.Section, "pgMar", ("right", "1797")), "page.right"),
        ["没有文档网格"] = (docx => docx.Section.Element(W + "docGrid")!.Remove(), "grid.types"),
        ["每面 20 行"] = (docx => DocxEdit.Set(docx.Section, "docGrid", ("linePitch", "620")), "grid.lines"),
        ["字距未压缩，每行 27 字"] = (Untracked, "grid.characters"),
        ["网格称 28 字，实排 27 字"] = (docx => DocxEdit.Set(docx.Section, "docGrid", ("type", "linesAndChars"), ("charSpace", "2000")), "grid.characters"),
        ["网格逐格对齐，每行 14 字"] = (SnapToChars, "grid.characters"),
        ["标题用宋体"] = (docx => docx.Run("某某县水务局2025", "rFonts", ("eastAsia", "宋体")), "title.fonts"),
        ["标题加粗"] = (docx => docx.Run("某某县水务局2025", "b"), "title.bold"),
        ["标题小二号"] = (docx => docx.Run("某某县水务局2025", "sz", ("val", "36")), "title.size"),
        ["标题左对齐"] = (docx => docx.Format("某某县水务局2025", "jc", ("val", "left")), "title.alignment"),
        ["标题红色"] = (docx => docx.Run("某某县水务局2025", "color", ("val", "FF0000")), "text.color"),
        ["标题末尾有句号"] = (docx => docx.Replace("某某县水务局2025", "报告", "报告。"), "title.punctuation"),
        ["主送机关用半角冒号"] = (docx => docx.Replace("县文明办", "：", ":"), "mainRecipient.colon"),
        ["主送机关没有冒号"] = (docx => docx.Replace("县文明办", "：", ""), "mainRecipient.colon"),
        ["主送机关左空二字"] = (docx => docx.Format("县文明办", "ind", ("firstLineChars", "200"), ("firstLine", "640")), "mainRecipient.firstLine"),
        ["主送机关上面不空行"] = (docx => docx.Format("某某县水务局2025", "spacing", ("after", "0")), "mainRecipient.linesBefore"),
        ["正文用宋体"] = (docx => docx.Run("特此报告", "rFonts", ("eastAsia", "宋体")), "text.fonts"),
        ["正文4号"] = (docx => docx.Run("特此报告", "sz", ("val", "28")), "text.size"),
        ["主题字体盖过指定字体"] = (ThemeFont, "text.themeFont"),
        ["数字用 Calibri"] = (docx => docx.Run("建立台账", "rFonts", ("ascii", "Calibri"), ("hAnsi", "Calibri")), "text.latinFonts"),
        ["引号按 Times New Roman 排"] = (WesternQuotes, "text.punctuationFont"),
        ["正文加粗"] = (docx => docx.Run("特此报告", "b"), "text.bold"),
        ["正文蓝色"] = (docx => docx.Run("特此报告", "color", ("val", "0070C0")), "text.color"),
        ["正文居中"] = (docx => docx.Format("建立台账", "jc", ("val", "center")), "text.alignment"),
        ["正文不缩进"] = (docx => docx.Format("特此报告", "ind", ("firstLineChars", "0"), ("firstLine", "0")), "body.firstLine"),
        ["正文按5号字缩进"] = (docx => docx.Format("特此报告", "ind", ("firstLineChars", "0"), ("firstLine", "420")), "body.firstLine"),
        ["正文用空格缩进"] = (SpaceIndent, "text.spaces"),
        ["正文整段左缩进"] = (docx => docx.Format("特此报告", "ind", ("left", "640"), ("firstLineChars", "0"), ("firstLine", "0")), "body.leftIndent"),
        ["个别段落行距不同"] = (docx => docx.Format("特此报告", "spacing", ("line", "400"), ("lineRule", "exact")), "grid.linePitch"),
        ["个别段落字距不同"] = (docx => docx.Run("特此报告", "spacing", ("val", "20")), "grid.characterSpacing"),
        ["段后间距"] = (docx => docx.Format("现将有关", "spacing", ("after", "312")), "body.spacing"),
        ["正文中有空段"] = (docx => docx.Paragraph("建立台账").AddBeforeSelf(DocxEdit.Empty()), "body.emptyParagraph"),
        ["一级标题用楷体"] = (docx => docx.Run("一、", "rFonts", ("eastAsia", "楷体_GB2312")), "heading1.fonts"),
        ["一级标题加粗"] = (docx => docx.Run("一、", "b"), "text.bold"),
        ["二级标题用黑体"] = (docx => DocxEdit.Set(docx.Paragraph("（一）").Element(W + "r")!.Element(W + "rPr")!, "rFonts", ("eastAsia", "黑体")), "heading2.fonts"),
        ["三级标题用黑体"] = (docx => docx.Run("1.", "rFonts", ("eastAsia", "黑体")), "text.fonts"),
        ["序数“一.”"] = (docx => docx.Replace("一、", "一、", "一."), "heading.mark"),
        ["序数“（一）、”"] = (docx => docx.Replace("（一）", "（一）", "（一）、"), "heading.mark"),
        ["序数“(一)”"] = (docx => docx.Replace("（一）", "（一）", "(一)"), "heading.mark"),
        ["序数“1、”"] = (docx => docx.Replace("1.健全", "1.", "1、"), "heading.mark"),
        ["序数“1）”"] = (docx => docx.Replace("（1）", "（1）", "1）"), "heading.mark"),
        ["一级标题跳号"] = (docx => docx.Replace("二、", "二、", "三、"), "heading.sequence"),
        ["一级标题重号"] = (docx => docx.Replace("二、", "二、", "一、"), "heading.sequence"),
        ["二级标题从（二）开始"] = (docx => docx.Replace("（一）", "（一）", "（二）"), "heading.sequence"),
        ["半角逗号"] = (docx => docx.Replace("（一）", "4次，", "4次,"), "text.halfWidthPunctuation"),
        ["半角括号"] = (docx => docx.Replace("建立台账", "12本", "12本(详见附件)"), "text.halfWidthPunctuation"),
        ["半角引号"] = (docx => docx.Replace("建立台账", "台账12本", "\"台账\"12本"), "text.halfWidthPunctuation"),
        ["表内半角括号"] = (docx => docx.Replace("节水宣传", "宣传", "宣传(社区)"), "text.halfWidthPunctuation"),
        ["附件说明用半角冒号"] = (docx => docx.Replace("附件", "：", ":"), "attachmentNote.colon"),
        ["附件顺序号用顿号"] = (docx => docx.Replace("附件", "1.", "1、"), "attachmentNote.number"),
        ["附件名称后有分号"] = (docx => docx.Replace("附件", "台账", "台账；"), "attachmentNote.punctuation"),
        ["附件名称后有句号"] = (docx => docx.Replace("2.荣誉", "复印件", "复印件。"), "attachmentNote.punctuation"),
        ["附件说明上面不空行"] = (docx => docx.Format("附件", "spacing", ("before", "0")), "attachmentNote.linesBefore"),
        ["附件说明顶格"] = (docx => docx.Format("附件", "ind", ("left", "0"), ("hanging", "0")), "attachmentNote.firstLine"),
        ["日期编虚位"] = (docx => docx.Replace("2025年11月3日", "3日", "03日"), "signature.date"),
        ["日期用汉字"] = (docx => docx.Replace("2025年11月3日", "2025年11月3日", "二○二五年十一月三日"), "signature.date"),
        ["日期用点"] = (docx => docx.Replace("2025年11月3日", "2025年11月3日", "2025.11.3"), "signature.date"),
        ["署名居中"] = (CentredSignature, "signature.rightIndent"),
        ["署名顶格右对齐"] = (RightSignature, "signature.rightIndent"),
        ["署名上面不空行"] = (docx => docx.Paragraph("特此报告").ElementsAfterSelf().Last(paragraph => paragraph.Value == "某某县水务局").Element(W + "pPr")!.Element(W + "spacing")!.Remove(), "signature.linesBefore"),
        ["此页无正文"] = (docx => docx.Replace("特此报告", "特此报告。", "（此页无正文）"), "signature.noText"),
        ["没有页码"] = (docx => docx.Section.Elements(W + "footerReference").Remove(), "pageNumber.missing"),
        ["页码都在右边"] = (docx => docx.Settings.Element(W + "evenAndOddHeaders")!.Remove(), "pageNumber.place"),
        ["页码居中"] = (CentredPageNumbers, "pageNumber.place"),
        ["双页没有页码"] = (docx => docx.Section.Elements(W + "footerReference").Single(reference => (string?)reference.Attribute(W + "type") == "even").Remove(), "pageNumber.evenPages"),
        ["页码靠边"] = (docx => DocxEdit.Properties(docx.Footer("default").Element(W + "p")!).Element(W + "ind")!.Remove(), "pageNumber.indent"),
        ["页码没有一字线"] = (docx => docx.Footer("default").Descendants(W + "t").First(text => text.Value.Contains('—')).Value = "", "pageNumber.before"),
        ["页码用连字符"] = (HyphenPageNumbers, "pageNumber.before"),
        ["首页不同且首页没有页码"] = (docx => DocxEdit.Set(docx.Section, "titlePg"), "pageNumber.firstPage"),
        ["页码用罗马数字"] = (docx => DocxEdit.Set(docx.Section, "pgNumType", ("fmt", "upperRoman")), "pageNumber.format"),
        ["页码离版心太远"] = (docx => DocxEdit.Set(docx.Section, "pgMar", ("footer", "500")), "pageNumber.below"),
        ["页码小五号"] = (SmallPageNumbers, "pageNumber.size"),
        ["文末有分页符"] = (docx => docx.Section.AddBeforeSelf(DocxEdit.Empty(new XElement(W + "r", new XElement(W + "br", new XAttribute(W + "type", "page"))))), "document.blankPage"),
        ["文末有空段"] = (docx => docx.Section.AddBeforeSelf(DocxEdit.Empty(), DocxEdit.Empty()), "document.trailingParagraphs"),
        ["表内固定行距"] = (docx => docx.Format("节水宣传", "spacing", ("line", "200"), ("lineRule", "exact")), "table.fixedLine"),
        ["表格固定行高"] = (docx => DocxEdit.Set(docx.Document.Descendants(W + "trPr").First(), "trHeight", ("val", "200"), ("hRule", "exact")), "table.fixedRow"),
        ["表格超出版心"] = (docx => DocxEdit.Set(docx.Document.Descendants(W + "tblGrid").First(), "gridCol", ("w", "9000")), "table.width"),
        ["图片所在行固定行距"] = (FixedPicture, "picture.fixedLine"),
    };

    /// <summary>Put into a report with red head and 版记.</summary>
    private static readonly Dictionary<string, (Action<DocxEdit> Spoil, string Code)> RedFaults = new()
    {
        ["份号七位"] = (docx => docx.Replace("000001", "000001", "0000001"), "copyNumber.digits"),
        ["紧急程度用仿宋"] = (docx => docx.Run("加急", "rFonts", ("eastAsia", "仿宋_GB2312")), "urgency.fonts"),
        ["发文机关标志黑色"] = (docx => docx.Run("某某县水务局文件", "color", ("val", "000000")), "agencyMark.color"),
        ["发文机关标志用黑体"] = (docx => docx.Run("某某县水务局文件", "rFonts", ("eastAsia", "黑体")), "agencyMark.fonts"),
        ["发文机关标志左对齐"] = (docx => docx.Format("某某县水务局文件", "jc", ("val", "left")), "agencyMark.alignment"),
        ["发文机关标志距版心 80 毫米（1999 版）"] = (docx => docx.Format("某某县水务局文件", "spacing", ("before", "3200")), "agencyMark.fromTypeArea"),
        ["年份用方括号"] = (docx => Number(docx, "[2025]12号"), "documentNumber.brackets"),
        ["年份用圆括号"] = (docx => Number(docx, "（2025）12号"), "documentNumber.brackets"),
        ["年份不全"] = (docx => Number(docx, "〔25〕12号"), "documentNumber.year"),
        ["发文顺序号加“第”"] = (docx => Number(docx, "〔2025〕第12号"), "documentNumber.ordinal"),
        ["发文顺序号编虚位"] = (docx => Number(docx, "〔2025〕012号"), "documentNumber.padding"),
        ["发文顺序号后没有“号”"] = (docx => Number(docx, "〔2025〕12"), "documentNumber.suffix"),
        ["签发人姓名用仿宋"] = (docx => docx.Run("某水〔", "rFonts", ("eastAsia", "仿宋_GB2312")), "signer.nameFonts"),
        ["分隔线黑色"] = (docx => DocxEdit.Set(RedLine(docx), "pBdr").Add(new XElement(W + "bottom", new XAttribute(W + "sz", "8"), new XAttribute(W + "val", "single"), new XAttribute(W + "color", "000000"))), "redLine.color"),
        ["没有分隔线"] = (docx => RedLine(docx).Parent!.Remove(), "redLine.below"),
        ["标有主题词"] = (docx => docx.Document.Descendants(W + "p").Last(paragraph => paragraph.Parent!.Name == W + "body").AddBeforeSelf(DocxEdit.Empty(new XElement(W + "r", new XElement(W + "t", "主题词：精神文明　报告")))), "imprint.keywords"),
        ["抄送用3号"] = (docx => docx.Run("抄送", "sz", ("val", "32")), "imprint.size"),
        ["抄送没有句号"] = (docx => docx.Replace("抄送", "妇女联合会。", "妇女联合会"), "imprint.period"),
        ["抄送用半角冒号"] = (docx => docx.Replace("抄送", "：", ":"), "imprint.colon"),
        ["印发日期编虚位"] = (docx => docx.Replace("某某县水务局办公室", "11月3日", "11月03日"), "imprint.date"),
        ["印发日期后没有“印发”"] = (docx => docx.Replace("某某县水务局办公室", "印发", ""), "imprint.date"),
        ["版记首条线太细"] = (docx => Lines(docx)[0].SetAttributeValue(W + "sz", "4"), "imprint.outerLine"),
        ["版记中间线太粗"] = (docx => Lines(docx)[1].SetAttributeValue(W + "sz", "12"), "imprint.innerLine"),
        ["版记没有末条线"] = (docx => Lines(docx)[^1].Remove(), "imprint.outerLine"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    public static TheoryData<string> RedNames => [.. RedFaults.Keys];

    [Theory]
    [MemberData(nameof(RedNames))]
    public void Check_OneFaultInHeadOrImprint_IsFoundAndNothingElse(string name)
    {
        var docx = new DocxEdit(Samples.Write(PaperSamples.All["总结报告（红头）"]));
        RedFaults[name].Spoil(docx);

        var findings = Check(docx.Save()).Findings;

        findings.Select(finding => finding.Code).ShouldBe([RedFaults[name].Code], string.Join('\n', findings));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_OneFault_IsFoundAndNothingElse(string name)
    {
        var docx = new DocxEdit(Samples.Write(Samples.Full()));
        Faults[name].Spoil(docx);

        var findings = Check(docx.Save()).Findings;

        findings.Select(finding => finding.Code).ShouldBe([Faults[name].Code], string.Join('\n', findings));
        var finding = findings[0];
        finding.Where.ShouldNotBeEmpty();
        finding.Found.ShouldNotBe(finding.Wanted);
    }

    [Fact]
    public void Check_ManyFaultsOfOneKind_IsOneFindingWithTheirNumber()
    {
        var docx = new DocxEdit(Samples.Write(Samples.Full()));
        foreach (var start in (string[])["现将有关", "（一）", "特此报告"]) docx.Run(start, "b");

        var finding = Check(docx.Save()).Findings.ShouldHaveSingleItem();

        finding.Where.ShouldBe("正文（第3段“现将有关情况报告如下。”）等 3 处");
        finding.Clause.ShouldBe("7.3.3");
    }

    internal static CheckResult Check(byte[] docx)
    {
        using var input = new MemoryStream(docx);
        return GongwenCheck.Check(input);
    }

    private static void Number(DocxEdit docx, string number) => docx.Replace("某水〔", "〔2025〕12号", number);

    private static XElement RedLine(DocxEdit docx) => docx.Body.Descendants(W + "pStyle").First(style => (string?)style.Attribute(W + "val") == Writing.Styles.RedLine).Parent!;

    private static IReadOnlyList<XElement> Lines(DocxEdit docx) => [.. docx.Body.Descendants(W + "txbxContent").Last().Descendants(W + "bottom").Where(line => line.Parent!.Name == W + "pBdr")];

    private static void Untracked(DocxEdit docx)
    {
        foreach (var spacing in docx.Part("word/styles.xml").Descendants(W + "rPr").Elements(W + "spacing")) spacing.SetAttributeValue(W + "val", "0");
    }

    private static void SnapToChars(DocxEdit docx)
    {
        Untracked(docx);
        DocxEdit.Set(docx.Section, "docGrid", ("type", "snapToChars"), ("charSpace", "-849"));
    }

    private static void ThemeFont(DocxEdit docx)
    {
        docx.AddPart("word/theme/theme1.xml", Theme, "theme");
        docx.Run("特此报告", "rFonts", ("eastAsia", "仿宋_GB2312"), ("eastAsiaTheme", "minorEastAsia"));
    }

    private static void WesternQuotes(DocxEdit docx)
    {
        foreach (var fonts in docx.Paragraph("（一）").Descendants(W + "rFonts"))
        {
            fonts.SetAttributeValue(W + "hint", null);
            fonts.SetAttributeValue(W + "ascii", "Times New Roman");
            fonts.SetAttributeValue(W + "hAnsi", "Times New Roman");
        }
    }

    private static void SpaceIndent(DocxEdit docx)
    {
        docx.Format("特此报告", "ind", ("firstLineChars", "0"), ("firstLine", "0"));
        docx.Replace("特此报告", "特此", "　　特此");
    }

    private static void CentredSignature(DocxEdit docx) => Signature(docx, "center");

    private static void RightSignature(DocxEdit docx) => Signature(docx, "right");

    private static void Signature(DocxEdit docx, string alignment)
    {
        foreach (var paragraph in docx.Body.Elements(W + "p").TakeLast(2))
        {
            DocxEdit.Set(DocxEdit.Properties(paragraph), "ind", ("left", "0"));
            DocxEdit.Set(DocxEdit.Properties(paragraph), "jc", ("val", alignment));
        }
    }

    private static void CentredPageNumbers(DocxEdit docx) => Footers(docx, paragraph =>
    {
        DocxEdit.Set(DocxEdit.Properties(paragraph), "jc", ("val", "center"));
        DocxEdit.Properties(paragraph).Element(W + "ind")!.Remove();
    });

    private static void HyphenPageNumbers(DocxEdit docx) => Footers(docx, paragraph =>
    {
        foreach (var text in paragraph.Descendants(W + "t")) text.Value = text.Value.Replace('—', '-');
    });

    private static void SmallPageNumbers(DocxEdit docx) => Footers(docx, paragraph =>
    {
        foreach (var run in paragraph.Descendants(W + "r"))
        {
            if (run.Element(W + "rPr") is null) run.AddFirst(new XElement(W + "rPr"));
            DocxEdit.Set(run.Element(W + "rPr")!, "sz", ("val", "18"));
        }
    });

    private static void Footers(DocxEdit docx, Action<XElement> change)
    {
        change(docx.Footer("default").Descendants(W + "p").Single());
        change(docx.Footer("even").Descendants(W + "p").Single());
    }

    private static void FixedPicture(DocxEdit docx)
    {
        XNamespace wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
        var picture = new XElement(W + "r", new XElement(W + "drawing", new XElement(wp + "inline", new XElement(wp + "extent", new XAttribute("cx", "3600000"), new XAttribute("cy", "2700000")))));
        var format = new XElement(W + "pPr", new XElement(W + "spacing", new XAttribute(W + "line", "560"), new XAttribute(W + "lineRule", "exact")));
        docx.Paragraph("建立台账").AddAfterSelf(DocxEdit.Empty(format, picture));
    }
}
