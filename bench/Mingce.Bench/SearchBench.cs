using System.Diagnostics;
using Fuzz;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Search;
using Mingce.Core.Units;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;
using Activity = Mingce.Core.Activities.Activity;

namespace Mingce.Bench;

/// <summary>Search among 1,000,000 activities of 300 units: each query as the page makes it, counts by noun and year and the first page.</summary>
internal static class SearchBench
{
    private const int Activities = 1_000_000;
    private const int Units = 300;
    private const int Rounds = 3;

    private static readonly string[] Places = ["二楼会议室", "政务服务大厅", "城东社区", "包保小区", "河滨公园", "结对村", "建设路路口", "福利院", "实验小学", "文化广场"];
    private static readonly string[] Openings = ["按照年度工作安排", "结合重点任务", "围绕群众需求", "根据上级通知要求", "利用工作日下午", "在节日到来之际"];
    private static readonly string[] Deeds = ["组织干部职工开展", "牵头开展", "联合社区开展", "分组进行", "集中开展", "轮流参加"];
    private static readonly string[] Results = ["现场解答咨询，登记意见建议", "清理卫生死角，规范车辆停放", "交流心得体会，提出改进措施", "走访了解情况，帮助解决困难", "发放宣传资料，劝导不文明行为", "明确责任分工，限期完成整改"];
    private static readonly string[] Rare = ["鹬蚌", "饕餮", "旖旎", "蹉跎", "氤氲", "踟蹰", "缱绻", "龃龉"];

    // 2 to 6 characters: in nearly every record, in some, in one of thousands, in none, and several words.
    private static readonly string[] Queries =
    [
        "开展", "参加", "社区", "志愿", "学习", "清理", "整改", "咨询", "鹬蚌", "龃龉", "麒麟", "志愿服务", "文明行为", "卫生死角", "宣传资料", "政务服务", "会议室", "年度工作安", "干部职工开展", "心得体会，提", "不存在的词语", "社区 清理", "志愿 整改 公园", "氤氲 社区",
    ];

    public static async Task RunAsync()
    {
        var path = Directory.CreateTempSubdirectory("mingce-search-").FullName;
        try
        {
            using var folder = await DataFolder.OpenAsync(path, FolderUse.Create, null, TimeProvider.System);
            var units = await AddUnitsAsync(folder);
            var watch = Stopwatch.StartNew();
            await FillAsync(folder, units);
            Console.WriteLine($"search: {Activities} entries of {Units} units indexed in {watch.Elapsed.TotalSeconds:0} s; {new FileInfo(Path.Combine(path, "mingce.db")).Length / 1e6:0} MB on disk");
            await MeasureQueriesAsync(folder, units);
            await MeasureWritesAsync(folder, units[0]);
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static async Task MeasureQueriesAsync(DataFolder folder, List<Unit> units)
    {
        var times = new List<(double Milliseconds, string Query, int Found)>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var unit in units.Where((_, i) => i % 10 == round))
            {
                foreach (var typed in Queries)
                {
                    var watch = Stopwatch.StartNew();
                    var found = await SearchAsync(folder, unit, typed);
                    // The first round compiles.
                    if (round > 0)
                    {
                        times.Add((watch.Elapsed.TotalMilliseconds, typed, found));
                    }
                }
            }
        }
        var sorted = times.Select(t => t.Milliseconds).Order().ToList();
        Console.WriteLine($"search: {sorted.Count} queries, p50 {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms (wanted: at most 20), most {sorted[^1]:0.0} ms");
        foreach (var query in times.GroupBy(t => t.Query))
        {
            Console.WriteLine($"  {query.Key}: {query.Average(t => t.Found):0} found, median {query.Select(t => t.Milliseconds).Order().ElementAt(query.Count() / 2):0.0} ms");
        }

        double At(double share) => sorted[(int)(sorted.Count * share)];
    }

    private static async Task<int> SearchAsync(DataFolder folder, Unit unit, string typed)
    {
        await using var db = folder.OpenDb(unit.Id);
        var search = new LedgerSearch(db);
        var found = await search.FindAllAsync(SearchQuery.Parse(typed), Enum.GetValues<Noun>(), CancellationToken.None);
        foreach (var noun in found.GroupBy(f => f.Noun))
        {
            await search.ReadAsync(noun.Take(20), CancellationToken.None);
        }
        return found.Count;
    }

    // The same save with the triggers that keep the index and without them.
    private static async Task MeasureWritesAsync(DataFolder folder, Unit unit)
    {
        await using var db = folder.OpenDb(null);
        var triggers = await db.Database.SqlQueryRaw<string>("select sql as Value from sqlite_schema where type = 'trigger'").ToListAsync();
        var dice = new Dice(7);
        await Mingce.Bench.Rounds.CompareAsync("search: 200 saves of a record with the index", () => SaveAsync(folder, unit, dice), "without its full-text part", async () =>
        {
            await db.Database.ExecuteSqlRawAsync("drop trigger search_entries_added; drop trigger search_entries_changed; drop trigger search_entries_removed");
            await SaveAsync(folder, unit, dice);
            foreach (var sql in triggers)
            {
                await db.Database.ExecuteSqlRawAsync(sql);
            }
        });
    }

    private static async Task SaveAsync(DataFolder folder, Unit unit, Dice dice)
    {
        for (var i = 0; i < 200; i++)
        {
            await using var db = folder.OpenDb(unit.Id);
            var activity = new Activity { UnitId = unit.Id, Title = Of(Places, dice), Text = TextOf(dice), Status = ActivityStatus.Entered, EnteredAt = DateTime.UnixEpoch }.During(Period.Of(new(2026, 3, 5)));
            db.Add(new Change("bench", DateTime.UnixEpoch), activity, "登记");
            await db.SaveChangesAsync();
        }
    }

    private static async Task<List<Unit>> AddUnitsAsync(DataFolder folder)
    {
        List<Unit> units = [.. Enumerable.Range(1, Units).Select(i => new Unit { FullName = $"市第{i}政务服务中心" })];
        await using var db = folder.OpenDb(null);
        foreach (var unit in units)
        {
            db.Add(unit);
            db.Record(new Change("bench", DateTime.UnixEpoch), unit.Id, unit, "新建单位");
        }
        await db.SaveChangesAsync();
        return units;
    }

    // Units in turn, as they write; a thousand records to a transaction.
    private static async Task FillAsync(DataFolder folder, List<Unit> units)
    {
        var dice = new Dice(20261122);
        for (var i = 0; i < Activities; i += 1000)
        {
            await using var db = folder.OpenDb(null);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var n = i; n < i + 1000; n++)
            {
                var id = Guid.CreateVersion7();
                db.SearchEntries.Add(new SearchEntry
                {
                    UnitId = units[n % Units].Id,
                    Noun = Noun.Activity,
                    SubjectId = id,
                    OwnerId = id,
                    On = new DateOnly(2021 + (int)(n * 6L / Activities), dice.Next(12) + 1, dice.Next(28) + 1),
                    Text = Folding.Join($"到{Of(Places, dice)}开展志愿服务（第{dice.Next(20) + 1}期）", Of(Places, dice), TextOf(dice)),
                });
            }
            await db.SaveChangesAsync();
        }
    }

    private static string TextOf(Dice dice) =>
        $"{Of(Openings, dice)}，{Of(Deeds, dice)}主题学习，{Of(Results, dice)}，{Of(Results, dice)}。参加{dice.Next(60) + 3}人，地点{Of(Places, dice)}。{(dice.Next(3000) == 0 ? Of(Rare, dice) : "")}";

    private static string Of(string[] words, Dice dice) => words[dice.Next(words.Length)];
}
