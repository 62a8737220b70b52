using System.CommandLine;
using Mingce.Cli.Commands;
using Mingce.Core;

namespace Mingce.Cli;

/// <summary>The command line: data on stdout, messages on stderr; 0 done, 1 a finding, 2 bad usage or input.</summary>
/// <param name="postgres">The connection string of a PostgreSQL database; null for the embedded one.</param>
public sealed class CommandLine(TextWriter output, TextWriter error, TimeProvider time, string? postgres = null)
{
    public async Task<int> RunAsync(string[] args)
    {
        var console = new CommandConsole(output, error, time, postgres);
        var root = new RootCommand("明册：文明单位创建工作台账。一次登记，处处可用。")
        {
            ServeCommand.Create(console),
            InitCommand.Create(console),
            AccountCommand.Create(console),
            EndpointsCommand.Create(console),
            ReadCommand.Create(console),
            ImportCommand.Create(console),
            ScoreCommand.Create(console),
            ReportCommand.Create(console),
            DossierCommand.Create(console),
            VerifyCommand.Create(console),
            FsckCommand.Create(console),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors)
            {
                await error.WriteLineAsync(fault.Message);
            }
            await error.WriteLineAsync("用 --help 查看用法。");
            return ExitCode.BadInput;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("已中止。");
            return ExitCode.BadInput;
        }
        catch (Exception e) when (Faults.Explain(e) is { } message)
        {
            await error.WriteLineAsync(message);
            return ExitCode.BadInput;
        }
    }
}

/// <summary>What a command tells its caller.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>A check found something.</summary>
    public const int Finding = 1;
    public const int BadInput = 2;
}
