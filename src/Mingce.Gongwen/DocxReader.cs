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
    /// A line break within a paragraph starts a line, too. Left out: headers, footers, notes, comments, deleted text, numbers that Word counts itself.
    /// </summary>
    /// <param name="docx">The file, read from its present position; it stays open.</param>
    /// <exception cref="UnreadableDocumentException">The file is no .docx, encrypted, damaged, or beyond a limit.</exception>
    public static string ReadText(Stream docx)
    {
        try
        {
            using var package = DocxPackage.Open(docx);
            using var main = package.OpenMainPart();
            return BodyText.Read(main);
        }
        catch (Exception exception) when (DocxPackage.IsDamage(exception))
        {
            throw UnreadableDocumentException.Damaged(exception);
        }
    }
}
