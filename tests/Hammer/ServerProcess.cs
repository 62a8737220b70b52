using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Hammer;

/// <summary>The real program as a process of its own, that serves and can be killed.</summary>
public sealed partial class ServerProcess : IDisposable
{
    private readonly StringBuilder errors = new();

    private ServerProcess(Process process) => Process = process;

    public Process Process { get; }

    /// <summary>The address it listens on.</summary>
    public Uri Url { get; private set; } = null!;

    /// <param name="program">What runs the server, for example dotnet.</param>
    /// <param name="arguments">Its arguments, up to and with serve and its options.</param>
    /// <param name="postgres">The database; null for the embedded one.</param>
    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, string? postgres = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["MINGCE_DATABASE"] = postgres ?? "";
        var server = new ServerProcess(Process.Start(start)!);
        server.Process.ErrorDataReceived += (_, line) => server.errors.AppendLine(line.Data);
        server.Process.BeginErrorReadLine();
        while (await server.Process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } found)
            {
                server.Url = new Uri(found.Value);
                return server;
            }
        }
        await server.Process.WaitForExitAsync();
        throw new InvalidOperationException($"The server did not start: {server.errors}");
    }

    /// <summary>SIGKILL: nothing of the program runs after it.</summary>
    public void Kill() => Process.Kill();

    public void Dispose()
    {
        Process.Kill(entireProcessTree: true);
        Process.WaitForExit();
        Process.Dispose();
    }

    [GeneratedRegex("http://[^：（、 ]+")]
    private static partial Regex Address();
}
