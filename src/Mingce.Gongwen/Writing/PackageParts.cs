using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Mingce.Gongwen.Reading;

namespace Mingce.Gongwen.Writing;

/// <summary>
/// The parts of a .docx with the lists that name them. A document that was read from a file brings what it does not know along;
/// ours are added to its lists.
/// </summary>
internal sealed class PackageParts
{
    /// <summary>What the name of each of our parts and of its relation begins with.</summary>
    public const string OwnPrefix = "gw";

    /// <summary>The name of the part that holds the text of a document of ours.</summary>
    public const string OwnMainPart = "word/document.xml";

    private static readonly XNamespace R = FixedParts.PackageRelationsNamespace;
    private static readonly XNamespace T = FixedParts.ContentTypesNamespace;

    // A zip entry needs a time; the earliest it can hold says that it means nothing.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Name, ReadOnlyMemory<byte> Bytes)> parts = [];
    private readonly XElement types;
    private readonly XElement relations;
    private readonly string folder;

    public PackageParts(ForeignParts? foreign)
    {
        MainPart = foreign?.MainPart ?? OwnMainPart;
        folder = MainPart[..(MainPart.LastIndexOf('/') + 1)];
        types = foreign is null ? new XElement(T + "Types") : new XElement(foreign.ContentTypes);
        relations = foreign is null ? new XElement(R + "Relationships") : new XElement(foreign.Relations);
        foreach (var (name, bytes) in foreign?.Parts ?? []) parts.Add((name, bytes));
        if (foreign is null) parts.Add(("_rels/.rels", Utf8(FixedParts.PackageRelations)));
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml");
        Default("xml", "application/xml");
        Override(MainPart, FixedParts.WordType + "document.main+xml");
    }

    /// <summary>The part that holds the text; it is written last.</summary>
    public string MainPart { get; }

    /// <summary>Adds a part to which the main part refers.</summary>
    /// <param name="id">Of the relation.</param>
    /// <param name="type">Of the relation: styles, footer …</param>
    /// <param name="name">Within the folder of the main part.</param>
    public void Add(string id, string type, string name, string xml)
    {
        Relate(id, type, name);
        Override(folder + name, $"{FixedParts.WordType}{type}+xml");
        parts.Add((folder + name, Utf8(xml)));
    }

    /// <summary>Takes a part of the file under its own name; its relation is there already.</summary>
    public void Replace(string name, XElement xml) => parts.Add((name, Utf8(xml)));

    public void Add(PicturePart picture)
    {
        var name = $"media/{picture.Id}.{picture.Extension}";
        Default(picture.Extension, "image/" + picture.Extension);
        Relate(picture.Id, "image", name);
        parts.Add((folder + name, picture.Data));
    }

    public void WriteTo(Stream output, Action<XmlWriter> writeMain)
    {
        var mainName = MainPart[folder.Length..];
        // A zip differs by whether its stream can seek; the buffer keeps the bytes the same everywhere.
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", Utf8(types));
            Write(zip, $"{folder}_rels/{mainName}.rels", Utf8(relations));
            foreach (var (name, bytes) in parts) Write(zip, name, bytes);
            using var main = Create(zip, MainPart, CompressionLevel.Optimal);
            using var writer = XmlWriter.Create(main, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
            writeMain(writer);
        }
        buffer.WriteTo(output);
    }

    private void Relate(string id, string type, string target) => relations.Add(new XElement(
        R + "Relationship",
        new XAttribute("Id", id),
        new XAttribute("Type", $"{FixedParts.RelationsNamespace}/{type}"),
        new XAttribute("Target", target)));

    private void Default(string extension, string type)
    {
        if (types.Elements(T + "Default").Any(known => extension.Equals((string?)known.Attribute("Extension"), StringComparison.OrdinalIgnoreCase))) return;
        types.AddFirst(new XElement(T + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type)));
    }

    private void Override(string name, string type)
    {
        if (types.Elements(T + "Override").Any(known => $"/{name}".Equals((string?)known.Attribute("PartName"), StringComparison.OrdinalIgnoreCase))) return;
        types.Add(new XElement(T + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", type)));
    }

    private static void Write(ZipArchive zip, string name, ReadOnlyMemory<byte> bytes)
    {
        // Pictures are packed already.
        var isPacked = Path.GetExtension(name).ToUpperInvariant() is ".PNG" or ".JPEG" or ".JPG";
        using var part = Create(zip, name, isPacked ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        part.Write(bytes.Span);
    }

    private static Stream Create(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Utf8(XElement xml) => Utf8(FixedParts.Head + xml.ToString(SaveOptions.DisableFormatting));
}
