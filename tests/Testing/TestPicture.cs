using System.Buffers.Binary;
using System.IO.Compression;
using Mingce.Core.Storage;

namespace Testing;

/// <summary>Pictures for tests: scenes of soft light and shapes that differ by their seed, and what people do to a copy of one.</summary>
public static class TestPicture
{
    public const int Width = 600;
    public const int Height = 450;

    /// <summary>The things that make a copy of a picture another file; {w} and {h} are its size.</summary>
    public static IReadOnlyList<(string Name, string[] Command)> Copies { get; } =
    [
        ("recompressed", ["vips", "copy", "IN", "OUT.jpg[Q=35]"]),
        ("half size", ["vips", "resize", "IN", "OUT.jpg[Q=80]", "0.5"]),
        ("larger", ["vips", "resize", "IN", "OUT.jpg[Q=85]", "1.4"]),
        ("as PNG", ["vips", "copy", "IN", "OUT.png"]),
        ("5% off all round", Crop(0.05, 0.05, 0.05, 0.05)),
        ("5% off the left", Crop(0.05, 0, 0, 0)),
        ("5% off the top", Crop(0, 0.05, 0, 0)),
        ("5% off right and bottom", Crop(0, 0, 0.05, 0.05)),
        ("3% off all round", Crop(0.03, 0.03, 0.03, 0.03)),
        ("brighter", ["vips", "linear", "IN", "OUT.jpg[Q=80]", "1.1", "8"]),
    ];

    /// <summary>A PNG of the seed's scene.</summary>
    public static byte[] Draw(int seed)
    {
        var state = (ulong)seed;
        var blobs = Enumerable.Range(0, 14).Select(_ => (X: Next(), Y: Next(), R: 0.05 + (Next() * 0.3), Light: (Next() * 220) - 110)).ToList();
        var boxes = Enumerable.Range(0, 8).Select(_ => (X: Next(), Y: Next(), W: Next() * 0.3, H: Next() * 0.3, Light: (Next() * 160) - 80)).ToList();
        var rows = new byte[Height * (1 + (Width * 3))];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                double u = (double)x / Width, v = (double)y / Height, light = 120 + (Next() * 16);
                foreach (var b in blobs)
                    light += b.Light * Math.Exp(-(((u - b.X) * (u - b.X)) + ((v - b.Y) * (v - b.Y))) / (b.R * b.R));
                foreach (var b in boxes)
                    light += u > b.X && u < b.X + b.W && v > b.Y && v < b.Y + b.H ? b.Light : 0;
                var at = (y * (1 + (Width * 3))) + 1 + (x * 3);
                (rows[at], rows[at + 1], rows[at + 2]) = (Shade(light), Shade(light * 0.95), Shade(light * 0.85));
            }
        }
        return Png(Width, Height, rows);

        // SplitMix64: the same numbers everywhere.
        double Next()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) / (double)(1UL << 53);
        }

        static byte Shade(double light) => (byte)Math.Clamp(light, 0, 255);
    }

    /// <summary>What becomes of a picture by one of the <see cref="Copies"/>.</summary>
    public static async Task<byte[]> CopyAsync(byte[] picture, string name)
    {
        using var folder = new TempFolder();
        var command = Copies.Single(c => c.Name == name).Command;
        var input = Path.Combine(folder.Path, "in.png");
        await File.WriteAllBytesAsync(input, picture);
        var (output, complaint) = await LimitedProcess.RunAsync(
            command[0], command[1..].Select(word => word.Replace("IN", input, StringComparison.Ordinal).Replace("OUT", Path.Combine(folder.Path, "out"), StringComparison.Ordinal)), 1 << 16, default);
        return output is null ? throw new InvalidOperationException(complaint) : await File.ReadAllBytesAsync(Directory.EnumerateFiles(folder.Path, "out.*").Single());
    }

    private static string[] Crop(double left, double top, double right, double bottom) =>
    [
        "vips", "crop", "IN", "OUT.jpg[Q=80]", $"{(int)(Width * left)}", $"{(int)(Height * top)}", $"{(int)(Width * (1 - left - right))}", $"{(int)(Height * (1 - top - bottom))}",
    ];

    private static byte[] Png(int width, int height, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(rows);
        var size = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(size, width);
        BinaryPrimitives.WriteInt32BigEndian(size.AsSpan(4), height);
        (size[8], size[9]) = (8, 2); // eight bits, red green blue
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR"u8, size), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] body = [.. type, .. data];
        var crc = uint.MaxValue;
        foreach (var b in body)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        var numbers = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(numbers, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(numbers.AsSpan(4), ~crc);
        return [.. numbers[..4], .. body, .. numbers[4..]];
    }
}
