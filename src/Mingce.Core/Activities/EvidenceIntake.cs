using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;
using Mingce.Core.Storage;
using Mingce.Core.Texts;
using Mingce.Rules.Pictures;

namespace Mingce.Core.Activities;

/// <summary>Takes a file in as evidence: marks of secrecy stop it before its bytes are kept; a photo's header is read, the photo is not decoded.</summary>
public static class EvidenceIntake
{
    private const int LongestLabel = 200;

    // Bytes of the start of a file that tell its type.
    private const int TellingBytes = 12;

    private static readonly HashSet<string> PictureEndings = new(StringComparer.OrdinalIgnoreCase)
        { ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".webp", ".heic", ".heif", ".bmp", ".tif", ".tiff" };

    private static readonly HashSet<string> ProgramEndings = new(StringComparer.OrdinalIgnoreCase)
        { ".exe", ".com", ".bat", ".cmd", ".msi", ".scr", ".pif", ".vbs", ".js", ".jar", ".ps1", ".sh", ".lnk", ".hta", ".dll", ".apk" };

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".wps"] = "application/vnd.ms-works",
        [".txt"] = "text/plain",
        [".mp4"] = "video/mp4",
        [".mov"] = "video/quicktime",
        [".zip"] = "application/zip",
    };

    /// <summary>Photos that every browser shows; the type is told from the bytes, never from the name.</summary>
    public static bool IsShownInline(string mediaType) => mediaType is "image/jpeg" or "image/png" or "image/gif" or "image/webp";

    /// <exception cref="UserFaultException">The file's name carries a mark of secrecy.</exception>
    public static void RefuseSecrecyMarks(string fileName)
    {
        if (SecrecyMarks.InName(fileName) is { } mark)
            throw new UserFaultException($"文件“{Label(fileName)}”的名称含有“{mark}”字样，未保存。涉密和内部材料不得上传，请改用“原件备查”登记其名称和存放处。");
    }

    /// <summary>Keeps the bytes durably after a look at the name and the first lines; of a photo nothing more is read.</summary>
    /// <param name="fileName">The client's name for the file, kept as a label only.</param>
    /// <param name="content">Can be read from its start.</param>
    /// <exception cref="UserFaultException">A mark of secrecy, a wrong type, an empty or too large file, or a full disk; nothing is kept.</exception>
    public static async Task<ReceivedFile> KeepFileAsync(EvidenceStore store, string fileName, Stream content, CancellationToken cancellation)
    {
        RefuseSecrecyMarks(fileName);
        var label = Label(fileName);
        var sniffed = await SniffAsync(content, label, cancellation);
        var stored = await store.KeepAsync(content, cancellation, path => SecrecyMarks.RefuseAsync(path, label, cancellation));
        return new(stored.Sha256, stored.Size, label, sniffed ?? MediaTypes.GetValueOrDefault(Path.GetExtension(label), "application/octet-stream"));
    }

    /// <summary>Keeps the bytes durably and describes them in a row, which the caller saves afterwards.</summary>
    /// <param name="fileName">The client's name for the file, kept as a label only; folders before it may tell the day of a photo.</param>
    /// <param name="isScreenshot">Whether a picture is a screenshot and no photo.</param>
    /// <exception cref="UserFaultException">A mark of secrecy, a wrong type, an empty or too large file, or a full disk; nothing is kept.</exception>
    public static async Task<Evidence> KeepAsync(
        EvidenceStore store, Activity activity, string fileName, Stream content, bool isScreenshot, DateTime now, CancellationToken cancellation) =>
        (await KeepAsync(store, fileName, content, now, cancellation)).ToEvidence(activity, isScreenshot, now);

    /// <summary>Keeps the bytes durably and says what they are.</summary>
    /// <param name="content">Can be read from its start.</param>
    /// <exception cref="UserFaultException">A mark of secrecy, a wrong type, an empty or too large file, or a full disk; nothing is kept.</exception>
    public static async Task<ReceivedFile> KeepAsync(EvidenceStore store, string fileName, Stream content, DateTime now, CancellationToken cancellation)
    {
        var file = await KeepFileAsync(store, fileName, content, cancellation);
        if (!file.IsPicture)
            return file;
        await using var kept = store.Open(file.Sha256);
        var header = ReadHeader(kept, file.MediaType);
        var day = PhotoDay.Read(header.CapturedAt, fileName, DateOnly.FromDateTime(OfficeCalendar.ToLocal(now)));
        return file with
        {
            CapturedAt = header.CapturedAt, Width = header.Width, Height = header.Height, PhotoOn = day?.Day, PhotoOnBasis = day?.Basis ?? PhotoDayBasis.None,
        };
    }

    // Some browsers send a whole path; control characters would break a header or a line of a list, marks of direction show gpj.exe as exe.jpg.
    private static string Label(string fileName)
    {
        var name = string.Concat(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes()
            .Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format))).Trim();
        if (name.Length > LongestLabel)
            name = name[(name.Length - LongestLabel + (char.IsLowSurrogate(name[^LongestLabel]) ? 1 : 0))..];
        return name.Length == 0 ? "未命名文件" : name;
    }

    private static async Task<string?> SniffAsync(Stream content, string label, CancellationToken cancellation)
    {
        var start = new byte[TellingBytes];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        content.Position = 0;
        if (read == 0)
            throw new UserFaultException($"文件“{label}”是空的，未保存。请核对后重新选择。");
        var type = Sniff(start.AsSpan(0, read));
        var ending = Path.GetExtension(label);
        if (PictureEndings.Contains(ending) && type?.StartsWith("image/", StringComparison.Ordinal) != true)
            throw new UserFaultException($"文件“{label}”的内容不是图片，未保存。请核对后重新选择；确为其他文件的，请先改正扩展名。");
        if (ProgramEndings.Contains(ending) || start is [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..])
            throw new UserFaultException($"文件“{label}”是程序，不能作为佐证材料，未保存。");
        return type;
    }

    private static string? Sniff(ReadOnlySpan<byte> start) =>
        start is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg"
        : start is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] ? "image/png"
        : start.StartsWith("GIF8"u8) ? "image/gif"
        : start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8) ? "image/webp"
        : start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8) && IsHeic(start[8..12]) ? "image/heic"
        : start is [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] ? "image/bmp"
        : start is [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] ? "image/tiff"
        : start.StartsWith("%PDF-"u8) ? "application/pdf"
        : null;

    private static bool IsHeic(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("mif1"u8);

    private static (DateTime? CapturedAt, int? Width, int? Height) ReadHeader(Stream photo, string mediaType)
    {
        try
        {
            if (mediaType == "image/png")
                return ReadPngHeader(photo);
            // Of a JPEG only the segments that are needed: extended XMP may declare gigabytes.
            var directories = mediaType == "image/jpeg"
                ? JpegMetadataReader.ReadMetadata(photo, [new JpegReader(), new ExifReader()])
                : ImageMetadataReader.ReadMetadata(photo);
            var exif = directories.OfType<ExifSubIfdDirectory>().FirstOrDefault();
            DateTime? capturedAt = exif is not null && exif.TryGetDateTime(ExifDirectoryBase.TagDateTimeOriginal, out var taken) ? taken : null;
            return (capturedAt, Size("Image Width"), Size("Image Height"));

            // Every format names them alike, each in its own directory; Exif's own may be of a preview.
            int? Size(string name) => directories.Where(d => d is not ExifDirectoryBase)
                .SelectMany(d => d.Tags.Where(t => t.Name == name).Select(t => d.TryGetInt32(t.Type, out var n) ? n : (int?)null))
                .FirstOrDefault(n => n > 0);
        }
#pragma warning disable CA1031 // The reader throws whatever it stumbles over in a file from outside.
        catch (Exception)
#pragma warning restore CA1031
        {
            return default; // A damaged header hides no photo: the bytes are kept as they are.
        }
    }

    // The first chunk holds the size. The reader of metadata would go on and inflate packed texts without a bound: 1 MB may hold 1 GB.
    private static (DateTime? CapturedAt, int? Width, int? Height) ReadPngHeader(Stream photo)
    {
        Span<byte> start = stackalloc byte[24];
        photo.ReadExactly(start);
        return (null, Side(start[16..]), Side(start[20..]));

        static int? Side(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadInt32BigEndian(at) is > 0 and var n ? n : null;
    }
}
