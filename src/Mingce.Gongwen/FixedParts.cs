namespace Mingce.Gongwen;

/// <summary>The parts of the .docx that are the same for every document. Clauses are those of GB/T 9704-2012; [V] checked, [K] known.</summary>
internal static class FixedParts
{
    public const string MainNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string RelationsNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string OddFooterId = "rId4";
    public const string EvenFooterId = "rId5";

    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    private const string ContentTypes = $"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/word/document.xml" ContentType="{Word}.document.main+xml"/>
          <Override PartName="/word/styles.xml" ContentType="{Word}.styles+xml"/>
          <Override PartName="/word/settings.xml" ContentType="{Word}.settings+xml"/>
          <Override PartName="/word/fontTable.xml" ContentType="{Word}.fontTable+xml"/>
          <Override PartName="/word/footer1.xml" ContentType="{Word}.footer+xml"/>
          <Override PartName="/word/footer2.xml" ContentType="{Word}.footer+xml"/>
        </Types>
        """;

    private const string PackageRelations = $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{RelationsNamespace}/officeDocument" Target="word/document.xml"/>
        </Relationships>
        """;

    private const string DocumentRelations = $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="rId1" Type="{RelationsNamespace}/styles" Target="styles.xml"/>
          <Relationship Id="rId2" Type="{RelationsNamespace}/settings" Target="settings.xml"/>
          <Relationship Id="rId3" Type="{RelationsNamespace}/fontTable" Target="fontTable.xml"/>
          <Relationship Id="{OddFooterId}" Type="{RelationsNamespace}/footer" Target="footer1.xml"/>
          <Relationship Id="{EvenFooterId}" Type="{RelationsNamespace}/footer" Target="footer2.xml"/>
        </Relationships>
        """;

    // Printed on both sides and bound at the left (§6.2, §6.3 [V]): margins are mirrored, page numbers alternate.
    private const string Settings = $"""
        <w:settings xmlns:w="{MainNamespace}">
          <w:mirrorMargins/>
          <w:defaultTabStop w:val="640"/>
          <w:evenAndOddHeaders/>
          <w:characterSpacingControl w:val="doNotCompress"/>
          <w:compat>
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
          </w:compat>
          <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
        </w:settings>
        """;

    // Named, never embedded; the other name serves where the first is not installed.
    private const string FontTable = $"""
        <w:fonts xmlns:w="{MainNamespace}">
          <w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/><w:charset w:val="86"/><w:family w:val="script"/></w:font>
          <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>
          <w:font w:name="宋体"><w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>
        </w:fonts>
        """;

    // §5.2.3 [V]: 3号仿宋 unless said otherwise. No extra space between Chinese and digits, no widow control, no punctuation in the
    // margin: each would break 22 × 28.
    private static readonly string StyleSheet = $"""
        <w:styles xmlns:w="{MainNamespace}">
          <w:docDefaults>
            <w:rPrDefault><w:rPr>{Fonts("仿宋_GB2312")}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
            <w:pPrDefault/>
          </w:docDefaults>
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
            <w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr>
            <w:rPr><w:spacing w:val="{Layout.Tracking}"/></w:rPr></w:style>
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
          {ParagraphStyle(Styles.Title, "Title", $"""<w:keepNext/><w:snapToGrid w:val="0"/><w:spacing w:after="{Layout.LinePitch}" w:line="{Layout.TitleLine}" w:lineRule="exact"/><w:jc w:val="center"/>""", $"""{Fonts("方正小标宋简体")}<w:spacing w:val="0"/><w:sz w:val="44"/><w:szCs w:val="44"/>""")}
          {CustomStyle(Styles.MainRecipient, "主送机关")}
          {ParagraphStyle(Styles.Body, "Body Text", """<w:ind w:firstLineChars="200" w:firstLine="640"/>""")}
          {HeadingStyle(1, "黑体")}
          {HeadingStyle(2, "楷体_GB2312")}
          {HeadingStyle(3, "仿宋_GB2312")}
          {HeadingStyle(4, "仿宋_GB2312")}
          {CustomStyle(Styles.Attachment, "附件说明")}
          {ParagraphStyle(Styles.Signature, "Signature", """<w:keepLines/><w:jc w:val="left"/>""")}
          {CustomStyle(Styles.TableText, "表格正文", """<w:snapToGrid w:val="0"/><w:jc w:val="left"/>""", """<w:spacing w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>""")}
          {CustomStyle(Styles.TableHeader, "表头", """<w:keepNext/><w:snapToGrid w:val="0"/><w:jc w:val="center"/>""", $"""{Fonts("黑体")}<w:spacing w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>""")}
          {CustomStyle(Styles.AfterTable, "表后", """<w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/>""", """<w:sz w:val="2"/><w:szCs w:val="2"/>""")}
          {ParagraphStyle("Footer", "footer", """<w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/>""", $"""{Fonts("宋体")}<w:spacing w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/>""")}
        </w:styles>
        """;

    /// <summary>Name and XML of each part, in the order in which they are stored.</summary>
    public static readonly IReadOnlyList<(string Name, string Xml)> All =
    [
        ("[Content_Types].xml", Head + ContentTypes),
        ("_rels/.rels", Head + PackageRelations),
        ("word/_rels/document.xml.rels", Head + DocumentRelations),
        ("word/styles.xml", Head + StyleSheet),
        ("word/settings.xml", Head + Settings),
        ("word/fontTable.xml", Head + FontTable),
        ("word/footer1.xml", Head + Footer($"""<w:ind w:right="{Layout.CharPitch}"/><w:jc w:val="right"/>""")),
        ("word/footer2.xml", Head + Footer($"""<w:ind w:left="{Layout.CharPitch}"/><w:jc w:val="left"/>""")),
    ];

    private static string CustomStyle(string id, string name, string paragraph = "", string run = "") =>
        ParagraphStyle(id, name, paragraph, run, """ w:customStyle="1" """);

    private static string ParagraphStyle(string id, string name, string paragraph, string run = "", string custom = " ") =>
        $"""<w:style w:type="paragraph"{custom}w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>""";

    // §7.3.3 [V]: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋. Bold is not asked for [K].
    private static string HeadingStyle(int level, string font) => $"""
        <w:style w:type="paragraph" w:styleId="{Styles.Heading(level)}"><w:name w:val="heading {level}"/><w:basedOn w:val="{Styles.Body}"/><w:next w:val="{Styles.Body}"/><w:link w:val="{Styles.HeadingRun(level)}"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr>{Fonts(font)}</w:rPr></w:style>
          <w:style w:type="character" w:customStyle="1" w:styleId="{Styles.HeadingRun(level)}"><w:name w:val="标题 {level} 字符"/><w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="{Styles.Heading(level)}"/><w:rPr>{Fonts(font)}</w:rPr></w:style>
        """;

    private static string Fonts(string name) => $"""<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>""";

    // §7.5 [V]: 4号半角宋体 Arabic numerals between two 一字线; one character from the outer margin.
    private static string Footer(string place) => $"""
        <w:ftr xmlns:w="{MainNamespace}"><w:p><w:pPr><w:pStyle w:val="Footer"/>{place}</w:pPr>{FooterRun("— ")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>{FooterRun(" —")}</w:p></w:ftr>
        """;

    private static string FooterRun(string text) => $"""<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";
}
