using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Mingce.Core.Dossiers;

/// <summary>What is wrong with a dossier: where, what was found and what is wanted.</summary>
/// <param name="Code">structure, name, missing, extra, size, content, manifest or seal.</param>
public sealed record DossierFault(string Code, string Where, string Found, string Wanted);

/// <summary>The first fault, or null; and the hash of the whole zip, to be held against the one stated beside it.</summary>
public sealed record DossierCheck(DossierFault? Fault, DossierManifest? Manifest, string Sha256, long Bytes);

/// <summary>
/// Proves a dossier byte by byte and file by file. The input may come from anywhere: nothing is unpacked, every size is bounded before it
/// is trusted, and memory does not grow with the files. Whoever can rewrite the whole zip can also seal it anew: the hash of
/// the whole, stated elsewhere, is what tells.
/// </summary>
public sealed class DossierVerification(string path)
{
    private const int LargestManifest = 64 << 20;

    /// <param name="progress">Told after each file: how many of how many.</param>
    /// <exception cref="UserFaultException">There is no such file, it is empty, or it is no zip at all.</exception>
    public async Task<DossierCheck> RunAsync(Action<int, int>? progress, CancellationToken cancellation = default)
    {
        if (!File.Exists(path))
        {
            throw new UserFaultException($"找不到文件 {path}，请检查文件名和位置。");
        }
        var sealing = Task.Run(() => ReadSealAsync(cancellation), cancellation);
        await using var file = OpenFile();
        var (fault, manifest) = await FindFaultAsync(file, progress, cancellation);
        var (sealedWith, wanted, sha256) = await sealing;
        fault ??= sealedWith == wanted ? null : new DossierFault("seal", "压缩包的目录、文件头或校验封签", sealedWith, wanted);
        return new DossierCheck(fault, manifest, sha256, file.Length);
    }

    private FileStream OpenFile() => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);

    private async Task<(string Found, string Wanted, string Whole)> ReadSealAsync(CancellationToken cancellation)
    {
        await using var file = OpenFile();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = Math.Max(0, file.Length - DossierWriter.SealLength);
        await DossierWriter.HashAsync(file, length, hash, cancellation);
        var wanted = DossierWriter.SealPrefix + Convert.ToHexStringLower(hash.GetCurrentHash());
        var found = new byte[file.Length - length];
        await file.ReadExactlyAsync(found, cancellation);
        hash.AppendData(found);
        return (Encoding.Latin1.GetString(found), wanted, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private async Task<(DossierFault? Fault, DossierManifest? Manifest)> FindFaultAsync(FileStream file, Action<int, int>? progress, CancellationToken cancellation)
    {
        if (ZipEnd.FindFault(file, path) is { } structure)
        {
            return (structure, null);
        }
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (FindNameFault(zip, file.Length) is { } name)
            {
                return (name, null);
            }
            var manifest = await ReadManifestAsync(zip, cancellation);
            return manifest is null
                ? (new DossierFault("manifest", DossierManifest.FileName, "内容已变或格式有误", "汇编时写入的清单"), null)
                : (FindListFault(zip, manifest) ?? await FindContentFaultAsync(zip, manifest, progress, cancellation), manifest);
        }
        // Whatever a reader of zips stumbles over: the file had the form of a zip, so it is a fault of it.
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException or OverflowException)
        {
            return (new DossierFault("structure", "压缩包目录", "结构已损坏，无法读取", "完整的压缩包"), null);
        }
    }

    private static DossierFault? FindNameFault(ZipArchive zip, long length)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var left = length;
        foreach (var entry in zip.Entries)
        {
            if (!names.Add(entry.FullName))
            {
                return new DossierFault("name", entry.FullName, "重名", "每个文件名只出现一次");
            }
            // More bytes than the zip has: entries that overlap, as in a bomb.
            left -= entry.CompressedLength;
            if (left < 0 || entry.IsEncrypted)
            {
                return new DossierFault("structure", entry.FullName, entry.IsEncrypted ? "已加密" : "所占字节超出压缩包", "汇编时写入的文件");
            }
        }
        return names.Contains(DossierManifest.FileName) ? null : new DossierFault("missing", DossierManifest.FileName, "缺少", "汇编时写入的清单");
    }

    private static async Task<DossierManifest?> ReadManifestAsync(ZipArchive zip, CancellationToken cancellation)
    {
        var entry = zip.GetEntry(DossierManifest.FileName);
        if (entry is null || entry.Length > LargestManifest)
        {
            return null;
        }
        var bytes = new byte[entry.Length];
        await using var content = entry.Open();
        try
        {
            await content.ReadExactlyAsync(bytes, cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
        return DossierManifest.Read(bytes);
    }

    private static DossierFault? FindListFault(ZipArchive zip, DossierManifest manifest)
    {
        var listed = new HashSet<string>();
        foreach (var file in manifest.Files)
        {
            if (!listed.Add(file.Path))
            {
                return new DossierFault("manifest", file.Path, "清单重复列出", "只列一次");
            }
            if (zip.GetEntry(file.Path) is null)
            {
                return new DossierFault("missing", file.Path, "缺少", $"{file.Size} 字节，SHA-256 {file.Sha256}");
            }
        }
        var extra = zip.Entries.FirstOrDefault(entry => entry.FullName != DossierManifest.FileName && !listed.Contains(entry.FullName));
        return extra is null ? null : new DossierFault("extra", extra.FullName, "清单外的文件", "只有清单所列的文件");
    }

    private static async Task<DossierFault?> FindContentFaultAsync(ZipArchive zip, DossierManifest manifest, Action<int, int>? progress, CancellationToken cancellation)
    {
        for (var i = 0; i < manifest.Files.Count; i++)
        {
            var file = manifest.Files[i];
            var entry = zip.GetEntry(file.Path)!;
            if (entry.Length != file.Size)
            {
                return new DossierFault("size", file.Path, $"{entry.Length} 字节", $"{file.Size} 字节");
            }
            var found = await HashAsync(entry, cancellation);
            if (found != file.Sha256)
            {
                return new DossierFault("content", file.Path, found is null ? "内容已损坏，无法读出" : $"SHA-256 {found}", $"SHA-256 {file.Sha256}");
            }
            progress?.Invoke(i + 1, manifest.Files.Count);
        }
        return null;
    }

    /// <summary>Null where the entry cannot be read or is not as long as it says.</summary>
    private static async Task<string?> HashAsync(ZipArchiveEntry entry, CancellationToken cancellation)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var content = entry.Open();
            await DossierWriter.HashAsync(content, entry.Length, hash, cancellation);
            return content.ReadByte() < 0 ? Convert.ToHexStringLower(hash.GetHashAndReset()) : null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }
}
