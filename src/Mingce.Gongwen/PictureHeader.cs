using System.Buffers.Binary;

namespace Mingce.Gongwen;

/// <summary>What the header of a PNG or JPEG says.</summary>
/// <param name="Extension">png or jpeg.</param>
/// <param name="Width">Pixels across as stored, at least 1.</param>
/// <param name="Height">Pixels down as stored, at least 1.</param>
/// <param name="Orientation">EXIF 1–8: how it is to be turned when shown; 1 as stored.</param>
internal sealed record PictureHeader(string Extension, int Width, int Height, int Orientation)
{
    /// <summary>Whether it is shown lying on its side.</summary>
    public bool IsTurned => Orientation >= 5;

    /// <summary>Null when it is neither, or cut off.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> file) =>
        file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png(file)
        : file.StartsWith<byte>([0xFF, 0xD8]) ? Jpeg(file)
        : null;

    private static PictureHeader? Png(ReadOnlySpan<byte> file) => file.Length >= 33 && file[12..16].SequenceEqual("IHDR"u8)
        ? Of("png", BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]), 1)
        : null;

    // Segments FF xx length …, up to the frame header that holds the size.
    private static PictureHeader? Jpeg(ReadOnlySpan<byte> file)
    {
        var orientation = 1;
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF) // filling
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return null;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Of("jpeg", BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), orientation);
            if (marker == 0xE1) orientation = ExifOrientation(file.Slice(at + 4, length - 2)) ?? orientation;
            at += 2 + length;
        }
        return null;
    }

    private static PictureHeader? Of(string extension, uint width, uint height, int orientation) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new(extension, (int)width, (int)height, orientation) : null;

    // "Exif\0\0", then a TIFF header, then a directory of entries of 12 bytes.
    private static int? ExifOrientation(ReadOnlySpan<byte> segment)
    {
        const int Tag = 0x0112;
        if (!segment.StartsWith("Exif\0\0"u8) || segment.Length < 16) return null;
        var tiff = segment[6..];
        var isLittle = tiff.StartsWith("II"u8);
        var at = UInt32(tiff[4..]);
        if (at > tiff.Length - 2) return null;
        var entries = tiff[((int)at + 2)..];
        for (var left = UInt16(tiff[(int)at..]); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
        {
            if (UInt16(entries) == Tag && UInt16(entries[8..]) is >= 1 and <= 8 and var value) return value;
        }
        return null;

        ushort UInt16(ReadOnlySpan<byte> bytes) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

        uint UInt32(ReadOnlySpan<byte> bytes) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }
}
