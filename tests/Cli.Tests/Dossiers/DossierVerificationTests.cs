using System.IO.Compression;
using System.Text;
using Mingce.Core;

namespace Cli.Tests.Dossiers;

public sealed class DossierVerificationTests
{
    [Fact]
    public async Task Verify_AnyFlippedBit_IsFound()
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        await folder.WriteAsync(standards: 1);
        var bytes = await File.ReadAllBytesAsync(folder.Zip);
        var unseen = new List<int>();
        for (var i = 0; i < bytes.Length; i++)
        {
            // Another bit at each place: the lowest, and the one that turns a letter into a capital, among them.
            var bit = (byte)(1 << (i % 8));
            bytes[i] ^= bit;
            await File.WriteAllBytesAsync(folder.Zip, bytes);
            bytes[i] ^= bit;
            try
            {
                if (await DossierFolder.VerifyAsync(folder.Zip) is null) unseen.Add(i);
            }
            catch (UserFaultException)
            {
                // no zip any more
            }
        }
        unseen.ShouldBeEmpty();
        await File.WriteAllBytesAsync(folder.Zip, bytes);
        (await DossierFolder.VerifyAsync(folder.Zip)).ShouldBeNull();
    }

    public static TheoryData<string, string, string> Tamperings => new()
    {
        { "swap", "content", "现场照片1.jpg" },
        { "rename", "missing", "现场照片1.jpg" },
        { "remove", "missing", "签到表.pdf" },
        { "extra", "extra", "多余.txt" },
        { "duplicate", "name", "index.html" },
        { "duplicate-case", "name", "INDEX.html" },
        { "shorten", "size", "签到表.pdf" },
        { "manifest-edited", "missing", "改名.jpg" },
        { "manifest-broken", "manifest", "manifest.json" },
        { "manifest-removed", "missing", "manifest.json" },
        { "recompressed", "seal", "封签" },
        { "append", "structure", "多出 4 字节" },
        { "prepend", "structure", "多出 4 字节" },
        { "truncate", "structure", "末尾缺少 10 字节" },
        { "half", "structure", "截断" },
        { "overlap", "structure", "所占字节超出" },
    };

    [Theory]
    [MemberData(nameof(Tamperings))]
    public async Task Verify_Tampered_NamesTheFirstFault(string how, string code, string told)
    {
        await using var folder = await DossierFolder.CreateAsync();
        await folder.FillAsync();
        await folder.WriteAsync();
        Tamper(folder.Zip, how);
        var fault = await DossierFolder.VerifyAsync(folder.Zip);
        fault.ShouldNotBeNull();
        fault.Code.ShouldBe(code);
        $"{fault.Where} {fault.Found}".ShouldContain(told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("这不是压缩包，只是一段文字。")]
    public async Task Verify_NoZip_IsBadInput(string content)
    {
        await using var folder = await DossierFolder.CreateAsync();
        await File.WriteAllTextAsync(folder.Zip, content);
        await Should.ThrowAsync<UserFaultException>(() => DossierFolder.VerifyAsync(folder.Zip));
    }

    [Fact]
    public async Task Verify_OrdinaryZip_LacksTheManifest()
    {
        await using var folder = await DossierFolder.CreateAsync();
        using (var zip = ZipFile.Open(folder.Zip, ZipArchiveMode.Create))
        {
            zip.CreateEntry("a.txt");
        }
        (await DossierFolder.VerifyAsync(folder.Zip))!.Where.ShouldBe("manifest.json");
    }

    private static void Tamper(string file, string how)
    {
        var bytes = File.ReadAllBytes(file);
        switch (how)
        {
            case "append":
                File.WriteAllBytes(file, [.. bytes, 0, 0, 0, 0]);
                return;
            case "prepend":
                File.WriteAllBytes(file, [0, 0, 0, 0, .. bytes]);
                return;
            case "truncate":
                File.WriteAllBytes(file, bytes[..^10]);
                return;
            case "half":
                File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                return;
            case "overlap":
                Overlap(bytes);
                File.WriteAllBytes(file, bytes);
                return;
        }
        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        var photo = zip.Entries.Single(e => e.FullName.EndsWith("现场照片1.jpg", StringComparison.Ordinal));
        var list = zip.Entries.Single(e => e.FullName.EndsWith("签到表.pdf", StringComparison.Ordinal));
        switch (how)
        {
            case "swap":
                var (first, second) = (Read(photo), Read(list));
                Replace(zip, photo.FullName, second.PadRight(300));
                Replace(zip, list.FullName, first[..8]);
                break;
            case "rename":
                Add(zip, photo.FullName.Replace("照片1", "照片2"), Read(photo));
                photo.Delete();
                break;
            case "remove":
                list.Delete();
                break;
            case "extra":
                Add(zip, "多余.txt", "");
                break;
            case "duplicate":
                Add(zip, "index.html", "");
                break;
            case "duplicate-case":
                Add(zip, "INDEX.html", "");
                break;
            case "shorten":
                Replace(zip, list.FullName, "%PDF");
                break;
            case "manifest-edited":
                Replace(zip, "manifest.json", Read(zip.GetEntry("manifest.json")!).Replace("现场照片1.jpg", "改名.jpg"));
                break;
            case "manifest-broken":
                Replace(zip, "manifest.json", "{}");
                break;
            case "manifest-removed":
                zip.GetEntry("manifest.json")!.Delete();
                break;
            case "recompressed":
                Replace(zip, "index.html", Read(zip.GetEntry("index.html")!));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how));
        }
    }

    /// <summary>Lets the directory claim that the first file is as long as the zip.</summary>
    private static void Overlap(byte[] bytes)
    {
        var end = bytes.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var entry = BitConverter.ToInt32(bytes, end + 16);
        BitConverter.TryWriteBytes(bytes.AsSpan(entry + 20), bytes.Length + 1);
        BitConverter.TryWriteBytes(bytes.AsSpan(entry + 24), bytes.Length + 1);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static void Replace(ZipArchive zip, string name, string content)
    {
        zip.GetEntry(name)!.Delete();
        Add(zip, name, content);
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.Latin1.GetBytes(content.All(c => c < 256) ? content : ""));
        if (content.Any(c => c >= 256)) stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
