using System.Security.Cryptography;
using Mingce.Core;
using Mingce.Core.Storage;
using Testing;

namespace Core.Tests.Storage;

public sealed class EvidenceStoreTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly EvidenceStore store;

    public EvidenceStoreTests() => store = new EvidenceStore(folder.Path);

    public void Dispose() => folder.Dispose();

    [Theory, InlineData(0), InlineData(1), InlineData(300_000)]
    public async Task Keep_Bytes_UnderTheirHash(int size)
    {
        var bytes = RandomNumberGenerator.GetBytes(size);
        var kept = await KeepAsync(bytes);

        kept.ShouldBe(new StoredFile(Convert.ToHexStringLower(SHA256.HashData(bytes)), size));
        store.PathOf(kept.Sha256).ShouldBe(Path.Combine(folder.Path, "evidence", kept.Sha256[..2], kept.Sha256));
        (await ReadAsync(kept.Sha256)).ShouldBe(bytes);
        store.List().ShouldBe([kept.Sha256]);
        Incoming.ShouldBeEmpty();
    }

    [Fact]
    public async Task Keep_SameBytesAgain_IsOneFileAndMendsACorruptOne()
    {
        var kept = await KeepAsync([1, 2, 3]);
        await File.WriteAllBytesAsync(store.PathOf(kept.Sha256), [9]);
        (await KeepAsync([1, 2, 3])).ShouldBe(kept);
        (await ReadAsync(kept.Sha256)).ShouldBe([1, 2, 3]);
        store.List().ShouldBe([kept.Sha256]);
    }

    [Fact]
    public async Task CopyTo_ChangedOrMissingBytes_Noticed()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);
        var kept = await KeepAsync(bytes);
        var path = store.PathOf(kept.Sha256);
        byte[] changed = [(byte)~bytes[0], .. bytes[1..]];
        foreach (var damaged in new byte[][] { changed, bytes[..^1], [.. bytes, 0], [] })
        {
            await File.WriteAllBytesAsync(path, damaged);
            (await Should.ThrowAsync<CorruptEvidenceException>(() => ReadAsync(kept.Sha256))).Sha256.ShouldBe(kept.Sha256);
        }
        File.Delete(path);
        (await Should.ThrowAsync<CorruptEvidenceException>(() => ReadAsync(kept.Sha256))).Message.ShouldContain("fsck");
    }

    [Fact]
    public async Task Keep_TooLarge_RefusedAndNothingLeft()
    {
        (await Should.ThrowAsync<UserFaultException>(() => store.KeepAsync(new Zeros(EvidenceStore.LargestFile + 1), default))).Message.ShouldContain("200 MB");
        NothingIsKept();
    }

    [Fact]
    public async Task Keep_SourceBreaks_NothingLeft()
    {
        (await Should.ThrowAsync<UserFaultException>(() => store.KeepAsync(new Zeros(1 << 20, breaksAtEnd: true), default))).Message.ShouldContain("未保存");
        await Should.ThrowAsync<OperationCanceledException>(() => store.KeepAsync(new Zeros(1 << 20), new CancellationToken(canceled: true)));
        NothingIsKept();
    }

    [OnTinyDisk]
    public async Task Keep_DiskFull_SaysSoAndNothingLeft()
    {
        using var disk = new TinyDisk();
        var small = new EvidenceStore(disk.Path);
        (await Should.ThrowAsync<UserFaultException>(() => small.KeepAsync(new Zeros(2 * TinyDisk.Size), default))).Message.ShouldContain("磁盘空间不足");
        Directory.EnumerateFiles(disk.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85")]
    [InlineData("/3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task Open_NoHash_Refused(string name)
    {
        Should.Throw<ArgumentException>(() => store.PathOf(name));
        Should.Throw<ArgumentException>(() => store.Open(name));
        await Should.ThrowAsync<ArgumentException>(() => store.CopyToAsync(name, Stream.Null, default));
    }

    [Fact]
    public async Task ClearIncoming_LeftOfAKilledProgram_RemovedAndTheRestStays()
    {
        var kept = await KeepAsync([1]);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "evidence", "incoming", "x.part"), [2]);
        store.ClearIncoming();
        Incoming.ShouldBeEmpty();
        store.List().ShouldBe([kept.Sha256]);
    }

    private string[] Incoming => Directory.GetFiles(Path.Combine(folder.Path, "evidence", "incoming"));

    private Task<StoredFile> KeepAsync(byte[] bytes) => store.KeepAsync(new MemoryStream(bytes), default);

    private async Task<byte[]> ReadAsync(string sha256)
    {
        var copy = new MemoryStream();
        await store.CopyToAsync(sha256, copy, default);
        return copy.ToArray();
    }

    private void NothingIsKept() => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();

    /// <summary>As many zeros as asked, without holding them, and then perhaps a broken connection.</summary>
    private sealed class Zeros(long length, bool breaksAtEnd = false) : Stream
    {
        private long left = length;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (left == 0 && breaksAtEnd)
            {
                throw new IOException("connection reset");
            }
            var given = (int)Math.Min(left, count);
            Array.Clear(buffer, offset, given);
            left -= given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
