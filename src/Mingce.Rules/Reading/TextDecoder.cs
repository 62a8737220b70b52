using System.Buffers;
using System.Text;

namespace Mingce.Rules.Reading;

/// <summary>A decoded text.</summary>
/// <param name="Text">The characters, a byte order mark included, so that offsets count it.</param>
/// <param name="Encoding">The encoding taken: "UTF-8", "UTF-8 BOM", "UTF-16 LE", "UTF-16 BE" or "GB18030".</param>
public sealed record DecodedText(string Text, string Encoding);

/// <summary>
/// Turns the bytes of a text file into text: UTF-8, UTF-16 by its byte order mark, else GB18030 (which includes GBK and GB2312).
/// What decodes by chance only is refused: no reader notices a wrong code page from facts that are missing.
/// </summary>
public static class TextDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>So many Chinese characters before the first fault come about in no other encoding.</summary>
    private const int SurelyUtf8 = 4;

    /// <summary>Control characters other than tab, line ends and form feed do not stand in a report. No encoding of Chinese uses these bytes for anything else.</summary>
    private static readonly SearchValues<byte> ControlBytes =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Append(0x7F).Select(b => (byte)b).Except("\t\n\r\f"u8.ToArray())]);

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f'))]);

    /// <summary>Decodes a whole file.</summary>
    /// <exception cref="UnreadableTextException">The file is empty, is no text, or is in another encoding.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new UnreadableTextException("文件是空的，没有可读的文字。请检查是否选错文件，或重新导出后再试。");
        var decoded = bytes switch
        {
            [0xFF, 0xFE, ..] and not [_, _, 0, 0, ..] => new(DecodeAs(Utf16, bytes), "UTF-16 LE"),
            [0xFE, 0xFF, ..] => new(DecodeAs(Utf16BigEndian, bytes), "UTF-16 BE"),
            _ => DecodeBytes(bytes),
        };
        if (decoded.Text.AsSpan().ContainsAny(Controls))
            throw NotText();
        if (decoded.Text.AsSpan().Trim('\uFEFF').IsWhiteSpace())
            throw new UnreadableTextException("文件中只有空白，没有可读的文字。请检查是否选错文件，或重新导出后再试。");
        return decoded;
    }

    private static DecodedText DecodeBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.ContainsAny(ControlBytes) || bytes.StartsWith("%PDF-"u8) || bytes.StartsWith("{\\rtf"u8))
            throw NotText();
        var utf8 = TryDecode(Utf8, bytes, out var damage);
        if (utf8 is not null)
            return new(utf8, bytes is [0xEF, 0xBB, 0xBF, ..] ? "UTF-8 BOM" : "UTF-8");
        var sound = bytes[..Math.Max(0, damage!.Index)];
        if (Utf8.GetString(sound).Count(Han.IsHan) >= SurelyUtf8)
            throw new UnreadableTextException($"文件是 UTF-8 编码，但第 {sound.Length + 1} 个字节起已损坏或不完整。请重新导出或重新下载后再试。", damage);
        var gb18030 = DecodeAs(Gb18030, bytes);
        return IsUsualGb18030(bytes)
            ? new(gb18030, "GB18030")
            : throw new UnreadableTextException("文件不是 UTF-8 编码，按 GB18030 解码后多为生僻字，可能是其他编码（如 Big5）或已损坏。请用记事本或 WPS 打开，另存为 UTF-8 编码的文本文件后再试。");
    }

    /// <summary>Whether at least half of the Chinese characters are of the 3755 usual ones, which in ordinary text are nearly all.</summary>
    private static bool IsUsualGb18030(ReadOnlySpan<byte> bytes)
    {
        var (all, usual) = (0, 0);
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            var (lead, trail) = (bytes[i++], bytes[i]);
            // Marks and full-width letters stand below 0xB0 in both bytes; four bytes are one rare character.
            if (trail is >= (byte)'0' and <= (byte)'9')
                i += 2;
            else if (lead is >= 0xA1 and < 0xAA && trail >= 0xA1)
                continue;
            all++;
            usual += lead is >= 0xB0 and <= 0xD7 && trail >= 0xA1 ? 1 : 0;
        }
        return usual * 2 >= all;
    }

    private static string DecodeAs(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        TryDecode(encoding, bytes, out var error)
            ?? throw new UnreadableTextException("无法识别文件的编码。请用记事本或 WPS 打开，另存为 UTF-8 编码的文本文件后再试。", error);

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes, out DecoderFallbackException? error)
    {
        error = null;
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            error = exception;
            return null;
        }
    }

    private static UnreadableTextException NotText() =>
        new("这不是文本文件。请选择 .txt 或 .docx 格式的工作总结；其他格式请先另存为其中一种。");
}
