using System.Xml.Linq;
using Mingce.Gongwen.Reading;
using Mingce.Gongwen.Word;

namespace Mingce.Gongwen;

/// <summary>Reads the text of a .docx from anywhere, as untrusted input: memory and time are bounded by the limits below.</summary>
public static class DocxReader
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <summary>The most that all parts together may declare to expand to.</summary>
    public const long MaxExpandedBytes = 100L << 20;

    /// <summary>The most that one XML part may expand to; a thousand pages of text need about a quarter.</summary>
    public const long MaxXmlBytes = 32L << 20;

    /// <summary>The most parts.</summary>
    public const int MaxEntries = 1_000;

    /// <summary>The most that a part above <see cref="RatioFloorBytes"/> may expand to, as a multiple of its packed size.</summary>
    public const int MaxRatio = 200;

    /// <summary>Parts up to this size may have any ratio: repeated text packs very well.</summary>
    public const long RatioFloorBytes = 8L << 20;

    /// <summary>
    /// The text of the document's body: one line per paragraph, joined by line feeds; a table row is one line, its cells joined by tabs.
    /// A line break within a paragraph starts a line, too. Numbers that Word counts itself (“一、”) stand before their paragraph; text boxes
    /// stand before the paragraph they hang on; footnotes and endnotes follow at the end, a line each paragraph. Left out: headers, footers,
    /// comments, deleted and hidden text, the codes of fields (their results are in).
    /// </summary>
    /// <param name="docx">The file, read from its present position; it stays open.</param>
    /// <exception cref="UnreadableDocumentException">The file is no .docx, encrypted, damaged, or beyond a limit.</exception>
    public static string ReadText(Stream docx) => From(docx, package =>
    {
        using var main = package.OpenMainPart();
        var (styles, numbering) = Numbers(package);
        return string.Join('\n', [.. BodyText.ReadLines(main, styles, numbering), .. Notes(package, "footnotes"), .. Notes(package, "endnotes")]);
    });

    /// <summary>The text of the document's headers (页眉), one line per paragraph, joined by line feeds; empty where it has none.</summary>
    /// <param name="docx">The file, read from its present position; it stays open.</param>
    /// <exception cref="UnreadableDocumentException">The file is no .docx, encrypted, damaged, or beyond a limit.</exception>
    public static string ReadHeaders(Stream docx) => From(docx, package =>
    {
        using var main = package.OpenMainPart();
        return string.Join('\n', package.LoadAllRelated("header").SelectMany(Lines));
    });

    /// <summary>
    /// The document as a model. What <see cref="GongwenWriter"/> wrote comes back as it was; in a document of another program the parts are recognised
    /// as in a plain text (<see cref="GongwenText.Recognize"/>). What the model has no words for stays as it is, block by block
    /// (<see cref="ForeignBlock"/>) and part by part (styles, headers, notes, pictures), and is written again.
    /// </summary>
    /// <param name="docx">The file, read from its present position; it stays open.</param>
    /// <exception cref="UnreadableDocumentException">The file is no .docx, encrypted, damaged, beyond a limit, or of the strict kind.</exception>
    public static GongwenDocument Read(Stream docx) => From(docx, DocumentReader.Read);

    private static T From<T>(Stream docx, Func<DocxPackage, T> read)
    {
        try
        {
            using var package = DocxPackage.Open(docx);
            return read(package);
        }
        catch (Exception exception) when (DocxPackage.IsDamage(exception))
        {
            throw UnreadableDocumentException.Damaged(exception);
        }
    }

    /// <summary>What says which paragraphs are numbered and which runs are hidden, and counts.</summary>
    internal static (WordStyles Styles, WordNumbering Numbering) Numbers(DocxPackage package) =>
        (new WordStyles(package.LoadRelated("styles"), new WordTheme(null)), new WordNumbering(package.LoadRelated("numbering")));

    private static IEnumerable<string> Notes(DocxPackage package, string kind)
    {
        // Those with a type are the lines that separate the notes from the text.
        foreach (var note in package.LoadRelated(kind)?.Elements().Where(note => note.Get("type") is null or "normal") ?? [])
        {
            foreach (var line in Lines(note)) yield return line.TrimStart();
        }
    }

    private static IEnumerable<string> Lines(XElement part)
    {
        using var reader = part.CreateReader();
        foreach (var line in BodyText.ReadLines(reader, null, null)) yield return line;
    }
}
