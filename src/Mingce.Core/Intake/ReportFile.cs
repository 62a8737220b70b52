using Mingce.Gongwen;
using Mingce.Rules.Reading;

namespace Mingce.Core.Intake;

/// <summary>The text of an old report, from .txt (UTF-8, GB18030) or .docx.</summary>
/// <param name="Encoding">What the bytes were taken for, to be told to the user.</param>
public sealed record ReportFile(string Name, byte[] Bytes, string Text, string Encoding)
{
    /// <summary>What <see cref="Encoding"/> says of a .docx.</summary>
    public const string Docx = "docx";

    /// <summary>A long yearly report is under 1 MB; what is larger is something else.</summary>
    public const long LargestFile = 32 << 20;

    // A .doc, or a .docx with a password: the reader of .docx says which.
    private static ReadOnlySpan<byte> OleHeader => [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="UserFaultException">Missing, too large, empty, binary, encrypted or damaged.</exception>
    public static ReportFile Open(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UserFaultException($"找不到文件 {path}，请检查文件名。");
        }
        if (file.Length > LargestFile)
        {
            throw new UserFaultException($"{path} 有 {file.Length >> 20} MB，超过 {LargestFile >> 20} MB。请只保留总结的文字部分后重试。");
        }
        return Of(file.Name, ReadBounded(path));
    }

    // A device or a pipe says nothing of its length.
    private static byte[] ReadBounded(string path)
    {
        using var source = File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                throw new UserFaultException($"{path} 超过 {LargestFile >> 20} MB。请只保留总结的文字部分后重试。");
            }
        }
        return bytes.ToArray();
    }

    /// <exception cref="UserFaultException">Empty, binary, encrypted or damaged.</exception>
    public static ReportFile Of(string name, byte[] bytes)
    {
        try
        {
            if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith(OleHeader))
            {
                using var stream = new MemoryStream(bytes, writable: false);
                return new ReportFile(name, bytes, DocxReader.ReadText(stream), Docx);
            }
            var decoded = TextDecoder.Decode(bytes);
            return new ReportFile(name, bytes, decoded.Text, decoded.Encoding);
        }
        catch (Exception e) when (e is UnreadableTextException or UnreadableDocumentException)
        {
            throw new UserFaultException($"{name}：{e.Message}", e);
        }
    }
}
