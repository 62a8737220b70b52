using System.Diagnostics;
using System.Security.Cryptography;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Dossiers;
using Mingce.Core.Units;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Activity = Mingce.Core.Activities.Activity;

namespace Mingce.Bench;

/// <summary>A dossier of 300 photos of 2 MB, against copying and hashing the same files with the system's own tools.</summary>
internal static class DossierBench
{
    private const int Photos = 300;
    private const int PhotoSize = 2_000_000;

    private static readonly DateTime Now = new(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    public static async Task RunAsync()
    {
        var root = Directory.CreateTempSubdirectory("mingce-bench-").FullName;
        try
        {
            using var folder = await DataFolder.OpenAsync(Path.Combine(root, "data"), FolderUse.Create, null, TimeProvider.System);
            var unit = await FillAsync(folder);
            var scheme = SchemeCatalogue.Default(KindCatalogue.LoadDefault()).Load("xiaogan");
            var zip = Path.Combine(root, "dossier.zip");
            await Rounds.CompareAsync(
                $"dossier of {Photos} photos of {PhotoSize / 1e6:0.#} MB, from ledger to synced zip",
                () => BuildAsync(folder, scheme, unit, zip),
                "cp -r and sha256sum of the same files, both ending in sync",
                () => ShellAsync($"rm -rf copy && cp -r data/evidence copy && sync -f copy && find data/evidence -type f -print0 | xargs -0 sha256sum > sums && sync -f sums", root));
            await Rounds.CompareAsync(
                "verify of that dossier",
                () => new DossierVerification(zip).RunAsync(null),
                "unzip -t and sha256sum of it",
                () => ShellAsync("unzip -tqq dossier.zip && sha256sum dossier.zip > /dev/null", root));
            Console.WriteLine($"peak memory of this process: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task BuildAsync(DataFolder folder, Scheme scheme, Unit unit, string zip)
    {
        await using var db = folder.OpenDb(unit.Id);
        var dossier = await new DossierPreparation(db).PrepareAsync(scheme, unit, From, To, Now);
        await new DossierWriter(folder.Evidence).WriteFileAsync(dossier, zip, null);
    }

    private static async Task<Unit> FillAsync(DataFolder folder)
    {
        var change = new Change("bench", Now);
        var unit = new Unit { FullName = "市政务服务中心" };
        await using var db = folder.OpenDb(unit.Id);
        db.Add(unit);
        db.Record(change, unit.Id, unit, "新建单位");
        for (var i = 0; i < Photos; i++)
        {
            var kept = await folder.Evidence.KeepAsync(new MemoryStream(RandomNumberGenerator.GetBytes(PhotoSize)), default);
            var activity = new Activity { UnitId = unit.Id, Title = $"走访慰问第{i + 1}次", Status = ActivityStatus.Entered, EnteredAt = Now }
                .OfKinds("visit").During(Period.Of(From.AddDays(i)));
            db.Add(change, activity, "新建");
            db.Add(change, new Evidence
            {
                UnitId = unit.Id, ActivityId = activity.Id, Form = EvidenceForm.Photo, Title = "现场照片", AddedAt = Now,
                Sha256 = kept.Sha256, Size = kept.Size, MediaType = "image/jpeg",
            }, "新建");
        }
        await db.SaveChangesAsync();
        return unit;
    }

    private static async Task ShellAsync(string command, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} ended with {process.ExitCode}");
        }
    }
}
