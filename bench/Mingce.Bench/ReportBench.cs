using System.Security.Cryptography;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Reporting;
using Mingce.Core.Units;
using Mingce.Gongwen;
using Mingce.Rules;

namespace Mingce.Bench;

/// <summary>A work report of 30 pages from ledger to .docx, against hashing 100 MB on one core.</summary>
internal static class ReportBench
{
    private const int Pages = 30;
    private const int CharactersPerPage = 22 * 28;

    private static readonly DateTime Now = new(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("mingce-bench-");
        try
        {
            using var folder = await DataFolder.OpenAsync(data.FullName, FolderUse.Create, null, TimeProvider.System);
            var unit = new Unit { FullName = "市政务服务中心" };
            await using (var db = folder.OpenDb(unit.Id))
            {
                var change = new Change("bench", Now);
                db.Add(unit);
                db.Record(change, unit.Id, unit, "新建单位");
                await db.SaveChangesAsync();
            }
            var (records, text) = (0, "");
            while (text.Length < Pages * CharactersPerPage)
            {
                await AddAsync(folder, unit, records, 50);
                records += 50;
                text = (await ComposeAsync(folder, unit)).Text;
            }
            var bytes = RandomNumberGenerator.GetBytes(100_000_000);
            await Rounds.CompareAsync(
                $"report: {text.Length / CharactersPerPage} full pages from {records} records, ledger to .docx in memory",
                async () => GongwenWriter.Write((await ComposeAsync(folder, unit)).Document, new MemoryStream()),
                "SHA-256 of 100 MB",
                () => Task.FromResult(SHA256.HashData(bytes)),
                rounds: 7);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<WorkReport> ComposeAsync(DataFolder folder, Unit unit)
    {
        await using var db = folder.OpenDb(unit.Id);
        return await new WorkReports(db).ComposeAsync(unit, Now.Year, DateOnly.FromDateTime(Now));
    }

    // Records of partners are told one by one; a unit's own would be drawn together.
    private static async Task AddAsync(DataFolder folder, Unit unit, int first, int count)
    {
        await using var db = folder.OpenDb(unit.Id);
        var kinds = KindCatalogue.LoadDefault().All;
        for (var i = first; i < first + count; i++)
        {
            db.Add(new Change("bench", Now), new Activity
            {
                UnitId = unit.Id,
                Title = $"结对社区开展第{i + 1}期邻里互助和环境整治活动",
                Actor = Actor.Partner,
                Status = ActivityStatus.Entered,
                EnteredAt = Now,
            }.OfKinds(kinds[i % kinds.Count].Id).During(Period.Of(new DateOnly(Now.Year, 1, 1).AddDays(i % 300))), "新建");
        }
        await db.SaveChangesAsync();
    }
}
