using System.Diagnostics;

namespace Mingce.Bench;

/// <summary>Times two things in turn, so that both meet the same weather, and compares their medians.</summary>
internal static class Rounds
{
    /// <returns>The median of <paramref name="run"/> in seconds.</returns>
    public static async Task<double> CompareAsync(string subject, Func<Task> run, string yardstick, Func<Task> measure, int rounds = 5)
    {
        await run();
        await measure();
        var (mine, theirs) = (new List<double>(), new List<double>());
        for (var i = 0; i < rounds; i++)
        {
            mine.Add(await TimeAsync(run));
            theirs.Add(await TimeAsync(measure));
        }
        Console.WriteLine($"{subject}: {Shown(mine)}; {yardstick}: {Shown(theirs)}; ratio of medians {Median(mine) / Median(theirs):0.00}");
        return Median(mine);
    }

    public static double Median(IReadOnlyList<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

    private static string Shown(List<double> seconds) => $"median {Median(seconds):0.000} s of {string.Join(' ', seconds.Select(s => $"{s:0.000}"))}";

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed.TotalSeconds;
    }
}
