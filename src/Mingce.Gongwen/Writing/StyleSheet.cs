using System.Security;
using Mingce.Gongwen.Profiles;

namespace Mingce.Gongwen.Writing;

/// <summary>word/styles.xml: one style for every element of a profile.</summary>
internal sealed class StyleSheet(Profile profile, Layout layout)
{
    private const string NoGrid = """<w:snapToGrid w:val="0"/>""";
    private const string NoTracking = """<w:spacing w:val="0"/>""";

    /// <summary>The whole part, for a document of our own.</summary>
    public string ToXml() => $"""
        {FixedParts.Head}<w:styles xmlns:w="{FixedParts.MainNamespace}">
          <w:docDefaults>
            <w:rPrDefault><w:rPr>{Fonts(profile.Body)}{Size(profile.Body)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
            <w:pPrDefault/>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
        {string.Concat(Own().Select(style => $"  {style}\n"))}</w:styles>
        """;

    /// <summary>Our styles alone, to stand beside those of another program.</summary>
    public IEnumerable<string> Own() =>
    [
        BaseStyle(),
        Paragraph(Styles.HeadText, "份号", profile.CopyNumber),
        Paragraph(Styles.HeadMark, "密级和紧急程度", profile.Secrecy),
        Paragraph(Styles.AgencyMark, "发文机关标志", profile.AgencyMark, "<w:keepNext/>" + NoGrid),
        Paragraph(Styles.DocumentNumber, "发文字号", profile.DocumentNumber, "<w:keepNext/>", spacing: Before(profile.DocumentNumber)),
        $"""<w:style w:type="character" w:customStyle="1" w:styleId="{Styles.SignerName}"><w:name w:val="公文签发人姓名"/><w:rPr>{Fonts(profile.SignerNameFonts.Value[0])}</w:rPr></w:style>""",
        Paragraph(Styles.RedLine, "版头分隔线", profile.Text, $"""<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="{Measure.BorderEighths(profile.RedLineThickness.Value)}" w:space="0" w:color="{profile.RedLineColor.Value}"/></w:pBdr>{NoGrid}""", spacing: Exact(RedLineHeight)),
        // The line under a title is empty (§7.3.2 [V]); within it the pitch is that of its own size.
        Paragraph(Styles.Title, "标题", profile.Title, "<w:keepNext/>" + NoGrid, NoTracking, $"""<w:spacing w:before="0" w:after="{Lines(profile.MainRecipient)}" w:line="{TitleLine}" w:lineRule="exact"/>"""),
        // The standard does not name it; 楷体 like a heading of the second level is common.
        Paragraph(Styles.Subtitle, "题注", profile.Headings[1], """<w:keepNext/>""", spacing: $"""<w:spacing w:after="{Lines(profile.MainRecipient)}"/>""", indent: Indent(0), alignment: "center"),
        Paragraph(Styles.MainRecipient, "主送机关", profile.MainRecipient),
        Paragraph(Styles.Body, "正文", profile.Body),
        .. profile.Headings.Index().SelectMany(heading => HeadingStyles(heading.Index + 1, heading.Item)),
        Paragraph(Styles.Entry, "列名", profile.Body, indent: Indent(0)),
        $"""<w:style w:type="character" w:customStyle="1" w:styleId="{Styles.EntryName}"><w:name w:val="公文列名标识"/><w:rPr>{Fonts(profile.AttachmentMark)}</w:rPr></w:style>""",
        Paragraph(Styles.AttachmentNote, "附件说明", profile.AttachmentNote, indent: Indent(0)),
        Paragraph(Styles.Signature, "署名和成文日期", profile.Signature.Text, "<w:keepLines/>", indent: Indent(0), alignment: "left"),
        Paragraph(Styles.Annotation, "附注", profile.Annotation),
        Paragraph(Styles.AttachmentMark, "附件序号", profile.AttachmentMark, "<w:keepNext/>"),
        Paragraph(Styles.AttachmentTitle, "附件标题", profile.AttachmentTitle, "<w:keepNext/>" + NoGrid, NoTracking, $"""<w:spacing w:before="{Lines(profile.AttachmentTitle)}" w:after="{Lines(profile.MainRecipient)}" w:line="{TitleLine}" w:lineRule="exact"/>"""),
        Paragraph(Styles.TableText, "表格文字", profile.TableText, NoGrid, NoTracking),
        Paragraph(Styles.TableHeader, "表头", profile.TableHeader, "<w:keepNext/>" + NoGrid, NoTracking),
        Paragraph(Styles.AfterTable, "表后", profile.Text, NoGrid, """<w:sz w:val="2"/><w:szCs w:val="2"/>""", Exact(10)),
        Paragraph(Styles.Picture, "图片", profile.Caption, "<w:keepLines/>" + NoGrid, NoTracking, alignment: "center"),
        Paragraph(Styles.Caption, "图片说明", profile.Caption, NoGrid, NoTracking, """<w:spacing w:before="60" w:after="60"/>"""),
        Paragraph(Styles.Imprint, "版记", profile.Imprint.Text, NoGrid, NoTracking, $"""<w:spacing w:before="40" w:after="40" w:line="{Measure.PointTwips(profile.Imprint.Text.Size.Value) * 3 / 2}" w:lineRule="exact"/>"""),
        Paragraph(Styles.ImprintLine, "版记分隔线", profile.Text, NoGrid, """<w:sz w:val="2"/><w:szCs w:val="2"/>""", Exact(10)),
        Paragraph(Styles.PageNumber, "页码", profile.PageNumber.Text, NoGrid, NoTracking, Exact(Measure.PointTwips(profile.PageNumber.Text.Size.Value))),
    ];

    private int TitleLine => Measure.PointTwips(profile.TitleLinePitch.Value);

    // The line stands under the characters of the number, which stand in the middle of their line.
    private int RedLineHeight =>
        Math.Max(20, Measure.Twips(profile.RedLineBelow.Value) - ((layout.LinePitch - Measure.PointTwips(profile.DocumentNumber.Size.Value)) / 2));

    // No extra space between Chinese and digits, no widow control, no punctuation in the margin: each would break 22 × 28.
    private string BaseStyle() => $"""
        <w:style w:type="paragraph" w:customStyle="1" w:styleId="{Styles.Base}"><w:name w:val="公文"/><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="1"/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="both"/></w:pPr><w:rPr>{Fonts(profile.Text)}{Color(profile.Text)}<w:spacing w:val="{layout.Tracking}"/><w:kern w:val="0"/>{Size(profile.Text)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>
        """;

    // §7.3.3: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋. Bold is not asked for [K].
    private IEnumerable<string> HeadingStyles(int level, ElementForm form)
    {
        var name = $"{"一二三四"[level - 1]}级标题";
        yield return Paragraph(Styles.Heading(level), name, form, "<w:keepNext/>", after: $"""<w:outlineLvl w:val="{level - 1}"/>""", next: Styles.Body, link: Styles.HeadingRun(level));
        yield return $"""<w:style w:type="character" w:customStyle="1" w:styleId="{Styles.HeadingRun(level)}"><w:name w:val="公文{name}字符"/><w:link w:val="{Styles.Heading(level)}"/><w:rPr>{Fonts(form)}{Bold(form)}</w:rPr></w:style>""";
    }

    // The order of the elements is that of the schema.
    private string Paragraph(
        string id,
        string name,
        ElementForm form,
        string before = "",
        string run = "",
        string spacing = "",
        string? indent = null,
        string? alignment = null,
        string after = "",
        string? next = null,
        string? link = null)
    {
        var size = run.Contains("<w:sz ", StringComparison.Ordinal) ? "" : Size(form);
        return $"""
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="公文{name}"/><w:basedOn w:val="{Styles.Base}"/>{(next is null ? "" : $"""<w:next w:val="{next}"/>""")}{(link is null ? "" : $"""<w:link w:val="{link}"/>""")}<w:qFormat/><w:pPr>{before}{spacing}{indent ?? Indent(form.FirstLine.Value)}<w:jc w:val="{alignment ?? Name(form.Alignment.Value)}"/>{after}</w:pPr><w:rPr>{Fonts(form)}{Bold(form)}{Color(form)}{run}{size}</w:rPr></w:style>
            """;
    }

    private string Indent(double characters) => characters == 0
        ? ""
        : FormattableString.Invariant($"""<w:ind w:firstLineChars="{Math.Round(characters * 100)}" w:firstLine="{Math.Round(characters * Measure.PointTwips(profile.Body.Size.Value))}"/>""");

    private string Before(ElementForm form) => $"""<w:spacing w:before="{Lines(form)}"/>""";

    private int Lines(ElementForm form) => (int)Math.Round(form.LinesBefore.Value * layout.LinePitch);

    private static string Exact(int twips) => $"""<w:spacing w:line="{twips}" w:lineRule="exact"/>""";

    private static string Fonts(ElementForm form) => Fonts(form.Fonts.Value[0]);

    private static string Fonts(string name)
    {
        var font = SecurityElement.Escape(name);
        return $"""<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>""";
    }

    private static string Bold(ElementForm form) => form.Bold.Value == true ? "<w:b/><w:bCs/>" : "";

    private static string Color(ElementForm form) => $"""<w:color w:val="{(form.Color.Value == "000000" ? "auto" : form.Color.Value)}"/>""";

    private static string Size(ElementForm form)
    {
        var halfPoints = Measure.HalfPoints(form.Size.Value);
        return $"""<w:sz w:val="{halfPoints}"/><w:szCs w:val="{halfPoints}"/>""";
    }

    private static string Name(TextAlignment alignment) => alignment switch
    {
        TextAlignment.Left => "left",
        TextAlignment.Center => "center",
        TextAlignment.Right => "right",
        TextAlignment.Both => "both",
        _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, null),
    };
}
