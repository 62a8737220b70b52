using Mingce.Core.Activities;
using Mingce.Core.Texts;
using Mingce.Gongwen;
using Mingce.Rules.Reading;

namespace Mingce.Core.Intake;

/// <summary>The text of an old report, from .txt (UTF-8, UTF-16, GB18030), .docx or a .pdf that holds text.</summary>
/// <param name="Encoding">What the bytes were taken for, to be told to the user.</param>
public sealed record ReportFile(string Name, byte[] Bytes, string Text, string Encoding)
{
    /// <summary>What <see cref="Encoding"/> says of a .docx.</summary>
    public const string Docx = "docx";

    /// <summary>What <see cref="Encoding"/> says of a .pdf.</summary>
    public const string Pdf = "pdf";

    /// <summary>A long yearly report is under 1 MB; what is larger is something else. Reading a file of this size takes seconds and about 210 MB.</summary>
    public const long LargestFile = 12 << 20;

    private const int MostPages = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A .doc, or a .docx with a password: the reader of .docx says which.
    private static ReadOnlySpan<byte> OleHeader => [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="UserFaultException">Missing, no file, too large, empty, binary, encrypted or damaged; the message names the file.</exception>
    public static async Task<ReportFile> OpenAsync(string path)
    {
        var file = new FileInfo(path);
        if (Directory.Exists(path))
        {
            throw new UserFaultException($"{path} 是文件夹，请指定其中的 .txt、.docx 或 .pdf 文件。");
        }
        if (!file.Exists)
        {
            throw new UserFaultException($"找不到文件 {path}，请检查文件名。");
        }
        if (file.Length > LargestFile)
        {
            throw new UserFaultException($"{path} 有 {file.Length >> 20} MB，超过 {LargestFile >> 20} MB。请只保留总结的文字部分后重试。");
        }
        try
        {
            return await OfAsync(file.Name, await Task.Run(() => ReadBounded(path, (int)file.Length)).WaitAsync(Patience), CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserFaultException($"{path}：{Faults.Explain(e)}", e);
        }
        catch (TimeoutException e)
        {
            // A pipe that nobody writes to, or a share that does not answer.
            throw new UserFaultException($"{path} 在 {Patience.TotalSeconds} 秒内没有读完，可能不是普通文件，或所在磁盘没有响应。请把文件复制到本机后重试。", e);
        }
    }

    // A device or a pipe says nothing of its length.
    private static byte[] ReadBounded(string path, int length)
    {
        using var source = File.OpenRead(path);
        using var bytes = new MemoryStream(length);
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                throw new UserFaultException($"{path} 超过 {LargestFile >> 20} MB。请只保留总结的文字部分后重试。");
            }
        }
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }

    /// <summary>A text that is pasted.</summary>
    public static ReportFile OfText(string text) => new("粘贴的文字", System.Text.Encoding.UTF8.GetBytes(text), text, "UTF-8");

    /// <summary>A report that speaks of 保密教育 carries no mark.</summary>
    /// <exception cref="UserFaultException">The name or the text carries one.</exception>
    public void RefuseSecrecyMarks()
    {
        EvidenceIntake.RefuseSecrecyMarks(Name);
        if (SecrecyMarks.InText(Text) is { } mark)
        {
            throw new UserFaultException($"文中有“{mark}”标志，未保存。涉密和内部材料不得录入，请改用不含此类内容的总结。");
        }
    }

    /// <summary>Reads every form; a .pdf by a child process.</summary>
    /// <exception cref="UserFaultException">Empty, binary, encrypted, damaged, or a scan without text.</exception>
    public static async Task<ReportFile> OfAsync(string name, byte[] bytes, CancellationToken cancellation) =>
        bytes.AsSpan().StartsWith("%PDF-"u8) ? new ReportFile(name, bytes, await ReadPdfAsync(name, bytes, cancellation), Pdf) : Of(name, bytes);

    private static async Task<string> ReadPdfAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        if (!PdfText.IsSupported)
        {
            throw new UserFaultException($"{name}：本机未安装 pdftotext（软件包 poppler-utils），不能读取 PDF。请安装后重试，或改用 .docx、.txt 文件。");
        }
        // The reader wants a file; this one is its owner's only, and gone when it has been read.
        var folder = Directory.CreateTempSubdirectory("mingce-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllBytesAsync(file, bytes, cancellation);
            var text = await PdfText.ReadAsync(file, MostPages, cancellation)
                ?? throw new UserFaultException($"{name}：PDF 设有口令、已损坏或过大，不能读取。请另存为不带口令的文件，或改用 .docx、.txt 文件。");
            return string.IsNullOrWhiteSpace(text)
                ? throw new UserFaultException($"{name}：PDF 中没有文字，可能是扫描件。请先识别为文字，或改用有文字的文件。")
                : text;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads text and .docx.</summary>
    /// <exception cref="UserFaultException">Empty, binary, encrypted or damaged.</exception>
    public static ReportFile Of(string name, byte[] bytes)
    {
        try
        {
            if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith(OleHeader))
            {
                using var stream = new MemoryStream(bytes, writable: false);
                var text = DocxReader.ReadText(stream);
                return string.IsNullOrWhiteSpace(text)
                    ? throw new UserFaultException($"{name}：文档中没有文字，可能只有图片（扫描件）。请先识别为文字，或改用有文字的文件。")
                    : new ReportFile(name, bytes, text, Docx);
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
