using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Mingce.Core.Spreadsheets;

namespace Mingce.Bench;

/// <summary>An .xlsx of 100,000 rows, written and read back cell by cell in a process of its own, against packing the same bytes with zip.</summary>
internal static class SpreadsheetBench
{
    private const int Rows = 100_000;
    private const int Rounds = 5;
    private const string Child = "MINGCE_BENCH_XLSX";

    private static readonly Column[] Columns =
    [
        new("开始日期", 16), new("结束日期", 16), new("时间", 18), new("活动", 36), new("类型", 18), new("主办", 20), new("实施主体", 10), new("地点", 20), new("次数", 8), new("实到人数", 10), new("内容", 50), new("状态", 10),
    ];

    public static async Task RunAsync()
    {
        if (Environment.GetEnvironmentVariable(Child) is { Length: > 0 } file)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{WriteAndCheck(file):0.000} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0}"));
            return;
        }
        var folder = Directory.CreateTempSubdirectory("mingce-bench-");
        try
        {
            var (seconds, yardstick, peaks) = (new List<double>(), new List<double>(), new List<double>());
            var xlsx = Path.Combine(folder.FullName, "list.xlsx");
            for (var i = 0; i < Rounds; i++)
            {
                var (time, said) = await RunAsync(Environment.ProcessPath!, [typeof(SpreadsheetBench).Assembly.Location, "xlsx"], folder.FullName, xlsx);
                seconds.Add(time);
                peaks.Add(double.Parse(said.Split(' ')[1], CultureInfo.InvariantCulture));
                await ZipFile.ExtractToDirectoryAsync(xlsx, Path.Combine(folder.FullName, "parts"), overwriteFiles: true);
                yardstick.Add((await RunAsync("zip", ["-q", "-r", "-X", $"again{i}.zip", "parts"], folder.FullName, "")).Seconds);
            }
            Console.WriteLine($"xlsx: {Rows:N0} rows × {Columns.Length} columns written and read back, start of the process included: median {Mingce.Bench.Rounds.Median(seconds):0.00} s, least {seconds.Min():0.00} s (wanted: at most 5); peak working set {peaks.Max():0} MB (wanted: at most 250); {new FileInfo(xlsx).Length / 1e6:0.0} MB");
            Console.WriteLine($"zip of the same bytes: median {Mingce.Bench.Rounds.Median(yardstick):0.00} s; ratio of medians {Mingce.Bench.Rounds.Median(seconds) / Mingce.Bench.Rounds.Median(yardstick):0.00}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double WriteAndCheck(string path)
    {
        var watch = Stopwatch.StartNew();
        using (var output = File.Create(path))
        using (var writer = new SpreadsheetWriter(output))
        {
            writer.StartSheet("活动台账", Columns);
            for (var i = 0; i < Rows; i++)
            {
                writer.AddRow(Row(i));
            }
            writer.Finish();
        }
        var sheet = SpreadsheetReader.ReadFile(path).Single();
        for (var i = 0; i < Rows; i++)
        {
            var (wanted, found) = (Row(i), sheet.Rows[i + 1]);
            for (var column = 0; column < wanted.Length; column++)
            {
                var text = wanted[column] switch { DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), var other => $"{other}" };
                if (found[column] != text)
                {
                    throw new InvalidOperationException($"Row {i + 2} holds “{found[column]}” instead of “{text}”.");
                }
            }
        }
        return watch.Elapsed.TotalSeconds;
    }

    private static object?[] Row(int i)
    {
        var day = new DateOnly(2026, 1, 1).AddDays(i % 330);
        return [day, day, $"{day.Year}年{day.Month}月{day.Day}日", $"走访慰问第{i + 1}户", "走访慰问", i % 3 == 0 ? "办公室" : "业务科", "本单位", $"第{i % 40}社区", 1, i % 60, $"走访结对社区居民，了解需要，送去生活物资，记下第{i}条意见并答复。", "已登记"];
    }

    private static async Task<(double Seconds, string Output)> RunAsync(string program, string[] arguments, string folder, string child)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[Child] = child;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (watch.Elapsed.TotalSeconds, said) : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }
}
