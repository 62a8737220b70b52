using System.IO.Compression;
using System.Xml.Linq;

namespace Mingce.Gongwen.Tests;

/// <summary>Opens a .docx, lets its XML be spoilt, and packs it again.</summary>
internal sealed class DocxEdit
{
    public static readonly XNamespace W = Samples.W;
    private readonly Dictionary<string, byte[]> parts = [];
    private readonly Dictionary<string, XElement> open = [];

    public DocxEdit(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            parts[entry.FullName] = content.ToArray();
        }
    }

    public XElement Document => Part("word/document.xml");

    public XElement Body => Document.Element(W + "body")!;

    public XElement Section => Body.Elements(W + "sectPr").Single();

    public XElement Settings => Part("word/settings.xml");

    /// <summary>The part of the footer for odd (default) or even pages.</summary>
    public XElement Footer(string type)
    {
        var id = Section.Elements(W + "footerReference").Single(reference => (string?)reference.Attribute(W + "type") == type).Attributes().Single(attribute => attribute.Name.LocalName == "id").Value;
        return Part("word/" + Part("word/_rels/document.xml.rels").Elements().Single(relation => (string?)relation.Attribute("Id") == id).Attribute("Target")!.Value);
    }

    public XElement Part(string name)
    {
        if (open.TryGetValue(name, out var root)) return root;
        using var reader = SafeXml.Read(new MemoryStream(parts[name]));
        reader.MoveToContent();
        return open[name] = XElement.Load(reader);
    }

    public void AddPart(string name, string xml, string relation)
    {
        parts[name] = System.Text.Encoding.UTF8.GetBytes(xml);
        Part("word/_rels/document.xml.rels").Add(new XElement(XName.Get("Relationship", "http://schemas.openxmlformats.org/package/2006/relationships"),
            new XAttribute("Id", "added"), new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + relation), new XAttribute("Target", name["word/".Length..])));
    }

    /// <summary>The first paragraph whose text begins so.</summary>
    public XElement Paragraph(string start) => Document.Descendants(W + "p").First(paragraph => Text(paragraph).StartsWith(start, StringComparison.Ordinal));

    /// <summary>Replaces part of a paragraph's text, within one run.</summary>
    public void Replace(string start, string from, string to)
    {
        var text = Paragraph(start).Descendants(W + "t").First(text => text.Value.Contains(from, StringComparison.Ordinal));
        text.Value = text.Value.Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>Sets a property of every run of a paragraph directly.</summary>
    public void Run(string start, string property, params (string Name, string Value)[] attributes)
    {
        foreach (var run in Paragraph(start).Elements(W + "r"))
        {
            var properties = run.Element(W + "rPr");
            if (properties is null) run.AddFirst(properties = new XElement(W + "rPr"));
            Set(properties, property, attributes);
        }
    }

    /// <summary>Sets a property of a paragraph directly.</summary>
    public void Format(string start, string property, params (string Name, string Value)[] attributes) => Set(Properties(Paragraph(start)), property, attributes);

    public static XElement Properties(XElement paragraph)
    {
        var properties = paragraph.Element(W + "pPr");
        if (properties is null) paragraph.AddFirst(properties = new XElement(W + "pPr"));
        return properties;
    }

    /// <summary>Adds the attributes to the element, which is made where it is missing.</summary>
    public static void Set(XElement properties, string name, params (string Name, string Value)[] attributes)
    {
        var element = properties.Element(W + name);
        if (element is null) properties.Add(element = new XElement(W + name));
        foreach (var (attribute, value) in attributes) element.SetAttributeValue(W + attribute, value);
    }

    public static XElement Empty(params object[] content) => new(W + "p", content);

    public byte[] Save()
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create))
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                if (open.TryGetValue(name, out var root)) root.Save(entry);
                else entry.Write(bytes);
            }
        return output.ToArray();
    }

    private static string Text(XElement paragraph) => string.Concat(paragraph.Descendants(W + "t").Select(text => text.Value));
}
