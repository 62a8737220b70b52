using System.Diagnostics;
using System.Text;

namespace Mingce.Core.Storage;

/// <summary>
/// Runs a foreign decoder (pictures, PDF) on bytes from outside: in a child process that has limits of memory, time, files and output,
/// and sees nothing of this program's environment.
/// </summary>
public static class LimitedProcess
{
    private const int Seconds = 20;
    private const int LongestComplaint = 4000;

    // Memory 1 GB, processor 20 s, a written file 64 MB, 64 open files, no core dump; and the wall clock, against one that only waits.
    private static readonly string[] Limits =
        ["--as=1073741824", $"--cpu={Seconds}", "--fsize=67108864", "--nofile=64", "--core=0", "--", "timeout", "-k1", $"{Seconds}"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(Seconds + 5);

    /// <summary>Whether the program and the means to limit it are there (Debian: util-linux, coreutils).</summary>
    public static bool CanRun(string program) => IsInstalled(program) && IsInstalled("prlimit") && IsInstalled("timeout");

    /// <summary>Runs the program to its end.</summary>
    /// <param name="program">Its name, found by PATH.</param>
    /// <param name="arguments">Passed as they are; no shell reads them.</param>
    /// <param name="largestOutput">Bytes of standard output that are taken; a program that writes more is ended.</param>
    /// <param name="environment">Variables the program needs beside PATH.</param>
    /// <returns>What it wrote, or null where it failed, was ended by a limit, or wrote too much; the complaint says what it said of it.</returns>
    public static async Task<(byte[]? Output, string Complaint)> RunAsync(
        string program, IEnumerable<string> arguments, int largestOutput, CancellationToken cancellation, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("prlimit") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var argument in (IEnumerable<string>)[.. Limits, program, .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ended.CancelAfter(Patience);
        try
        {
            process.StandardInput.Close();
            var complaint = ReadAsync(process.StandardError.BaseStream, LongestComplaint, drops: true, ended.Token);
            var output = await ReadAsync(process.StandardOutput.BaseStream, largestOutput, drops: false, ended.Token);
            if (output.IsCut)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(ended.Token);
            return (process.ExitCode == 0 && !output.IsCut ? output.Bytes : null, Encoding.UTF8.GetString((await complaint).Bytes));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, "time");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                // What it wrote may be deleted now.
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    // Complaints beyond the limit are read and dropped, so that their writer does not wait; output beyond it ends the reading.
    private static async Task<(byte[] Bytes, bool IsCut)> ReadAsync(Stream stream, int most, bool drops, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16384];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            var room = (int)Math.Min(read, most - kept.Length);
            kept.Write(buffer, 0, room);
            if (room < read && !drops)
                return (kept.ToArray(), true);
        }
        return (kept.ToArray(), false);
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
