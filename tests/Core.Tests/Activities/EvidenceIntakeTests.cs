using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Mingce.Core.Activities;
using Mingce.Core.Storage;
using Testing;

namespace Core.Tests.Activities;

/// <summary>Files from outside whose header or name is made to do harm: the bytes are kept, nothing else happens.</summary>
public sealed class EvidenceIntakeTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[]> HostileHeaders => new()
    {
        { "chunk of 2 GB.png", [.. Png(8), 0x7F, 0xFF, 0xFF, 0xFF, .. "zTXtx"u8] },
        { "cut.png", [0x89, .. "PNG\r\n"u8] },
        { "extended XMP of 2 GB.jpg", Jpeg(
            "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
                + $"xmlns:n=\"http://ns.adobe.com/xmp/note/\" n:HasExtendedXMP=\"{new string('A', 32)}\"/></rdf:RDF></x:xmpmeta>",
            $"http://ns.adobe.com/xmp/extension/\0{new string('A', 32)}\u007f\u007f\u007f\u007f\0\0\0\0x") },
        { "chunk of 2 GB.webp", [.. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0x7F, .. "WEBPEXIF"u8, 0xF0, 0xFF, 0xFF, 0x7F, 1, 2, 3] },
    };

    [Theory]
    [MemberData(nameof(HostileHeaders))]
    public async Task Keep_HostileHeader_IsKeptAsAPhoto(string name, byte[] bytes)
    {
        var evidence = await KeepAsync(name, bytes);
        evidence.MediaType.ShouldStartWith("image/");
        evidence.Size.ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task Keep_PngWithPackedText_IsNotInflated()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 256; i++)
            {
                zip.Write(zeros);
            }
        }
        byte[] text = [.. "Comment\0\0"u8, .. packed.ToArray()];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        var before = GC.GetTotalAllocatedBytes();

        var evidence = await KeepAsync("a.png", [.. Png(60_000), .. length, .. "zTXt"u8, .. text, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82]);

        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(100 << 20);
        (evidence.Width, evidence.Height).ShouldBe((60_000, 60_000));
    }

    [Fact]
    public async Task Keep_LongNameOfEmoji_IsNotCutWithinACharacter()
    {
        var evidence = await KeepAsync(string.Concat(Enumerable.Repeat("😀", 150)) + "a.txt", [1]);
        evidence.FileName.Length.ShouldBeInRange(190, 200);
        evidence.FileName.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    [Fact]
    public async Task Keep_NameWithMarkOfDirectionOrLineBreak_LosesIt()
    {
        (await KeepAsync("照片\u202Egpj.txt", [1])).FileName.ShouldBe("照片gpj.txt");
        (await KeepAsync("a\r\nSet-Cookie: b\"'\0.txt", [1])).FileName.ShouldBe("aSet-Cookie: b\"'.txt");
    }

    private async Task<Evidence> KeepAsync(string name, byte[] bytes)
    {
        var activity = new Activity { UnitId = Guid.CreateVersion7(), Title = "活动", EnteredAt = new TestClock().Now };
        return await EvidenceIntake.KeepAsync(new EvidenceStore(folder.Path), activity, name, new MemoryStream(bytes), isScreenshot: false, new TestClock().Now, CancellationToken.None);
    }

    private static byte[] Png(int side)
    {
        byte[] bytes = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), side);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), side);
        return bytes;
    }

    private static byte[] Jpeg(params string[] segments) =>
    [
        0xFF, 0xD8,
        .. segments.SelectMany(s => (byte[])[0xFF, 0xE1, (byte)((s.Length + 2) >> 8), (byte)(s.Length + 2), .. Encoding.ASCII.GetBytes(s)]),
        0xFF, 0xD9,
    ];
}
