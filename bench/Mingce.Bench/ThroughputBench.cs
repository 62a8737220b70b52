using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Hammer;

namespace Mingce.Bench;

/// <summary>Requests per second by wrk of the three pages against those of an empty minimal API, each server on one core and the load on another.</summary>
internal static partial class ThroughputBench
{
    private const string ServerCore = "0";
    private const string LoadCore = "1";
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        await using var side = await PagesBench.Side.StartAsync(1_000_000, ServerCore);
        using var empty = await EmptyProgram.BuildAsync();
        using var yardstick = await ServerProcess.StartAsync("taskset", ["-c", ServerCore, empty.Command.Program, .. empty.Command.Arguments]);
        var cookie = side.User.Cookie;
        string[] pages = ["/", "/activities", side.AnyActivity];
        foreach (var page in pages)
        {
            await LoadAsync(new Uri(side.Url, page), cookie, 3);
        }
        await LoadAsync(yardstick.Url, "", 3);
        var theirs = new List<double>();
        var ours = pages.ToDictionary(page => page, _ => new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            theirs.Add(await LoadAsync(yardstick.Url, "", 2));
            foreach (var page in pages)
            {
                ours[page].Add(await LoadAsync(new Uri(side.Url, page), cookie, 2));
            }
        }
        foreach (var page in pages)
        {
            var (mine, empties) = (Bench.Rounds.Median(ours[page]), Bench.Rounds.Median(theirs));
            Console.WriteLine($"throughput: {page}: {mine:0} requests/s; an empty minimal API {empties:0}; ratio of medians {mine / empties:0.00} (wanted: at least 0.35)");
        }
    }

    private static async Task<double> LoadAsync(Uri address, string cookie, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("taskset", ["-c", LoadCore, "wrk", "-t1", "-c8", $"-d{seconds}s", "-H", $"Cookie: {cookie}", "-H", "Accept-Encoding: gzip, br", address.ToString()]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var told = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return !told.Contains("Non-2xx", StringComparison.Ordinal) && RequestsPerSecond().Match(told) is { Success: true } found
            ? double.Parse(found.Groups["n"].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{address}: {told}");
    }

    [GeneratedRegex("Requests/sec: +(?<n>[0-9.]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RequestsPerSecond();
}
