using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Mingce.Core.Storage;
using Mingce.Gongwen;

namespace Mingce.Core.Dossiers;

/// <summary>What was written: the hash of the whole zip, to be stated beside it, and its number of files and bytes.</summary>
public sealed record DossierReceipt(string Sha256, int Files, long Bytes);

/// <summary>
/// Writes a dossier as zip. Evidence is stored as it is and streamed; only one piece of it is open at a time. The comment at the
/// zip's end is the seal: the SHA-256 of every byte before it, so that no byte of headers, names or times can change unnoticed either.
/// </summary>
public sealed class DossierWriter(EvidenceStore store)
{
    internal const string SealPrefix = "SHA-256 ";
    internal static readonly int SealLength = SealPrefix.Length + (SHA256.HashSizeInBytes * 2);

    /// <summary>rw-r--r-- on systems that look at it.</summary>
    private const int RegularFile = unchecked((int)0x81A40000);

    private static readonly string Tool = "Mingce " + typeof(DossierWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Writes the file whole or not at all, durably.</summary>
    /// <param name="progress">Told after each file: how many of how many.</param>
    /// <exception cref="UserFaultException">Evidence is corrupt, the place cannot be written, or the disk is full; there is no file then.</exception>
    public async Task<DossierReceipt> WriteFileAsync(Dossier dossier, string path, Action<int, int>? progress, CancellationToken cancellation = default)
    {
        DossierReceipt? receipt = null;
        await DurableFile.WriteAsync(path, async stream => receipt = await WriteAsync(dossier, stream, progress, cancellation));
        return receipt!;
    }

    /// <param name="output">Empty; can be read and seeked. Its owner syncs it.</param>
    /// <param name="progress">Told after each file: how many of how many.</param>
    /// <exception cref="CorruptEvidenceException">A kept file is gone or is not what was kept; what was written is to be thrown away.</exception>
    public async Task<DossierReceipt> WriteAsync(Dossier dossier, Stream output, Action<int, int>? progress, CancellationToken cancellation = default)
    {
        var files = await BuildAsync(dossier, output, progress, cancellation);
        return new DossierReceipt(await SealAsync(output, cancellation), files, output.Length);
    }

    private async Task<int> BuildAsync(Dossier dossier, Stream output, Action<int, int>? progress, CancellationToken cancellation)
    {
        var time = new DateTimeOffset(OfficeCalendar.ToLocal(dossier.CreatedAt), TimeSpan.Zero); // a zip keeps wall-clock time
        var files = new Dictionary<string, DossierFile>();
        var all = dossier.Standards.Sum(s => 1 + s.Exhibits.Count(e => e.Path.Length > 0)) + 3;
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        zip.Comment = SealPrefix + new string('0', SHA256.HashSizeInBytes * 2);
        foreach (var standard in dossier.Standards)
        {
            using var docx = new MemoryStream();
            GongwenWriter.Write(standard.Statement, docx);
            await AddAsync(standard.StatementPath, docx.ToArray(), CompressionLevel.NoCompression);
            foreach (var exhibit in standard.Exhibits.Where(e => e.Path.Length > 0))
            {
                await AddEvidenceAsync(exhibit);
            }
        }
        await AddAsync(DossierPages.ContentsName, DossierPages.Contents(dossier, files), CompressionLevel.NoCompression);
        await AddAsync(DossierPages.IndexName, DossierPages.Index(dossier), CompressionLevel.Optimal);
        await AddAsync(DossierManifest.FileName, Manifest(dossier, files.Values).ToBytes(), CompressionLevel.Optimal);
        return all;

        async Task AddAsync(string path, byte[] content, CompressionLevel level)
        {
            await using (var entry = Open(path, level))
            {
                await entry.WriteAsync(content, cancellation);
            }
            Done(new DossierFile(path, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, "generated"));
        }

        async Task AddEvidenceAsync(Exhibit exhibit)
        {
            var evidence = exhibit.Evidence;
            await using (var entry = Open(exhibit.Path, CompressionLevel.NoCompression))
            {
                await store.CopyToAsync(evidence.Sha256, entry, cancellation);
            }
            Done(new DossierFile(exhibit.Path, evidence.Sha256, evidence.Size, "evidence", evidence.Id, evidence.ActivityId));
        }

        Stream Open(string path, CompressionLevel level)
        {
            var entry = zip.CreateEntry(path, level);
            entry.LastWriteTime = time;
            entry.ExternalAttributes = RegularFile;
            return entry.Open();
        }

        void Done(DossierFile file)
        {
            files.Add(file.Path, file);
            progress?.Invoke(files.Count, all);
        }
    }

    private static DossierManifest Manifest(Dossier dossier, IEnumerable<DossierFile> files) => new(
        DossierManifest.CurrentFormat, dossier.Scheme.Id, dossier.Scheme.Title, dossier.Unit.FullName, dossier.Scorecard.From, dossier.Scorecard.To, dossier.CreatedAt, Tool, [.. files]);

    /// <summary>Puts the seal in the place kept for it.</summary>
    /// <returns>The hash of the whole zip.</returns>
    private static async Task<string> SealAsync(Stream output, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        output.Position = 0;
        await HashAsync(output, output.Length - SealLength, hash, cancellation);
        var seal = Encoding.ASCII.GetBytes(SealPrefix + Convert.ToHexStringLower(hash.GetCurrentHash()));
        hash.AppendData(seal);
        output.Position = output.Length - SealLength;
        await output.WriteAsync(seal, cancellation);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    internal static async Task HashAsync(Stream source, long count, IncrementalHash hash, CancellationToken cancellation)
    {
        var buffer = new byte[Math.Min(count, 1 << 18)];
        while (count > 0)
        {
            var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), cancellation);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }
            hash.AppendData(buffer, 0, read);
            count -= read;
        }
    }
}
