using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Mingce.Cli;
using Mingce.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit.Abstractions;

namespace Cli.Tests.Durability;

/// <summary>Commands that write, killed (SIGKILL) while they do: all of it or nothing, and a repeat completes it.</summary>
[Collection("kills")]
public sealed class KilledCommandTests : IDisposable
{
    private const int Kills = 4;

    private readonly TempFolder folder = new();
    private readonly ITestOutputHelper output;
    private readonly string[] import;

    public KilledCommandTests(ITestOutputHelper output)
    {
        this.output = output;
        var report = new StringBuilder("2025年文明单位创建工作总结\n");
        for (var i = 0; i < 120; i++)
        {
            report.AppendLine($"{1 + (i % 12)}月{1 + (i / 12)}日，组织干部职工开展志愿服务活动，参加{10 + i}人。");
        }
        File.WriteAllText(folder.File("总结.txt"), report.ToString());
        import = ["import", folder.File("总结.txt"), "--year", "2025", "--confirm"];
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Import_KilledWhileItSaves_HoldsAllFactsOrNone()
    {
        var whole = Program("whole");
        await whole.InitializeAsync();
        var size = await WholeLogAsync(whole);
        var facts = await FactsAsync(whole);
        facts.Count.ShouldBeGreaterThan(100);

        var (killed, empty) = (0, 0);
        var rounds = 0;
        for (; Unsure(rounds, killed); rounds++)
        {
            var program = Program($"killed-{rounds}");
            await program.InitializeAsync();
            var moment = RandomMoment(size);
            killed += await program.KillAsync(() => LogSize(program) >= moment, import) ? 1 : 0;

            (await program.CheckAsync()).ShouldBe("");
            var found = await FactsAsync(program);
            if (found.Count == 0)
            {
                empty++;
            }
            else
            {
                found.ShouldBe(facts);
            }
            (await program.RunAsync(import)).Code.ShouldBe(ExitCode.Done);
            (await FactsAsync(program)).ShouldBe(facts);
        }
        output.WriteLine($"import: {killed} kills, {empty} left nothing, {rounds - empty} all {facts.Count} facts");
        killed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Init_KilledWhileItSaves_RepeatMakesOneUnit()
    {
        var killed = 0;
        for (var i = 0; Unsure(i, killed); i++)
        {
            var program = Program($"killed-{i}");
            // About the size of the log when the schema and the unit are in it.
            var moment = i == 0 ? 1 : RandomMoment(400_000);
            killed += await program.KillAsync(() => LogSize(program) >= moment, "init", "--unit", "市政务服务中心") ? 1 : 0;

            var (code, _, error) = await program.RunAsync("init", "--unit", "市政务服务中心");
            (code == ExitCode.Done || error.Contains("已在台账中", StringComparison.Ordinal)).ShouldBeTrue(error);
            (await program.CheckAsync()).ShouldBe("");
            using var opened = await DataFolder.OpenAsync(program.Data, FolderUse.Read, null, TimeProvider.System);
            await using var db = opened.OpenDb(null);
            (await db.Units.IgnoreQueryFilters([LedgerDb.Tenant]).CountAsync()).ShouldBe(1);
        }
        output.WriteLine($"init: {killed} kills");
        killed.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("dossier", "--scheme", "xiaogan")]
    public async Task Output_KilledWhileItIsWritten_OldFileOrWholeNewOne(params string[] command)
    {
        var program = Program("data");
        await program.InitializeAsync();
        (await program.RunAsync(import)).Code.ShouldBe(ExitCode.Done);
        var results = Directory.CreateDirectory(folder.File("results"));
        var result = Path.Combine(results.FullName, "result");
        string[] arguments = [.. command, "--year", "2025", "-o", result];
        var (killed, old) = (0, 0);
        for (var i = 0; Unsure(i, killed); i++)
        {
            await File.WriteAllTextAsync(result, "旧");
            // As soon as the file is there, or when some of it is written.
            var moment = i % 2 == 0 ? 0 : RandomMoment(20_000);
            killed += await program.KillAsync(() => results.EnumerateFiles(".mingce-*.part").Any(f => SizeOf(f.FullName) >= moment), arguments) ? 1 : 0;

            if (await File.ReadAllBytesAsync(result) is { Length: 3 } bytes)
            {
                Encoding.UTF8.GetString(bytes).ShouldBe("旧");
                old++;
            }
            else
            {
                ReadZip(result).ShouldBeGreaterThan(0);
            }
        }
        (await program.RunAsync(arguments)).Code.ShouldBe(ExitCode.Done);
        ReadZip(result).ShouldBeGreaterThan(0);
        results.GetFileSystemInfos().Select(f => f.Name).ShouldBe(["result"]);
        output.WriteLine($"{command[0]}: {killed} kills, {old} left the old file");
        killed.ShouldBeGreaterThan(0);
    }

    // A busy machine may let a command finish before it is killed; a round without a kill proves nothing.
    private static bool Unsure(int rounds, int killed) => rounds < Kills || (killed == 0 && rounds < 10 * Kills);

    // How far SQLite's log grows for the whole import: a second connection keeps the log from being cleared at the end.
    private async Task<long> WholeLogAsync(KilledProgram program)
    {
        await using var held = new SqliteConnection($"Data Source={Path.Combine(program.Data, "mingce.db")};Pooling=False");
        await held.OpenAsync();
        await using var read = held.CreateCommand();
        read.CommandText = "SELECT count(*) FROM sqlite_master";
        (await read.ExecuteScalarAsync()).ShouldNotBe(0L);
        (await program.RunAsync(import)).Code.ShouldBe(ExitCode.Done);
        return LogSize(program);
    }

    private KilledProgram Program(string name) => new(folder.File(name), null);

    // How far SQLite has got: its log grows while a transaction commits.
    private static long LogSize(KilledProgram program) => SizeOf(Path.Combine(program.Data, "mingce.db-wal"));

    private static long SizeOf(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : 0;

    private static long RandomMoment(long size) => RandomNumberGenerator.GetInt32(1, (int)size);

    private static async Task<List<string>> FactsAsync(KilledProgram program)
    {
        using var opened = await DataFolder.OpenAsync(program.Data, FolderUse.Read, null, TimeProvider.System);
        await using var db = opened.OpenDb(null);
        var rows = await db.Activities.IgnoreQueryFilters([LedgerDb.Tenant]).Include(a => a.Quantities).Include(a => a.Kinds).AsNoTracking().ToListAsync();
        return [.. rows.Select(a => $"{a.Status} {a.FromOn} {a.Title} {a.Text} {a.Kinds.Count} {a.Quantities.Count}").Order(StringComparer.Ordinal)];
    }

    private static int ReadZip(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            content.CopyTo(Stream.Null);
        }
        return zip.Entries.Count;
    }
}
