using System.Buffers;
using System.Security.Cryptography;

namespace Mingce.Core.Storage;

/// <summary>What was kept: the hash is the name.</summary>
public sealed record StoredFile(string Sha256, long Size);

/// <summary>Original bytes under the SHA-256 of their content: DATA/evidence/ab/abcd…; never changed; deleted only by <see cref="Destroy"/>, and where no row ever came of them.</summary>
public sealed class EvidenceStore
{
    public const long LargestFile = 200L << 20;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private readonly string root;
    private readonly string derivedRoot;
    private readonly Lock placing = new();

    public EvidenceStore(string dataFolder)
    {
        root = Path.Combine(dataFolder, "evidence");
        Incoming = Path.Combine(root, "incoming");
        derivedRoot = Path.Combine(dataFolder, "derived");
        DurableFile.CreatePrivateDirectory(root);
        DurableFile.CreatePrivateDirectory(Incoming);
    }

    /// <summary>The folder of what is not kept yet, cleared by <see cref="ClearIncoming"/>.</summary>
    public string Incoming { get; }

    /// <summary>Keeps the bytes durably. Only after this returns may the row be committed, and only after that the answer be given.</summary>
    /// <param name="look">Looks at the bytes, in a file of this path, before they are kept; what it throws keeps nothing.</param>
    /// <exception cref="UserFaultException">Too large, or the disk is full; nothing is kept.</exception>
    public async Task<StoredFile> KeepAsync(Stream content, CancellationToken cancellation, Func<string, Task>? look = null)
    {
        var temporary = Path.Combine(Incoming, $"{Guid.CreateVersion7():n}.part");
        try
        {
            StoredFile file;
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file = await CopyAsync(content, stream, cancellation);
                // A failed fsync is never retried: the kernel may have dropped the pages. The file goes, the user hears of it.
                stream.Flush(flushToDisk: true);
            }
            if (look is not null)
            {
                await look(temporary);
            }
            var target = PathOf(file.Sha256);
            DurableFile.CreateDirectory(Path.GetDirectoryName(target)!);
            lock (placing)
                File.Move(temporary, target, overwrite: true);
            DurableFile.SyncDirectory(Path.GetDirectoryName(target)!);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserFaultException($"佐证材料未保存。{Faults.Explain(e)}", e);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>A file for a passing result, on the same disk; gone when it is closed.</summary>
    public FileStream NewScratchFile() => new(
        Path.Combine(Incoming, $"{Guid.CreateVersion7():n}.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    /// <summary>销毁: overwrites the bytes once and removes them, with everything derived of them.</summary>
    public void Destroy(string sha256)
    {
        Overwrite(PathOf(sha256));
        // Afterwards: whoever just makes a small copy looks whether the original is still there when it is made.
        var folder = Path.Combine(derivedRoot, sha256[..2]);
        string[] derived = Directory.Exists(folder) ? Directory.GetFiles(folder, sha256 + "*") : [];
        Array.ForEach(derived, Overwrite);

        static void Overwrite(string file)
        {
            if (!File.Exists(file))
            {
                return;
            }
            using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
            {
                var zeros = new byte[1 << 16];
                for (var left = stream.Length; left > 0; left -= zeros.Length)
                {
                    stream.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
                }
                stream.Flush(flushToDisk: true);
            }
            File.Delete(file);
            DurableFile.SyncDirectory(Path.GetDirectoryName(file)!);
        }
    }

    public string PathOf(string sha256) =>
        IsHash(sha256) ? Path.Combine(root, sha256[..2], sha256) : throw new ArgumentException("Not a SHA-256 in lower-case hex", nameof(sha256));

    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>Copies the kept bytes out and checks them against their name on the way.</summary>
    /// <returns>The number of bytes.</returns>
    /// <exception cref="CorruptEvidenceException">The bytes are not those that were kept, or are gone.</exception>
    public async Task<long> CopyToAsync(string sha256, Stream target, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(sha256)))
        {
            throw new CorruptEvidenceException(sha256);
        }
        await using var source = Open(sha256);
        var copied = await CopyAsync(source, target, cancellation);
        return copied.Sha256 == sha256 ? copied.Size : throw new CorruptEvidenceException(sha256);
    }

    /// <summary>Removes bytes to which no row refers, unless they came in again meanwhile and their row is still to be committed.</summary>
    /// <param name="before">Only what was written before this UTC time.</param>
    /// <returns>Whether they are gone.</returns>
    public bool RemoveUnused(string sha256, DateTime before)
    {
        var path = PathOf(sha256);
        lock (placing)
        {
            if (File.GetLastWriteTimeUtc(path) >= before)
                return false;
            File.Delete(path);
        }
        return true;
    }

    /// <summary>Removes what a killed program had not finished. Only the one writer of the folder may call it.</summary>
    public void ClearIncoming()
    {
        foreach (var left in Directory.EnumerateFiles(Incoming))
        {
            File.Delete(left);
        }
    }

    /// <summary>Hashes of all kept files.</summary>
    public IEnumerable<string> List() => Directory.EnumerateDirectories(root)
        .Where(d => Path.GetFileName(d).Length == 2)
        .SelectMany(Directory.EnumerateFiles).Select(f => Path.GetFileName(f));

    private static async Task<StoredFile> CopyAsync(Stream source, Stream target, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 18];
        long size = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
        {
            size += read;
            if (size > LargestFile)
            {
                throw new UserFaultException($"文件超过 {LargestFile >> 20} MB，未保存。请压缩或拆分后再上传。");
            }
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
    }

    private static bool IsHash(string text) => text.Length == 64 && text.AsSpan().IndexOfAnyExcept(HexDigits) < 0;
}

/// <summary>Kept bytes no longer match their hash.</summary>
public sealed class CorruptEvidenceException(string sha256)
    : UserFaultException($"佐证文件 {sha256} 缺失或内容已变，请运行 fsck --read-data 查明，并从备份恢复。")
{
    public string Sha256 { get; } = sha256;
}
