using System.Diagnostics;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Pictures;
using Mingce.Core.Units;
using Mingce.Rules.Pictures;
using Microsoft.EntityFrameworkCore;
using Testing;

namespace Mingce.Bench;

/// <summary>How many copies of a photo are found, how many others are taken for one, and how long it takes among a hundred thousand.</summary>
internal static class PictureBench
{
    private const int Originals = 60;
    private const int Crowd = 100_000;

    public static async Task RunAsync()
    {
        using var temp = new TempFolder();
        using var folder = await DataFolder.OpenAsync(temp.Path, FolderUse.Create, null, TimeProvider.System);
        await using var thumbnails = new Thumbnails(temp.Path, folder.Evidence);
        var originals = new List<IReadOnlyList<PicturePrint>>();
        for (var seed = 0; seed < Originals; seed++)
            originals.Add(await PrintsAsync(TestPicture.Draw(seed)));
        foreach (var (name, _) in TestPicture.Copies)
        {
            var (found, distances) = (0, new List<int>());
            for (var seed = 0; seed < Originals; seed++)
            {
                var distance = Distance(originals[seed], await PrintsAsync(await TestPicture.CopyAsync(TestPicture.Draw(seed), name)));
                distances.Add(distance);
                found += distance <= PicturePrint.LargestDistance ? 1 : 0;
            }
            distances.Sort();
            Console.WriteLine($"pictures: {name}: {found} of {Originals} found; distance median {distances[Originals / 2]}, most {distances[^1]}");
        }
        var pairs = originals.SelectMany((a, i) => originals.Skip(i + 1).Select(b => Distance(a, b))).Order().ToList();
        Console.WriteLine($"pictures: {pairs.Count(d => d <= PicturePrint.LargestDistance)} of {pairs.Count} pairs of different pictures taken for copies; distance least {pairs[0]}, median {pairs[pairs.Count / 2]}");
        await AmongManyAsync(folder, originals);

        async Task<IReadOnlyList<PicturePrint>> PrintsAsync(byte[] picture)
        {
            var kept = await folder.Evidence.KeepAsync(new MemoryStream(picture), default);
            var path = await thumbnails.FindAsync(kept.Sha256, "image/png", TestPicture.Width, TestPicture.Height, default);
            return PicturePrint.Of(await thumbnails.ReadGreyAsync(path!, default));
        }
    }

    private static int Distance(IReadOnlyList<PicturePrint> a, IReadOnlyList<PicturePrint> b) => Math.Min(a.Min(b[0].DistanceTo), b.Min(a[0].DistanceTo));

    // The crowd's prints are chance: what the index costs does not depend on what they show.
    private static async Task AmongManyAsync(DataFolder folder, List<IReadOnlyList<PicturePrint>> originals)
    {
        var unit = new Unit { FullName = "市政务服务中心" };
        await using (var db = folder.OpenDb(unit.Id))
        {
            db.Add(unit);
            db.Record(new Change("bench", TimeProvider.System.GetUtcNow().UtcDateTime), unit.Id, unit, "新建单位");
            await db.SaveChangesAsync();
        }
        var state = 1UL;
        for (var i = 0; i < Crowd; i += 2000)
        {
            await using var db = folder.OpenDb(unit.Id);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var j = i; j < i + 2000; j++)
            {
                for (var ordinal = 0; ordinal < 6; ordinal++)
                    db.Add(StoredPrint.Of(unit.Id, $"{j:x64}", ordinal, new PicturePrint(Next())));
            }
            await db.SaveChangesAsync();
        }
        await using var read = folder.OpenDb(unit.Id);
        var index = new PictureIndex(read);
        var (times, strangers) = (new List<double>(), 0);
        foreach (var prints in originals)
        {
            var watch = Stopwatch.StartNew();
            strangers += (await index.FindLikeAsync(prints, default)).Count;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"pictures: look-up among {Crowd} with {await read.PicturePrints.CountAsync()} prints: median {times[times.Count / 2]:0.0} ms, most {times[^1]:0.0} ms; {strangers} strangers found");

        ulong Next()
        {
            state += 0x9E3779B97F4A7C15;
            var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
