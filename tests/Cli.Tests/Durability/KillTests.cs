using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Hammer;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit.Abstractions;

namespace Cli.Tests.Durability;

/// <summary>The server is killed (SIGKILL) under eight writers: whatever it acknowledged is there afterwards, once and whole.</summary>
[Collection("kills")]
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Clients = 8;
    private const int MostAnswersPerRound = 80;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Serve_KilledUnderLoad_LosesNothingAcknowledged(Provider provider)
    {
        var rounds = Rounds(provider);
        var postgres = provider == Provider.PostgreSql ? await PostgreSqlServer.CreateEmptyAsync() : null;
        try
        {
            var program = new KilledProgram(folder.Path, postgres);
            var password = await program.InitializeAsync();
            var acknowledged = new ConcurrentBag<Registered>();
            var (refused, lost) = (0, 0);
            for (var round = 1; round <= rounds; round++)
            {
                refused += await WriteAndKillAsync(program, password, acknowledged);
                (await program.CheckAsync()).ShouldBe("", $"round {round}");
                var losses = await Verification.FindLossesAsync(program.Data, postgres, acknowledged);
                lost += losses.Count;
                losses.ShouldBeEmpty($"round {round}");
            }
            var summary = $"{provider}: {rounds} kills under {Clients} writers, {acknowledged.Count} acknowledged, {lost} lost, {refused} refused";
            output.WriteLine(summary);
            Console.WriteLine(summary);
            refused.ShouldBe(0);
        }
        finally
        {
            if (postgres is not null)
            {
                await PostgreSqlServer.DropAsync(postgres);
            }
        }
    }

    [Fact]
    public async Task Serve_KilledInMidUpload_LeavesNothingOfTheFileAfterTheNextStart()
    {
        var program = new KilledProgram(folder.Path, null);
        await program.InitializeAsync();
        var incoming = Path.Combine(program.Data, "evidence", "incoming");
        using (var server = await program.ServeAsync())
        {
            using var client = new TcpClient(server.Url.Host, server.Url.Port);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                "POST /activities/uploads HTTP/1.1\r\nHost: x\r\nCookie: mingce-form=x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n" + new string('a', 600_000)));
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (!Directory.EnumerateFiles(incoming).Any())
            {
                patience.Token.ThrowIfCancellationRequested();
                await Task.Yield();
            }
            server.Kill();
        }
        using (await program.ServeAsync())
        {
            Directory.EnumerateFiles(incoming).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Verify_PlantedLosses_AreFound()
    {
        var program = new KilledProgram(folder.Path, null);
        var acknowledged = new ConcurrentBag<Registered>();
        await WriteAndKillAsync(program, await program.InitializeAsync(), acknowledged, answers: 40);
        (await LossesAsync()).ShouldBeEmpty();
        (await program.CheckAsync()).ShouldBe("");
        var victims = acknowledged.Take(5).ToArray();

        File.Delete(FileOf(victims[0]));
        File.WriteAllBytes(FileOf(victims[1]), [.. File.ReadAllBytes(FileOf(victims[1]))[..^1], 0, 0]);
        (await program.CheckAsync()).ShouldContain("发现问题 2 处");
        await ExecuteAsync($"delete from evidence where ActivityId = '{victims[2].Id.ToString().ToUpperInvariant()}'");
        await ExecuteAsync($"update activities set Title = 'x' where Title = '{victims[3].Title}'");
        await ExecuteAsync($"update activities set Title = '{victims[4].Title}' where Title = 'x'");

        (await LossesAsync()).Select(l => l[..36]).Order(StringComparer.Ordinal)
            .ShouldBe(victims.Select(v => v.Id.ToString()).Order(StringComparer.Ordinal));

        Task<IReadOnlyList<string>> LossesAsync() => Verification.FindLossesAsync(program.Data, null, acknowledged);

        string FileOf(Registered registered) => Path.Combine(program.Data, "evidence", registered.Sha256[..2], registered.Sha256);

        async Task ExecuteAsync(string sql)
        {
            using var opened = await DataFolder.OpenAsync(program.Data, FolderUse.Write, null, TimeProvider.System);
            await using var db = opened.OpenDb(null);
            (await db.Database.ExecuteSqlRawAsync(sql)).ShouldBe(1);
        }
    }

    private static async Task<int> WriteAndKillAsync(KilledProgram program, string password, ConcurrentBag<Registered> acknowledged, int? answers = null)
    {
        using var server = await program.ServeAsync();
        using var writers = new Writers(server.Url);
        await writers.SignInAsync("admin", password);
        // The answer decides the moment for its own writer; the seven others are anywhere.
        var left = answers ?? RandomNumberGenerator.GetInt32(1, MostAnswersPerRound);
        await writers.RunAsync(Clients, registered =>
        {
            acknowledged.Add(registered);
            if (Interlocked.Decrement(ref left) == 0)
            {
                server.Kill();
            }
        }, CancellationToken.None);
        left.ShouldBeLessThanOrEqualTo(0, "the server went by itself");
        return writers.Refused;
    }

    // More by MINGCE_KILL_ROUNDS; on PostgreSQL a kill can only lose files, the rows are another program's.
    private static int Rounds(Provider provider) =>
        Environment.GetEnvironmentVariable("MINGCE_KILL_ROUNDS") is { Length: > 0 } named ? int.Parse(named)
        : provider == Provider.Sqlite ? 15 : 4;
}
