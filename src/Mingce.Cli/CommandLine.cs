using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using Mingce.Cli.Commands;
using Mingce.Core;

namespace Mingce.Cli;

/// <summary>The command line: data on stdout, messages on stderr; 0 done, 1 a finding, 2 bad usage or input.</summary>
/// <param name="postgres">The connection string of a PostgreSQL database; null for the embedded one.</param>
public sealed partial class CommandLine(TextWriter output, TextWriter error, TimeProvider time, string? postgres = null)
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
            StaffCommand.Create(console),
            LedgerCommand.Create(console),
            ScoreCommand.Create(console),
            SchemesCommand.Create(console),
            ReportCommand.Create(console),
            DossierCommand.Create(console),
            VerifyCommand.Create(console),
            FsckCommand.Create(console),
            IndexCommand.Create(console),
            GongwenCommand.Create(console),
        };
        root.Options.OfType<HelpOption>().Single().Description = "显示用法";
        var parsed = root.Parse(args);
        var faults = parsed.Errors.Select(e => InChinese(e.Message)).ToList();
        if (faults.Count == 0 && parsed.Tokens.Any(t => t.Value.Length == 0))
        {
            faults.Add("选项和参数的值不能为空。");
        }
        if (faults.Count > 0)
        {
            foreach (var fault in faults)
            {
                await error.WriteLineAsync(fault);
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
            await error.WriteLineAsync(Faults.PathIn(e) is { } path ? $"{message}（{path}）" : message);
            return ExitCode.BadInput;
        }
#pragma warning disable CA1031 // The last word on a fault of the program itself: say so, with what its maintainers need.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await error.WriteLineAsync($"程序出错，操作未完成。请将以下内容反馈给维护人员：\n{e}");
            return ExitCode.BadInput;
        }
    }

    // The library speaks Chinese but for these two.
    private static string InChinese(string message)
    {
        message = Missing().Replace(message, "缺少选项 ${option}。");
        return Repeated().Replace(message, "选项 ${option} 只能给出一次。").TrimEnd('.');
    }

    [GeneratedRegex("^Option '(?<option>[^']+)' is required\\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex("^Option '(?<option>[^']+)' expects a single argument but \\d+ were provided\\.$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Repeated();
}

/// <summary>What a command tells its caller.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>A check found something.</summary>
    public const int Finding = 1;
    public const int BadInput = 2;
}
