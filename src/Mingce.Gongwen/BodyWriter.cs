using System.Globalization;
using System.Xml;

namespace Mingce.Gongwen;

/// <summary>Writes word/document.xml. Every empty line of the standard is spacing, so that the paragraphs are exactly the parts of the text.</summary>
internal sealed class BodyWriter(XmlWriter xml)
{
    private const string W = FixedParts.MainNamespace;
    private const string R = FixedParts.RelationsNamespace;

    private int[] columns = []; // widths of the table being written

    public void Write(GongwenDocument document)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("w", "document", W);
        xml.WriteAttributeString("xmlns", "r", null, R);
        Start("body");
        var parts = document.Parts();
        for (var i = 0; i < parts.Count; i++)
        {
            var next = i + 1 < parts.Count ? parts[i + 1].Role : (TextRole?)null;
            Part(document, parts[i], parts[i].Role == TextRole.AttachmentNote && parts[i - 1].Role != TextRole.AttachmentNote, next);
        }
        Section();
        xml.WriteEndDocument();
    }

    private void Part(GongwenDocument document, TextPart part, bool firstAttachment, TextRole? next)
    {
        // The signature never stands alone on a page (§7.3.5.5 [K]).
        var keep = next is TextRole.SignatureUnit or TextRole.SignatureDate;
        switch (part.Role)
        {
            case TextRole.Title:
                StartParagraph(Styles.Title);
                Lines(part.Text);
                xml.WriteEndElement();
                break;
            case TextRole.MainRecipient:
                TextParagraph(Styles.MainRecipient, part.Text, keep);
                break;
            case TextRole.Heading:
                HeadingParagraph((Heading)part.Block!, part.Number, keep);
                break;
            case TextRole.Paragraph:
                TextParagraph(Styles.Body, part.Text, keep);
                break;
            case TextRole.TableHeader:
                StartTable((Table)part.Block!);
                Row(part, header: true);
                EndTable(next);
                break;
            case TextRole.TableRow:
                Row(part, header: false);
                EndTable(next);
                break;
            case TextRole.AttachmentNote:
                AttachmentNote(part, firstAttachment, keep);
                break;
            case TextRole.SignatureUnit:
                TextParagraph(Styles.Signature, part.Text, keep, spaceBefore: Layout.LinePitch, left: Layout.Twips(Layout.Signature(document.Signature!).Unit));
                break;
            case TextRole.SignatureDate:
                TextParagraph(Styles.Signature, part.Text, left: Layout.Twips(Layout.Signature(document.Signature!).Date));
                break;
        }
    }

    // §7.3.4 [V]: one line under the body, two characters in; a further line is aligned with the first character of the name.
    private void AttachmentNote(TextPart part, bool first, bool keep)
    {
        var number = PlainText.HalfWidths(part.Number);
        var left = first ? 4 + number : 4 + PlainText.HalfWidths("附件：") + number;
        TextParagraph(Styles.Attachment, part.Text, keep, first ? Layout.LinePitch : 0, Layout.Twips(left), Layout.Twips(number));
    }

    private void HeadingParagraph(Heading heading, string number, bool keep)
    {
        var runsOn = heading.RunOn.Length > 0;
        StartParagraph(runsOn ? Styles.Body : Styles.Heading(heading.Level), keep);
        Run(number + heading.Text, runsOn ? Styles.HeadingRun(heading.Level) : null);
        if (runsOn) Run(heading.RunOn);
        xml.WriteEndElement();
    }

    private void TextParagraph(string style, string text, bool keepNext = false, int spaceBefore = 0, int left = 0, int hanging = 0)
    {
        StartParagraph(style, keepNext, spaceBefore, left, hanging);
        Run(text);
        xml.WriteEndElement();
    }

    private void StartParagraph(string style, bool keepNext = false, int spaceBefore = 0, int left = 0, int hanging = 0)
    {
        Start("p");
        Start("pPr");
        Value("pStyle", style);
        if (keepNext) Element("keepNext");
        if (spaceBefore > 0) Element("spacing", ("before", spaceBefore));
        if (left > 0) Element("ind", ("left", left), ("hanging", hanging));
        xml.WriteEndElement();
    }

    private void Lines(string text)
    {
        var lines = text.Split('\n');
        Run(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            Start("r");
            Element("br");
            xml.WriteEndElement();
            Run(line);
        }
    }

    private void Run(string text, string? style = null)
    {
        if (text.Length == 0) return;
        Start("r");
        Start("rPr");
        if (style is not null) Value("rStyle", style);
        // “ ” — … exist in Western fonts too: the hint gives them to the Chinese one.
        Element("rFonts", ("hint", "eastAsia"));
        xml.WriteEndElement();
        Start("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void StartTable(Table table)
    {
        Start("tbl");
        Start("tblPr");
        Element("tblW", ("w", Layout.TypeWidth), ("type", "dxa"));
        Value("jc", "center");
        Start("tblBorders");
        foreach (var side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
            Element(side, ("val", "single"), ("sz", 4));
        xml.WriteEndElement();
        Element("tblLayout", ("type", "fixed"));
        xml.WriteEndElement();
        Start("tblGrid");
        columns = Layout.Columns(table);
        foreach (var column in columns) Element("gridCol", ("w", column));
        xml.WriteEndElement();
    }

    private void Row(TextPart part, bool header)
    {
        Start("tr");
        Start("trPr");
        Element("cantSplit");
        if (header) Element("tblHeader");
        xml.WriteEndElement();
        var cells = part.Text.Split('\t'); // no cell holds a tab: the model has replaced it
        for (var i = 0; i < cells.Length; i++)
        {
            Start("tc");
            Start("tcPr");
            Element("tcW", ("w", columns[i]), ("type", "dxa"));
            Value("vAlign", "center");
            xml.WriteEndElement();
            TextParagraph(header ? Styles.TableHeader : Styles.TableText, cells[i]);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void EndTable(TextRole? next)
    {
        if (next == TextRole.TableRow) return;
        xml.WriteEndElement();
        // Word joins tables that touch and adds a full empty line to one that ends the document.
        if (next is not (null or TextRole.TableHeader)) return;
        StartParagraph(Styles.AfterTable);
        xml.WriteEndElement();
    }

    private void Section()
    {
        Start("sectPr");
        FooterReference("default", FixedParts.OddFooterId);
        FooterReference("even", FixedParts.EvenFooterId);
        Element("pgSz", ("w", Layout.PageWidth), ("h", Layout.PageHeight));
        Element("pgMar", ("top", Layout.MarginTop), ("right", Layout.MarginRight), ("bottom", Layout.MarginBottom), ("left", Layout.MarginLeft),
            ("header", 851), ("footer", Layout.Footer), ("gutter", 0));
        Element("docGrid", ("type", "lines"), ("linePitch", Layout.LinePitch));
        xml.WriteEndElement();
    }

    private void FooterReference(string type, string id)
    {
        xml.WriteStartElement("footerReference", W);
        xml.WriteAttributeString("type", W, type);
        xml.WriteAttributeString("r", "id", R, id);
        xml.WriteEndElement();
    }

    private void Start(string name) => xml.WriteStartElement(name, W);

    private void Value(string name, string value) => Element(name, ("val", value));

    private void Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        xml.WriteStartElement(name, W);
        foreach (var (attribute, value) in attributes) xml.WriteAttributeString(attribute, W, Convert.ToString(value, CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
