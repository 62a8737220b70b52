using System.Text;
using Mingce.Core.Spreadsheets;
using Mingce.Gongwen;
using Mingce.Rules.Reading;

namespace Mingce.Core.Texts;

/// <summary>
/// The text of a file from outside, for search and for marks of secrecy: .txt, .docx, .xlsx, .xls and .pdf, told from the bytes.
/// Whatever cannot be read has no text; nothing is thrown.
/// </summary>
public static class DocumentText
{
    /// <summary>Characters that are taken of a file: a book of a thousand pages.</summary>
    public const int MostCharacters = 1_000_000;

    private const int MostPages = 1000;
    private const int HeadLines = 20;
    private const long LargestText = 12 << 20;
    private const long LargestOle = 20 << 20;
    private const int LongestHeadLine = 500;

    // A packed document is held in memory, and so is what is taken of it.
    private static readonly SemaphoreSlim RoomForPacked = new(2);

    /// <returns>The text with line feeds; null where the file holds none that can be read.</returns>
    public static async Task<string?> ReadAsync(string path, CancellationToken cancellation) => Bounded(await ReadAsync(path, isHead: false, cancellation));

    /// <summary>The first lines that hold text, where a document bears its marks; empty where there are none. Headers come first; of a PDF only the first page is read.</summary>
    public static async Task<IReadOnlyList<string>> ReadHeadAsync(string path, CancellationToken cancellation) =>
        [.. (await ReadAsync(path, isHead: true, cancellation) ?? "").Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Take(HeadLines)
            .Select(line => line.Truncated(LongestHeadLine))];

    private static async Task<string?> ReadAsync(string path, bool isHead, CancellationToken cancellation)
    {
        try
        {
            return await FormOfAsync(path, cancellation) switch
            {
                Form.Pdf => await PdfText.ReadAsync(path, isHead ? 1 : MostPages, cancellation),
                Form.Zip => await ReadPackedAsync(path, isHead, cancellation),
                Form.Ole => await Task.Run(() => ReadSheets(path), cancellation),
                Form.Plain => TextDecoder.Decode(await File.ReadAllBytesAsync(path, cancellation)).Text.ReplaceLineEndings("\n"),
                _ => null,
            };
        }
#pragma warning disable CA1031 // A reader throws whatever it stumbles over in a file from outside.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static async Task<string?> ReadPackedAsync(string path, bool isHead, CancellationToken cancellation)
    {
        await RoomForPacked.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => ReadPacked(path, isHead), cancellation);
        }
        finally
        {
            RoomForPacked.Release();
        }
    }

    private static string? ReadPacked(string path, bool isHead)
    {
        try
        {
            using var docx = File.OpenRead(path);
            var headers = isHead ? DocxReader.ReadHeaders(docx) + "\n" : "";
            docx.Position = 0;
            return headers + DocxReader.ReadText(docx);
        }
        catch (UnreadableDocumentException)
        {
            return ReadSheets(path);
        }
    }

    private static string ReadSheets(string path)
    {
        var text = new StringBuilder();
        foreach (var sheet in SpreadsheetReader.ReadFile(path))
        {
            text.Append(sheet.Name).Append('\n');
            foreach (var row in sheet.Rows.TakeWhile(_ => text.Length < MostCharacters))
            {
                // A merged area has its text in every cell: once is enough.
                text.AppendJoin('\t', row.Cells.Where((cell, i) => cell.Length > 0 && (i == 0 || cell != row.Cells[i - 1]))).Append('\n');
            }
        }
        return text.ToString();
    }

    // Neither database stores a null character.
    private static string? Bounded(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        return text.Truncated(MostCharacters).Replace("\0", "", StringComparison.Ordinal);
    }

    private enum Form
    {
        Other,
        Pdf,
        Zip,
        Ole,
        Plain,
    }

    private static async Task<Form> FormOfAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var start = new byte[16];
        var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return FormOf(start.AsSpan(0, read), file.Length);
    }

    private static Form FormOf(ReadOnlySpan<byte> start, long size) =>
        start.StartsWith("%PDF-"u8) ? Form.Pdf
        : start.StartsWith("PK\u0003\u0004"u8) ? size <= DocxReader.MaxFileBytes ? Form.Zip : Form.Other
        : start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? size <= LargestOle ? Form.Ole : Form.Other
        : size > LargestText || IsBinary(start) ? Form.Other : Form.Plain;

    // Most photos and films tell it by their first bytes, and need not be read.
    private static bool IsBinary(ReadOnlySpan<byte> start) =>
        start is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && start.IndexOfAnyInRange((byte)0, (byte)8) >= 0 || start is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];
}
