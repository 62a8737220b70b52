using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Mingce.Gongwen;

/// <summary>
/// Writes a document as .docx in the form of GB/T 9704-2012: A4, 22 lines of 28 characters, page numbers at the outer margin.
/// The same document gives the same bytes. Fonts are named, none is embedded.
/// </summary>
public static class GongwenWriter
{
    // A zip entry needs a time; the earliest it can hold says that it means nothing.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Takes the .docx; it need not be seekable and stays open.</param>
    public static void Write(GongwenDocument document, Stream output)
    {
        // A zip differs by whether its stream can seek; the buffer keeps the bytes the same everywhere.
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in FixedParts.All)
            {
                using var part = AddPart(zip, name);
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
            using var main = AddPart(zip, "word/document.xml");
            using var writer = XmlWriter.Create(main, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
            new BodyWriter(writer).Write(document);
        }
        buffer.WriteTo(output);
    }

    private static Stream AddPart(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }
}
