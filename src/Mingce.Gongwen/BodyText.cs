using System.Globalization;
using System.Text;
using System.Xml;
using Mingce.Gongwen.Word;
using Mingce.Gongwen.Writing;

namespace Mingce.Gongwen;

/// <summary>Collects the lines of a word/document.xml in one pass. Scopes nest: the body holds lines, a table row holds cells, a cell holds lines.</summary>
internal sealed class BodyText(WordStyles? styles, WordNumbering? numbering)
{
    private readonly Stack<List<string>> scopes = new([new List<string>()]);
    private readonly Stack<ParagraphText> paragraphs = new();
    private readonly Stack<bool> hidden = new(); // one for each run that is open
    private readonly Stack<bool> codes = new(); // one for each field that is open: whether its code is being read
    private bool inText;

    private sealed class ParagraphText
    {
        public StringBuilder Text { get; } = new();

        public string? Style { get; set; }

        public int? List { get; set; }

        public int? Level { get; set; }

        public bool InProperties { get; set; }
    }

    public static bool IsWord(string uri) => uri is FixedParts.MainNamespace or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>The lines of a part or of an element in it.</summary>
    /// <param name="reader">Read to its end.</param>
    /// <param name="styles">Say which paragraphs are numbered and which runs are hidden; null: only what is set directly counts.</param>
    /// <param name="numbering">Gives the numbers; null: none is written.</param>
    public static IReadOnlyList<string> ReadLines(XmlReader reader, WordStyles? styles = null, WordNumbering? numbering = null)
    {
        var body = new BodyText(styles, numbering);
        int? skipped = null; // the depth of the element whose contents are passed over
        while (reader.Read())
        {
            if (skipped is not null)
            {
                if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == skipped) skipped = null;
            }
            else if (IsSkipped(reader)) skipped = reader.Depth;
            else body.Take(reader);
        }
        return body.scopes.Peek();
    }

    // Text deleted or moved away, former settings, the reading above a character, and the second copy of a text box.
    private static bool IsSkipped(XmlReader reader) => reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false }
        && reader.LocalName is "del" or "moveFrom" or "rt" or "Fallback" or "pPrChange" or "rPrChange";

    private void Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when IsWord(reader.NamespaceURI):
                var name = reader.LocalName;
                var isEmpty = reader.IsEmptyElement;
                StartElement(name, reader);
                if (isEmpty) EndElement(name);
                break;
            case XmlNodeType.EndElement when IsWord(reader.NamespaceURI):
                EndElement(reader.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText:
                Append(reader.Value.Replace('\n', ' '));
                break;
        }
    }

    private void StartElement(string name, XmlReader reader)
    {
        switch (name)
        {
            case "tr" or "tc":
                scopes.Push([]);
                break;
            case "p":
                paragraphs.Push(new ParagraphText());
                break;
            case "t":
                inText = true;
                break;
            case "tab" when reader.AttributeCount == 0: // with attributes it is a tab stop
            case "ptab":
                Append("\t");
                break;
            case "br" when reader.GetAttribute("type", reader.NamespaceURI) is null or "textWrapping":
            case "cr":
                Append("\n");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "r":
                hidden.Push(false);
                break;
            case "fldChar":
                Field(reader.GetAttribute("fldCharType", reader.NamespaceURI));
                break;
            case "rStyle" when hidden.TryPop(out _):
                hidden.Push(styles?.Chain(Value(reader)).Run.Hidden == true);
                break;
            case "vanish" when paragraphs.TryPeek(out var paragraph) && !paragraph.InProperties && hidden.TryPop(out _):
                hidden.Push(Value(reader) is not ("0" or "false" or "off"));
                break;
            default:
                if (paragraphs.TryPeek(out var open)) ParagraphProperty(open, name, reader);
                break;
        }
    }

    private static void ParagraphProperty(ParagraphText paragraph, string name, XmlReader reader)
    {
        switch (name)
        {
            case "pPr":
                paragraph.InProperties = true;
                break;
            case "pStyle":
                paragraph.Style = Value(reader);
                break;
            case "numId" when paragraph.InProperties:
                paragraph.List = Number(reader);
                break;
            case "ilvl" when paragraph.InProperties:
                paragraph.Level = Number(reader);
                break;
        }
    }

    private static string? Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI);

    private static int? Number(XmlReader reader) => int.TryParse(Value(reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Field(string? mark)
    {
        if (mark == "begin") codes.Push(true);
        else if (codes.TryPop(out _) && mark == "separate") codes.Push(false);
    }

    private void EndElement(string name)
    {
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "r":
                hidden.TryPop(out _);
                break;
            case "pPr" when paragraphs.TryPeek(out var open):
                open.InProperties = false;
                break;
            case "p":
                var paragraph = paragraphs.Pop();
                var text = paragraph.Text.ToString();
                if (text.Length > 0 || !Styles.IsSilent(paragraph.Style)) scopes.Peek().Add(Label(paragraph, text) + text);
                break;
            case "tc":
                var cell = string.Join(' ', scopes.Pop());
                scopes.Peek().Add(cell.Replace('\t', ' ').Replace('\n', ' '));
                break;
            case "tr":
                var row = string.Join('\t', scopes.Pop());
                scopes.Peek().Add(row);
                break;
        }
    }

    private string Label(ParagraphText paragraph, string text)
    {
        if (numbering is null) return "";
        var styled = paragraph.List is null ? styles?.Paragraph(paragraph.Style, null) : null;
        var place = numbering.OfStyle(paragraph.Style);
        var label = numbering.Next(paragraph.List ?? styled?.ListId ?? place?.List ?? 0, paragraph.Level ?? styled?.ListLevel ?? place?.Level ?? 0);
        return HeadingNumbers.NeedSpace(label, text) ? label + " " : label;
    }

    private void Append(string text)
    {
        if ((hidden.TryPeek(out var isHidden) && isHidden) || codes.Contains(true)) return;
        if (paragraphs.TryPeek(out var paragraph)) paragraph.Text.Append(text);
    }
}
