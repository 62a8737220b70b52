using System.Text;
using System.Xml;
using Mingce.Gongwen.Writing;

namespace Mingce.Gongwen;

/// <summary>Collects the lines of a word/document.xml in one pass. Scopes nest: the body holds lines, a table row holds cells, a cell holds lines.</summary>
internal sealed class BodyText
{
    private readonly Stack<List<string>> scopes = new([new List<string>()]);
    private readonly Stack<ParagraphText> paragraphs = new();
    private bool inText;

    private sealed class ParagraphText
    {
        public StringBuilder Text { get; } = new();

        public bool IsSilent { get; set; }
    }

    public static bool IsWord(string uri) => uri is FixedParts.MainNamespace or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static string Read(XmlReader reader) => string.Join('\n', ReadLines(reader));

    public static IReadOnlyList<string> ReadLines(XmlReader reader)
    {
        var body = new BodyText();
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

    // Text deleted or moved away, the reading above a character, and the second copy of a text box.
    private static bool IsSkipped(XmlReader reader) => reader is { NodeType: XmlNodeType.Element, IsEmptyElement: false }
        && reader.LocalName is "del" or "moveFrom" or "rt" or "Fallback";

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
            case "pStyle" when paragraphs.TryPeek(out var paragraph):
                paragraph.IsSilent = Styles.IsSilent(reader.GetAttribute("val", reader.NamespaceURI));
                break;
        }
    }

    private void EndElement(string name)
    {
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "p":
                var paragraph = paragraphs.Pop();
                if (paragraph.Text.Length > 0 || !paragraph.IsSilent) scopes.Peek().Add(paragraph.Text.ToString());
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

    private void Append(string text)
    {
        if (paragraphs.TryPeek(out var paragraph)) paragraph.Text.Append(text);
    }
}
