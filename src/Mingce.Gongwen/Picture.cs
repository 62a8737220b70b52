namespace Mingce.Gongwen;

/// <summary>
/// A picture with its caption beneath. PNG and JPEG are taken as they are; their size is read from the header and no decoder runs.
/// What the file carries besides (place and time of a photo) goes into the document too.
/// </summary>
public sealed record Picture : Block
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 32 << 20;

    /// <summary>The most pixels.</summary>
    public const long MaxPixels = 100_000_000;

    /// <param name="data">The file.</param>
    /// <param name="caption">图片说明; line feeds separate its lines; may be empty.</param>
    /// <exception cref="ArgumentException">Neither PNG nor JPEG, damaged, or beyond a limit; the message says what to do.</exception>
    public Picture(ReadOnlyMemory<byte> data, string caption = "")
    {
        if (data.Length > MaxBytes) throw new ArgumentException($"图片超过 {MaxBytes >> 20} MB，请压缩后重试。", nameof(data));
        Header = PictureHeader.Read(data.Span) ?? throw new ArgumentException("图片不是 PNG 或 JPEG，或者已损坏。请另存为 JPEG 后重试。", nameof(data));
        if ((long)Header.Width * Header.Height > MaxPixels) throw new ArgumentException($"图片超过 {MaxPixels / 1_000_000} 兆像素，请缩小后重试。", nameof(data));
        Data = data;
        Caption = PlainText.Clean(caption, keepLineBreaks: true);
    }

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>图片说明; line feeds separate its lines; may be empty.</summary>
    public string Caption { get; }

    /// <summary>One picture to a page, as large as the page allows; else it stands in the text at its own size (96 dots to the inch), made smaller where needed.</summary>
    public bool OnOwnPage { get; init; }

    /// <summary>What its header says.</summary>
    internal PictureHeader Header { get; }
}
