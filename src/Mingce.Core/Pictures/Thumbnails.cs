using System.Collections.Concurrent;
using Mingce.Core.Storage;
using Mingce.Rules.Pictures;

namespace Mingce.Core.Pictures;

/// <summary>Small copies of kept pictures, without anything that a camera wrote into them, in DATA/derived: made when first needed, and made anew when lost.</summary>
public sealed class Thumbnails : IAsyncDisposable
{
    /// <summary>A picture of more pixels is not decoded.</summary>
    public const long MostPixels = 100_000_000;

    private const string Program = "vipsthumbnail";

    // Behind the answers that people wait for.
    private static readonly string[] Command = ["-n", "19", Program];
    private const int Side = 480;

    private static readonly (string, string)[] Surroundings = [("VIPS_CONCURRENCY", "1"), ("VIPS_BLOCK_UNTRUSTED", "1"), ("VIPS_WARNING", "1")];

    private static readonly bool IsInstalled = LimitedProcess.CanRun(Program);

    private readonly string root;
    private readonly EvidenceStore store;
    private readonly ConcurrentDictionary<string, Task<string?>> underWay = new();
    private readonly SemaphoreSlim room = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly CancellationTokenSource ending = new();

    public Thumbnails(string dataFolder, EvidenceStore store)
    {
        (root, this.store) = (Path.Combine(dataFolder, "derived"), store);
        DurableFile.CreatePrivateDirectory(root);
        // What a killed program had not finished; finished copies lie one folder deeper.
        foreach (var left in Directory.EnumerateFiles(root))
            File.Delete(left);
    }

    /// <summary>Whether it may be decoded, as far as its header tells.</summary>
    public static bool MayDecode(string mediaType, int? width, int? height) =>
        mediaType.StartsWith("image/", StringComparison.Ordinal) && width is > 0 && height is > 0 && (long)width * height <= MostPixels;

    /// <summary>The place of the small copy, made if it is not there yet.</summary>
    /// <returns>Null where there can be none: no picture, too large, damaged, or of a kind that the installed decoder does not know.</returns>
    public async Task<string?> FindAsync(string sha256, string mediaType, int? width, int? height, CancellationToken cancellation)
    {
        if (!MayDecode(mediaType, width, height))
            return null;
        var path = PathOf(sha256);
        if (File.Exists(path))
            return path;
        if (!IsInstalled || File.Exists(path + ".none") || !File.Exists(store.PathOf(sha256)))
            return null;
        // Several who ask at once wait for one decoder, which does not end because one of them went away.
        return await underWay.GetOrAdd(sha256, _ => Task.Run(() => MakeAsync(sha256, path, ending.Token), ending.Token)).WaitAsync(cancellation);
    }

    /// <summary>The grey values from which prints are taken; null where there is no small copy.</summary>
    public async Task<byte[]?> ReadGreyAsync(string thumbnail, CancellationToken cancellation)
    {
        var raw = NewTemporary(".raw");
        try
        {
            var (output, _) = await LimitedProcess.RunAsync("nice", [.. Command, thumbnail, "-s", $"{PicturePrint.Side}x{PicturePrint.Side}!", "-o", raw], 1 << 16, cancellation, Surroundings);
            return output is null || !File.Exists(raw) ? null : Grey(await File.ReadAllBytesAsync(raw, cancellation));
        }
        finally
        {
            File.Delete(raw);
        }
    }

    /// <summary>Removes the small copy of a file that is gone.</summary>
    public void Remove(string sha256)
    {
        File.Delete(PathOf(sha256));
        File.Delete(PathOf(sha256) + ".none");
    }

    /// <summary>Ends the decoders under way; afterwards nothing writes into the folder any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(underWay.Values.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
        room.Dispose();
    }

    private string PathOf(string sha256) => Path.Combine(root, sha256[..2], sha256 + ".jpg");

    private string NewTemporary(string ending) => Path.Combine(root, $"{Guid.CreateVersion7():n}{ending}");

    private async Task<string?> MakeAsync(string sha256, string path, CancellationToken cancellation)
    {
        await room.WaitAsync(cancellation);
        var made = NewTemporary(".jpg");
        try
        {
            await store.CopyToAsync(sha256, Stream.Null, cancellation);
            var (output, _) = await LimitedProcess.RunAsync(
                "nice", [.. Command, store.PathOf(sha256), "-s", $"{Side}x{Side}", "-o", made + "[Q=80,strip,background=255]"], 1 << 16, cancellation, Surroundings);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (output is null || !File.Exists(made))
            {
                // A bomb is not set off again with every look at the page.
                await File.WriteAllBytesAsync(path + ".none", [], cancellation);
                return null;
            }
            File.Move(made, path, overwrite: true);
            if (File.Exists(store.PathOf(sha256)))
                return path;
            // Destroyed meanwhile.
            File.Delete(path);
            return null;
        }
        catch (CorruptEvidenceException)
        {
            // Who asks for the original is told; a picture of other bytes is not shown in its place.
            return null;
        }
        finally
        {
            File.Delete(made);
            room.Release();
            underWay.TryRemove(sha256, out _);
        }
    }

    private static byte[]? Grey(byte[] raw)
    {
        const int pixels = PicturePrint.Side * PicturePrint.Side;
        if (raw.Length == pixels)
            return raw;
        return raw.Length != pixels * 3 ? null : [.. Enumerable.Range(0, pixels).Select(i => (byte)(((299 * raw[3 * i]) + (587 * raw[(3 * i) + 1]) + (114 * raw[(3 * i) + 2])) / 1000))];
    }
}
