using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Mingce.Gongwen.Word;

namespace Mingce.Gongwen;

/// <summary>The zip of a .docx. Everything that can be checked before a byte is inflated is checked when it is opened.</summary>
internal sealed class DocxPackage : IDisposable
{
    private const int MaxNodes = 2_000_000; // of a part that is held as a tree; 300 pages have a tenth
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (string Type, string Target)> relations = new(StringComparer.Ordinal);
    private string mainName = "";

    private DocxPackage(ZipArchive zip) => this.zip = zip;

    public void Dispose() => zip.Dispose();

    /// <exception cref="UnreadableDocumentException">Not a .docx, or beyond a limit.</exception>
    public static DocxPackage Open(Stream input)
    {
        var file = ReadBounded(input);
        CheckKind(file);
        CheckDirectory(file);
        var package = new DocxPackage(new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read));
        try
        {
            package.CheckEntries();
            package.CheckProlog();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>The part that the package names as its document, placed on the root element.</summary>
    public XmlReader OpenMainPart()
    {
        var reader = OpenXml(Main());
        if (reader.MoveToContent() == XmlNodeType.Element && reader.LocalName is "document" && BodyText.IsWord(reader.NamespaceURI)) return reader;
        reader.Dispose();
        throw UnreadableDocumentException.NotDocx();
    }

    private static byte[] ReadBounded(Stream input)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > DocxReader.MaxFileBytes) throw UnreadableDocumentException.TooLarge();
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static void CheckKind(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty) throw UnreadableDocumentException.Empty();
        // An OLE file is a .doc, or a .docx encrypted inside of it.
        if (file.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            throw file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? UnreadableDocumentException.Encrypted() : UnreadableDocumentException.OldFormat();
        if (!file.StartsWith("PK"u8)) throw UnreadableDocumentException.NotDocx();
    }

    // ZipArchive builds an object for every entry it finds, so their number is bounded before it looks.
    private static void CheckDirectory(ReadOnlySpan<byte> file)
    {
        const int EndSize = 22;
        const int MaxDirectoryBytes = 1 << 20;
        var end = file.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || file.Length - end < EndSize) throw UnreadableDocumentException.Damaged();
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file[(end + 10)..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]); // 0xFFFFFFFF: a zip64, which no .docx needs
        if (start > end) throw UnreadableDocumentException.Damaged();
        if (count > DocxReader.MaxEntries || end - start > MaxDirectoryBytes) throw UnreadableDocumentException.Bomb();
    }

    private void CheckEntries()
    {
        if (zip.Entries.Count > DocxReader.MaxEntries) throw UnreadableDocumentException.Bomb();
        var expanded = 0L;
        foreach (var entry in zip.Entries)
        {
            // Two parts of one name: readers differ in which they take.
            if (!entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry) || entry.IsEncrypted) throw UnreadableDocumentException.Damaged();
            expanded += entry.Length;
            var tooDense = entry.Length > DocxReader.RatioFloorBytes && entry.Length / DocxReader.MaxRatio > entry.CompressedLength;
            var tooLong = IsXml(entry) && entry.Length > DocxReader.MaxXmlBytes;
            if (expanded > DocxReader.MaxExpandedBytes || tooDense || tooLong) throw UnreadableDocumentException.Bomb();
        }
    }

    // A DTD stands before the root element: reading up to it refuses the file.
    private void CheckProlog()
    {
        foreach (var entry in zip.Entries.Where(IsXml))
        {
            using var reader = OpenXml(entry);
            reader.MoveToContent();
        }
    }

    /// <summary>What damaged bytes make the zip and the XML throw.</summary>
    public static bool IsDamage(Exception exception) => exception is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException;

    /// <summary>The document's part as a tree.</summary>
    public XElement LoadMain()
    {
        var root = Load(Main());
        return root.Name.LocalName == "document" && BodyText.IsWord(root.Name.NamespaceName) ? root : throw UnreadableDocumentException.NotDocx();
    }

    /// <summary>The name of the document's part, once it was loaded.</summary>
    public string MainName => mainName;

    /// <summary>Every part's name, in the order of the file.</summary>
    public IEnumerable<string> PartNames => entries.Keys;

    /// <summary>The target of a relation of the document within the package, or null.</summary>
    public string? Target(string? id) => id is not null && relations.TryGetValue(id, out var relation) && entries.ContainsKey(relation.Target) ? relation.Target : null;

    /// <summary>The name of the part to which the document has a relation of this kind, or null.</summary>
    public string? Related(string kind) =>
        relations.Values.FirstOrDefault(relation => relation.Type.EndsWith("/" + kind, StringComparison.Ordinal)) is { Target: { } target } && entries.ContainsKey(target) ? target : null;

    /// <summary>The part of this name as a tree, or null.</summary>
    public XElement? LoadPart(string? name) => name is not null && entries.TryGetValue(name, out var entry) ? Load(entry) : null;

    /// <summary>The bytes of a part.</summary>
    public byte[] Bytes(string name)
    {
        var entry = entries[name];
        using var bytes = new MemoryStream();
        using var stream = new BoundedStream(entry.Open(), entry.Length);
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The part to which the document has a relation of this kind (styles, theme …), or null.</summary>
    public XElement? LoadRelated(string kind) => LoadAllRelated(kind).FirstOrDefault();

    /// <summary>The parts to which the document has a relation of this kind (headers), loaded one by one.</summary>
    public IEnumerable<XElement> LoadAllRelated(string kind) =>
        relations.Values.Where(relation => relation.Type.EndsWith("/" + kind, StringComparison.Ordinal) && entries.ContainsKey(relation.Target)).Select(relation => Load(entries[relation.Target]));

    /// <summary>The part of this relation (a header or footer), or null.</summary>
    public XElement? LoadById(string? id) =>
        id is not null && relations.TryGetValue(id, out var relation) && entries.TryGetValue(relation.Target, out var entry) && IsXml(entry) ? Load(entry) : null;

    private ZipArchiveEntry Main()
    {
        var main = MainPart();
        mainName = main.FullName.Replace('\\', '/').TrimStart('/');
        ReadRelations();
        return main;
    }

    private void ReadRelations()
    {
        var folder = mainName[..(mainName.LastIndexOf('/') + 1)];
        if (!entries.TryGetValue($"{folder}_rels/{mainName[folder.Length..]}.rels", out var entry)) return;
        foreach (var relation in Load(entry).Elements())
        {
            if (relation.Get("TargetMode") == "External" || relation.Get("Target") is not { } target) continue;
            relations.TryAdd(relation.Get("Id") ?? "", (relation.Get("Type") ?? "", target.StartsWith('/') ? target[1..] : folder + target));
        }
    }

    private static XElement Load(ZipArchiveEntry entry)
    {
        using var reader = OpenXml(entry, MaxNodes);
        reader.MoveToContent();
        return XElement.Load(reader);
    }

    private ZipArchiveEntry MainPart()
    {
        if (!entries.TryGetValue("_rels/.rels", out var relations)) throw UnreadableDocumentException.NotDocx();
        using var reader = OpenXml(relations);
        while (reader.Read())
        {
            if (reader.LocalName is not "Relationship" || reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) != true) continue;
            if (entries.TryGetValue(reader.GetAttribute("Target")?.TrimStart('/') ?? "", out var main)) return main;
        }
        throw UnreadableDocumentException.NotDocx();
    }

    private static bool IsXml(ZipArchiveEntry entry) => Path.GetExtension(entry.FullName).ToUpperInvariant() is ".XML" or ".RELS" or ".VML";

    private static XmlReader OpenXml(ZipArchiveEntry entry, int maxNodes = int.MaxValue) =>
        SafeXml.Read(new BoundedStream(entry.Open(), Math.Min(entry.Length, DocxReader.MaxXmlBytes)), maxNodes);
}
