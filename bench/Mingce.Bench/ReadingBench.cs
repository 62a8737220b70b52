using System.Diagnostics;
using System.Text;
using Fuzz;
using Mingce.Core.Activities;
using Mingce.Rules.Reading;

namespace Mingce.Bench;

/// <summary>Reports read into facts on one core, against decoding the same bytes and looking once at every character.</summary>
internal static class ReadingBench
{
    private const int Large = 10_000_000;
    private const int Small = 1_000_000;
    /// <summary>The usual yearly report of an office.</summary>
    private const int OneReport = 9_000;

    private static readonly ReportReader Reader = new(KindCatalogue.LoadDefault().All);

    /// <summary>Speed in MB of UTF-8 and in reports, and how it grows with the length.</summary>
    public static async Task RunAsync()
    {
        var (large, small, one) = (Bytes(Large), Bytes(Small), Bytes(OneReport));
        var largeTime = await Rounds.CompareAsync($"reading: {large.Length / 1e6:0.0} MB of reports into {Read(large)} facts", () => Task.FromResult(Read(large)), "decoding and one pass over the characters", () => Task.FromResult(Pass(large)));
        var smallTime = await Rounds.CompareAsync($"reading: {small.Length / 1e6:0.0} MB", () => Task.FromResult(Read(small)), "decoding and one pass over the characters", () => Task.FromResult(Pass(small)));
        var count = Large / one.Length;
        var oneTime = await Rounds.CompareAsync($"reading: {count} reports of {one.Length / 1e3:0.0} kB", () => ManyAsync(count, () => Read(one)), "decoding and one pass over the characters", () => ManyAsync(count, () => Pass(one)));
        Console.WriteLine($"reading: {large.Length / 1e6 / largeTime:0.0} MB/s (wanted: at least 5), {count / oneTime:0} reports/s, growth from {small.Length / 1e6:0.0} to {large.Length / 1e6:0.0} MB {largeTime / large.Length / (smallTime / small.Length):0.00} times linear, peak memory {PeakMemory()} MB");
    }

    /// <summary>Texts of one pattern repeated: the slowest, and those that grow the most.</summary>
    public static Task RunNastyAsync()
    {
        List<(string Pattern, double Speed, double Growth)> figures = [];
        foreach (var pattern in NastyPatterns.All)
        {
            var (small, large) = (NastyPatterns.Repeat(pattern, Small / 3), NastyPatterns.Repeat(pattern, Large / 3));
            Time(small);
            var (smallTime, largeTime) = (Time(small), Time(large));
            figures.Add((pattern, Encoding.UTF8.GetByteCount(large) / 1e6 / largeTime, largeTime / smallTime / ((double)large.Length / small.Length)));
        }
        foreach (var (pattern, speed, growth) in figures.OrderBy(figure => figure.Speed).Take(10))
            Console.WriteLine($"{Shown(pattern)}: {speed:0.0} MB/s, growth to ten times the length {growth:0.00} times linear");
        var worst = figures.MaxBy(figure => figure.Growth);
        Console.WriteLine($"reading {figures.Count} patterns of {Large / 3} characters: slowest {figures.Min(figure => figure.Speed):0.0} MB/s, median {Rounds.Median([.. figures.Select(figure => figure.Speed)]):0.0} MB/s, greatest growth {worst.Growth:0.00} times linear ({Shown(worst.Pattern)}), peak memory {PeakMemory()} MB");
        return Task.CompletedTask;
    }

    private static byte[] Bytes(int size) => Encoding.UTF8.GetBytes(SampleReports.OfSize(size));

    private static int Read(byte[] bytes) => Reader.Read(TextDecoder.Decode(bytes).Text).Facts.Count;

    private static int Pass(byte[] bytes)
    {
        var digits = 0;
        foreach (var c in Encoding.UTF8.GetString(bytes))
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits;
    }

    private static Task ManyAsync(int count, Func<int> work)
    {
        for (var i = 0; i < count; i++)
            work();
        return Task.CompletedTask;
    }

    private static double Time(string text)
    {
        var watch = Stopwatch.StartNew();
        Reader.Read(text);
        return watch.Elapsed.TotalSeconds;
    }

    private static string Shown(string pattern) => string.Concat(pattern.Select(c => char.IsLetterOrDigit(c) || char.IsPunctuation(c) || char.IsSymbol(c) ? $"{c}" : $"\\u{(int)c:X4}"));

    private static long PeakMemory() => Process.GetCurrentProcess().PeakWorkingSet64 >> 20;
}
