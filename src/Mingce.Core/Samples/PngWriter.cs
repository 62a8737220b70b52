using System.Buffers.Binary;
using System.IO.Compression;

namespace Mingce.Core.Samples;

/// <summary>Writes pictures of up to 256 colours as PNG (ISO/IEC 15948).</summary>
internal static class PngWriter
{
    private const byte BitDepth = 8;
    private const byte IndexedColour = 3;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    /// <param name="width">Pixels in a row.</param>
    /// <param name="pixels">Row after row, each pixel the number of its colour.</param>
    /// <param name="palette">Colours as 0xRRGGBB.</param>
    public static byte[] Write(int width, ReadOnlySpan<byte> pixels, IReadOnlyList<int> palette)
    {
        using var output = new MemoryStream();
        output.Write(Signature);

        Span<byte> header = stackalloc byte[13]; // compression, filter and interlace method stay 0
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], pixels.Length / width);
        (header[8], header[9]) = (BitDepth, IndexedColour);
        WriteChunk(output, "IHDR"u8, header);

        WriteChunk(output, "PLTE"u8, [.. palette.SelectMany(colour => new[] { (byte)(colour >> 16), (byte)(colour >> 8), (byte)colour })]);
        WriteChunk(output, "IDAT"u8, Compress(width, pixels));
        WriteChunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static byte[] Compress(int width, ReadOnlySpan<byte> pixels)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var start = 0; start < pixels.Length; start += width)
            {
                zlib.WriteByte(0); // the row is not filtered
                zlib.Write(pixels.Slice(start, width));
            }
        }
        return output.ToArray();
    }

    private static void WriteChunk(MemoryStream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, uint.MaxValue)));
        output.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var value in data)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }
        return crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }
        return crc;
    }
}
