using System.Diagnostics;
using Fuzz;
using Hammer;
using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Bench;

/// <summary>List, activity and home page of one of 300 units, with 10,000 and with 1,000,000 activities in the ledger.</summary>
internal static class PagesBench
{
    private const int Rounds = 300;
    private const int WarmUp = 60;

    /// <summary>Two real servers side by side, asked in turn: the latency of each sort of page, as it is and right after a change.</summary>
    public static async Task RunAsync()
    {
        await using var small = await Side.StartAsync(10_000);
        await using var large = await Side.StartAsync(1_000_000);
        foreach (var changing in new[] { false, true })
        {
            foreach (var (name, address) in Side.Pages.Take(changing ? 3 : Side.Pages.Count))
            {
                await CompareAsync(name + (changing ? ", each after a change" : ""), address, small, large, changing);
            }
        }
    }

    private static async Task CompareAsync(string name, Func<Side, Dice, string> address, Side small, Side large, bool changing)
    {
        var (less, more) = (new List<double>(), new List<double>());
        var rounds = changing ? Rounds / 3 : Rounds;
        for (var i = -WarmUp; i < rounds; i++)
        {
            var (first, second) = (await small.TimeAsync(address, i, changing), await large.TimeAsync(address, i, changing));
            if (i >= 0)
            {
                less.Add(first);
                more.Add(second);
            }
        }
        Console.WriteLine(
            $"pages: {name}: p50 {At(less, 50):0.00} and {At(more, 50):0.00} ms, ratio {At(more, 50) / At(less, 50):0.00}; p95 {At(less, 95):0.00} and {At(more, 95):0.00} ms, ratio {At(more, 95) / At(less, 95):0.00} (wanted: at most 1.3)");
    }

    private static double At(List<double> times, int percent) => times.Order().ElementAt(times.Count * percent / 100);

    /// <summary>A server on one of the ledgers and somebody of its first unit.</summary>
    internal sealed class Side : IAsyncDisposable
    {
        public static readonly IReadOnlyDictionary<string, Func<Side, Dice, string>> Pages = new Dictionary<string, Func<Side, Dice, string>>
        {
            ["list"] = (_, _) => "/activities",
            ["activity"] = (side, _) => side.AnyActivity,
            ["home"] = (_, _) => "/",
            // An address that nobody asked for before is in no cache.
            ["list, never asked before"] = (side, dice) => $"{side.Filter(dice)}&n={side.asked++}",
            ["activity, never asked before"] = (side, dice) => $"/activities/{side.Any(dice)}?n={side.asked++}",
            ["home, never asked before"] = (side, _) => $"/?n={side.asked++}",
        };

        private readonly DataFolder folder;
        private readonly Unit unit;
        private readonly List<Guid> activities;
        private readonly ServerProcess server;
        private int asked;

        private Side(DataFolder folder, Unit unit, List<Guid> activities, ServerProcess server) =>
            (this.folder, this.unit, this.activities, this.server, User) = (folder, unit, activities, server, new Writers(server.Url));

        public Writers User { get; }
        public Uri Url => server.Url;
        public string AnyActivity => $"/activities/{activities[^1]}";

        /// <param name="cores">The cores of the server as taskset has them; null for all.</param>
        public static async Task<Side> StartAsync(int activities, string? cores = null)
        {
            var ledger = await LargeLedger.OpenAsync(activities);
            await using var all = ledger.OpenDb(null);
            var own = await all.Accounts.IgnoreQueryFilters([LedgerDb.Tenant]).Where(a => a.Name == LargeLedger.AccountOf(0))
                .Join(all.Units.IgnoreQueryFilters([LedgerDb.Tenant]), a => a.UnitId, u => u.Id, (_, u) => u).SingleAsync();
            await using var db = ledger.OpenDb(own.Id);
            var ids = await db.Activities.Where(a => a.Status == ActivityStatus.Entered).Select(a => a.Id).ToListAsync();
            var program = Path.Combine(ServerBench.Root, "src", "Mingce.Cli", "bin", "Release", "net10.0", "mingce.dll");
            string[] serve = ["dotnet", program, "serve", "--data", ledger.Path, "--urls", "http://127.0.0.1:0"];
            string[] command = cores is null ? serve : ["taskset", "-c", cores, .. serve];
            var side = new Side(ledger, own, ids, await ServerProcess.StartAsync(command[0], command[1..]));
            await side.User.SignInAsync(LargeLedger.AccountOf(0), LargeLedger.Password);
            return side;
        }

        public async Task<double> TimeAsync(Func<Side, Dice, string> address, int round, bool changing)
        {
            if (changing)
            {
                await ChangeAsync(round);
            }
            var page = address(this, new Dice((ulong)(round + 1_000_000)));
            var watch = Stopwatch.StartNew();
            await User.GetPageAsync(page);
            return watch.Elapsed.TotalMilliseconds;
        }

        // By another process than the server's.
        private async Task ChangeAsync(int round)
        {
            await using var db = folder.OpenDb(unit.Id);
            var activity = await db.Activities.FirstAsync(a => a.Id == activities[0]);
            activity.Place = $"第{Math.Abs(round) % 7 + 1}会议室";
            db.Record(new Change("bench", TimeProvider.System.GetUtcNow().UtcDateTime), activity, "更正：地点");
            await db.SaveChangesAsync();
        }

        private Guid Any(Dice dice) => activities[dice.Next(activities.Count)];

        private string Filter(Dice dice) => dice.Next(6) switch
        {
            0 => $"/activities?p={dice.Next(activities.Count / 25) + 1}",
            1 => "/activities?kind=volunteer",
            2 => $"/activities?from={TimeProvider.System.GetUtcNow().Year}-{dice.Next(9) + 1:00}-01",
            3 => "/activities?q=社区",
            4 => "/activities?evidence=none",
            _ => "/activities?status=draft",
        };

        public ValueTask DisposeAsync()
        {
            User.Dispose();
            server.Dispose();
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
