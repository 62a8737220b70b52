using System.Text.Json;
using Mingce.Cli;
using Testing;

namespace Cli.Tests;

/// <summary>Runs commands in this process on a data folder of their own, on the asked database.</summary>
internal sealed class CommandRun : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly string? postgres;

    private CommandRun(string? postgres) => this.postgres = postgres;

    public TestClock Clock { get; } = new();

    public static async Task<CommandRun> CreateAsync(Provider provider) =>
        new(provider == Provider.PostgreSql ? await PostgreSqlServer.CreateMigratedAsync() : null);

    /// <summary>A file beside the data.</summary>
    public string File(string name) => folder.File(name);

    /// <summary>The command, with --data where it takes one.</summary>
    public Task<CommandResult> RunAsync(params string[] args) =>
        RunAsync(args[0] == "read" ? args : [.. args, "--data", folder.File("data")], Clock, postgres);

    public static async Task<CommandResult> RunAsync(string[] args, TestClock clock, string? postgres)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await new CommandLine(output, error, clock, postgres).RunAsync(args);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    /// <summary>A ledger with one unit whose records were read from the text and confirmed.</summary>
    public async Task ImportAsync(string unit, string reportFile, int year, bool confirm = true)
    {
        (await RunAsync("init", "--unit", unit)).ShouldBeDone();
        (await RunAsync(["import", reportFile, "--year", $"{year}", .. confirm ? ["--confirm"] : Array.Empty<string>()])).ShouldBeDone();
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        if (postgres is not null)
        {
            await PostgreSqlServer.DropAsync(postgres);
        }
    }
}

internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public CommandResult ShouldBeDone()
    {
        ExitCode.ShouldBe(0, Error);
        return this;
    }

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
