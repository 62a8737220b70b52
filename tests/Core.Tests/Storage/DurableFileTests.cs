using System.Text;
using Mingce.Core;
using Mingce.Core.Storage;
using Testing;

namespace Core.Tests.Storage;

public sealed class DurableFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Write_NewAndExisting_HoldsTheNewBytes()
    {
        foreach (var text in new[] { "一", "二二" })
        {
            await DurableFile.WriteAsync(folder.File("报告.docx"), s => s.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask());
            (await File.ReadAllTextAsync(folder.File("报告.docx"))).ShouldBe(text);
        }
        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(1);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Write_FailsHalfway_LeavesWhatWasThere(bool existed)
    {
        var path = folder.File("报告.docx");
        if (existed)
        {
            await File.WriteAllTextAsync(path, "旧");
        }
        var fault = await Should.ThrowAsync<UserFaultException>(() => DurableFile.WriteAsync(path, async s =>
        {
            await s.WriteAsync(new byte[100_000]);
            throw new IOException("torn");
        }));
        fault.Message.ShouldContain("未写入");
        await Should.ThrowAsync<InvalidDataException>(() => DurableFile.WriteAsync(path, _ => throw new InvalidDataException()));

        Directory.GetFileSystemEntries(folder.Path).ShouldBe(existed ? [path] : []);
        File.Exists(path).ShouldBe(existed);
        if (existed)
        {
            (await File.ReadAllTextAsync(path)).ShouldBe("旧");
        }
    }

    [Fact]
    public async Task Write_NameOfFullLength_IsWritten()
    {
        var path = folder.File(new string('长', 85));
        await DurableFile.WriteAsync(path, s => s.WriteAsync(new byte[1]).AsTask());
        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public async Task Write_NameWithWildcard_DeletesNoOtherFile()
    {
        await File.WriteAllTextAsync(folder.File(".mine.x.part"), "我的");
        await DurableFile.WriteAsync(folder.File("*"), s => s.WriteAsync(new byte[1]).AsTask());
        File.Exists(folder.File(".mine.x.part")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/dev/full")]
    [InlineData("/dev/null")]
    [InlineData(".")]
    [InlineData("missing/报告.docx")]
    public async Task Write_NoPlaceForAFile_RefusedAndSaysWhy(string relative)
    {
        var path = Path.Combine(folder.Path, relative);
        await Should.ThrowAsync<UserFaultException>(() => DurableFile.WriteAsync(path, s => s.WriteAsync(new byte[1]).AsTask()));
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [OnTinyDisk]
    public async Task Write_DiskFull_SaysSoAndLeavesWhatWasThere()
    {
        using var disk = new TinyDisk();
        var path = Path.Combine(disk.Path, "报告.docx");
        await File.WriteAllTextAsync(path, "旧");

        var fault = await Should.ThrowAsync<UserFaultException>(() => DurableFile.WriteAsync(path, s => s.WriteAsync(new byte[2 * TinyDisk.Size]).AsTask()));

        fault.Message.ShouldContain("磁盘空间不足");
        Directory.GetFileSystemEntries(disk.Path).ShouldBe([path]);
        (await File.ReadAllTextAsync(path)).ShouldBe("旧");
    }
}
