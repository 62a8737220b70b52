using System.Diagnostics;
using Hammer;
using Microsoft.EntityFrameworkCore;
using Mingce.Cli;
using Mingce.Core.Data;
using Testing;

namespace Cli.Tests.Durability;

/// <summary>A data folder and the real program on it, as a process to be killed or in this process to look at what is left.</summary>
internal sealed class KilledProgram(string data, string? postgres)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "mingce.dll");

    public string Data => data;

    /// <summary>Runs a command in this process.</summary>
    /// <returns>Its exit code and what it wrote to standard output and standard error.</returns>
    public async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(output, error, TimeProvider.System, postgres).RunAsync([.. arguments, "--data", data]);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Makes the unit and its first account.</summary>
    /// <returns>The password of the account admin, which is its own already.</returns>
    public async Task<string> InitializeAsync()
    {
        (await RunAsync("init", "--unit", "市政务服务中心")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("account", "reset", "admin")).Code.ShouldBe(ExitCode.Done);
        using var opened = await DataFolder.OpenAsync(data, FolderUse.Write, postgres, TimeProvider.System);
        await using var all = opened.OpenDb(null);
        var unit = await all.Units.IgnoreQueryFilters([LedgerDb.Tenant]).Select(u => u.Id).SingleAsync();
        await using var db = opened.OpenDb(unit);
        var account = await db.Accounts.SingleAsync();
        account.SetPassword(TestLedger.Password);
        db.Record(new("admin", TimeProvider.System.GetUtcNow().UtcDateTime), account, "修改口令");
        await db.SaveChangesAsync();
        return TestLedger.Password;
    }

    public Task<ServerProcess> ServeAsync() =>
        ServerProcess.StartAsync("dotnet", [Program, "serve", "--data", data, "--urls", "http://127.0.0.1:0"], postgres);

    /// <summary>What fsck finds wrong; empty where the ledger and its files agree.</summary>
    public async Task<string> CheckAsync()
    {
        var (code, _, error) = await RunAsync("fsck", "--read-data");
        return code == ExitCode.Done ? "" : error;
    }

    /// <summary>Runs a command as a process and kills it as soon as <paramref name="moment"/> has come.</summary>
    /// <returns>Whether it was killed; false where it was done before.</returns>
    public async Task<bool> KillAsync(Func<bool> moment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, "--data", data])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MINGCE_DATABASE"] = postgres ?? "";
        using var process = Process.Start(start)!;
        var read = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!process.HasExited && !moment())
        {
            Thread.Yield();
        }
        process.Kill();
        await process.WaitForExitAsync();
        await read;
        return process.ExitCode == 128 + 9;
    }
}
