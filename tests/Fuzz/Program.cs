using System.Diagnostics;
using Fuzz;

// Reads damaged reports by number, from the first to the last one given, and stops at the first that is not handled as it should.
if (args is not [var first, var last, ..] || !ulong.TryParse(first, out var from) || !ulong.TryParse(last, out var to))
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Fuzz -- FIRST LAST [FOLDER with more reports (*.txt)]");
    return 2;
}
const double SlowestAllowed = 1;
var more = args.Skip(2).SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Select(File.ReadAllText);
var mutator = new Mutator([.. SampleReports.All, .. more]);
var check = new ReadingCheck();
var (started, running, startedAt) = (Stopwatch.GetTimestamp(), from, Stopwatch.GetTimestamp());
using var watch = new Timer(_ =>
{
    if (Stopwatch.GetElapsedTime(Volatile.Read(ref startedAt)).TotalSeconds > 30 * SlowestAllowed)
        Environment.FailFast($"Case {Volatile.Read(ref running)} hangs.");
}, null, 1000, 1000);
var (bytes, refused, facts, slowest, slowestCase) = (0L, 0L, 0L, 0.0, from);
for (var number = from; number <= to; number++)
{
    var file = mutator.File(number);
    Volatile.Write(ref running, number);
    Volatile.Write(ref startedAt, Stopwatch.GetTimestamp());
    try
    {
        if (check.Run(file) is { } count)
            facts += count;
        else
            refused++;
    }
    catch (Exception e)
    {
        Console.Error.WriteLine($"Case {number} of {file.Length} bytes: {e}");
        return 1;
    }
    bytes += file.Length;
    if (Stopwatch.GetElapsedTime(startedAt).TotalSeconds is var seconds && seconds > slowest && number > from)
        (slowest, slowestCase) = (seconds, number);
    if ((number - from + 1) % 100_000 == 0 || number == to)
        Print(number);
}
return slowest > SlowestAllowed ? 1 : 0;

void Print(ulong number) => Console.WriteLine(
    $"{number - from + 1} files, {bytes / 1e6:0} MB, in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s: {refused} refused, {facts} facts; slowest {slowest:0.000} s (case {slowestCase}), peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
