using System.Text;

namespace Mingce.Rules.Reading;

/// <summary>A decoded text.</summary>
/// <param name="Text">The characters, a byte order mark included, so that offsets count it.</param>
/// <param name="Encoding">The encoding taken: "UTF-8", "UTF-8 BOM" or "GB18030".</param>
public sealed record DecodedText(string Text, string Encoding);

/// <summary>Turns the bytes of a text file into text: UTF-8 with or without a byte order mark, else GB18030 (which includes GBK and GB2312).</summary>
public static class TextDecoder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Decodes a whole file.</summary>
    /// <exception cref="UnreadableTextException">The file is empty, is no text, or is in another encoding.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new UnreadableTextException("文件是空的，没有可读的文字。请检查是否选错文件，或重新导出后再试。");
        if (bytes.Contains((byte)0))
            throw NotText();
        var hasMark = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        var decoded = TryDecode(Utf8, bytes, out _) is { } utf8
            ? new DecodedText(utf8, hasMark ? "UTF-8 BOM" : "UTF-8")
            : TryDecode(Gb18030, bytes, out var error) is { } gb ? new DecodedText(gb, "GB18030")
            : throw new UnreadableTextException("无法识别文件的编码。请用记事本或 WPS 打开，另存为 UTF-8 编码的文本文件后再试。", error);
        if (decoded.Text.Any(IsBinary))
            throw NotText();
        if (decoded.Text.All(c => char.IsWhiteSpace(c) || c == '\uFEFF'))
            throw new UnreadableTextException("文件中只有空白，没有可读的文字。请检查是否选错文件，或重新导出后再试。");
        return decoded;
    }

    /// <summary>Control characters other than tab, line ends and form feed do not stand in a report.</summary>
    private static bool IsBinary(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f');

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
