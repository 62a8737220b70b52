using System.Diagnostics;
using Hammer;
using Mingce.Core.Accounts;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Units;

namespace Mingce.Bench;

/// <summary>Start and memory of the real server, against an empty program.</summary>
internal static class ServerBench
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    /// <summary>From ./run, with nothing to build, to the first answer and to the sign-in page.</summary>
    public static async Task StartAsync()
    {
        await WithServerAsync(async (ours, _, empty) =>
        {
            await Rounds.CompareAsync("start: ./run to the first answer", () => AnswerAsync(ours, "/"), "empty program to its first answer", () => AnswerAsync(empty, "/"), rounds: 7);
            await Rounds.CompareAsync("start: ./run to the sign-in page", () => AnswerAsync(ours, "/sign-in"), "empty program to its first answer", () => AnswerAsync(empty, "/"), rounds: 7);
        });
    }

    /// <summary>Resident memory of the idle server after somebody signed in and saw the home page.</summary>
    public static async Task MemoryAsync()
    {
        await WithServerAsync(async (ours, password, empty) =>
        {
            using var server = await ServerProcess.StartAsync(ours.Program, ours.Arguments);
            using var user = new Writers(server.Url);
            await user.SignInAsync("admin", password);
            await user.GetPageAsync("/");
            using var yardstick = await ServerProcess.StartAsync(empty.Program, empty.Arguments);
            using var visitor = new Writers(yardstick.Url);
            await visitor.GetPageAsync("/");
            await Task.Delay(Idle);
            var (mine, theirs) = (Resident(server.Process), Resident(yardstick.Process));
            Console.WriteLine($"memory: {mine:0} MB resident, {Idle.TotalSeconds:0} s after the first signed-in page (wanted: at most 150); empty program {theirs:0} MB; ratio {mine / theirs:0.00}");
        });
    }

    /// <summary>Hands over our program on a fresh ledger, the one-time password of its account admin, and an empty program.</summary>
    public static async Task WithServerAsync(Func<(string Program, string[] Arguments), string, (string Program, string[] Arguments), Task> measure)
    {
        var data = Directory.CreateTempSubdirectory("mingce-bench-");
        try
        {
            using var empty = await EmptyProgram.BuildAsync();
            var password = await FillAsync(data.FullName);
            await measure((Path.Combine(Root, "run"), ["serve", "--data", data.FullName, "--urls", "http://127.0.0.1:0"]), password, empty.Command);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<string> FillAsync(string data)
    {
        using var folder = await DataFolder.OpenAsync(data, FolderUse.Create, null, TimeProvider.System);
        var unit = new Unit { FullName = "市政务服务中心" };
        await using var db = folder.OpenDb(unit.Id);
        var change = new Change("bench", TimeProvider.System.GetUtcNow().UtcDateTime);
        db.Add(unit);
        db.Record(change, unit.Id, unit, "新建单位");
        await db.SaveChangesAsync();
        var password = Passwords.OneTime();
        var account = new Account { UnitId = unit.Id, Name = "admin", Role = Role.Administrator };
        account.SetPassword(password);
        db.Add(change, account, "建立账号");
        await db.SaveChangesAsync();
        return password;
    }

    private static async Task AnswerAsync((string Program, string[] Arguments) command, string address)
    {
        using var server = await ServerProcess.StartAsync(command.Program, command.Arguments);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(new Uri(server.Url, address));
    }

    private static double Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1e6;
    }

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder) =>
        folder is null ? throw new DirectoryNotFoundException("Mingce.slnx is not above the benchmarks.")
        : File.Exists(Path.Combine(folder, "Mingce.slnx")) ? folder : Find(Path.GetDirectoryName(folder));
}
