using System.Globalization;
using System.Xml;

namespace Mingce.Gongwen.Writing;

/// <summary>Writes elements of WordprocessingML.</summary>
internal sealed class ElementWriter(XmlWriter xml)
{
    public const string W = FixedParts.MainNamespace;

    /// <summary>The writer itself, for what is not WordprocessingML.</summary>
    public XmlWriter Xml => xml;

    public void Start(string name) => xml.WriteStartElement(name, W);

    public void End() => xml.WriteEndElement();

    public void Attribute(string name, object value) => xml.WriteAttributeString(name, W, Convert.ToString(value, CultureInfo.InvariantCulture));

    public void Value(string name, string value) => Element(name, ("val", value));

    public void Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Start(name);
        foreach (var (attribute, value) in attributes) Attribute(attribute, value);
        End();
    }

    /// <summary>A run of text; tabs become tab elements.</summary>
    /// <param name="style">Of the characters.</param>
    /// <param name="halfPoints">A size of its own.</param>
    public void Run(string text, string? style = null, int? halfPoints = null)
    {
        if (text.Length == 0) return;
        Start("r");
        Start("rPr");
        if (style is not null) Value("rStyle", style);
        // “ ” — … exist in Western fonts too: the hint gives them to the Chinese one.
        Element("rFonts", ("hint", "eastAsia"));
        if (halfPoints is { } size)
        {
            Element("sz", ("val", size));
            Element("szCs", ("val", size));
        }
        End();
        foreach (var (index, piece) in text.Split('\t').Index())
        {
            if (index > 0) Element("tab");
            if (piece.Length == 0) continue;
            Start("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(piece);
            End();
        }
        End();
    }

    /// <summary>Runs with line breaks between.</summary>
    public void Lines(string text)
    {
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (index > 0)
            {
                Start("r");
                Element("br");
                End();
            }
            Run(line);
        }
    }

    /// <summary>A run with a box; the paragraphs written next go into it.</summary>
    public void StartBox(TextBox box)
    {
        Start("r");
        xml.WriteRaw(box.Head);
    }

    /// <summary>Closes it.</summary>
    public void EndBox(TextBox box)
    {
        xml.WriteRaw(box.Tail);
        End();
    }
}
