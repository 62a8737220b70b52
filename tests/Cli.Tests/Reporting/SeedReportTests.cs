using System.Text.Json;
using Testing;

namespace Cli.Tests.Reporting;

/// <summary>Real reports, where they lie beside the project: what they count comes out of the report made from their records.</summary>
public sealed class SeedReportTests
{
    private static readonly string Shared = Repository.Path("../shared");
    // A dated deed without figures is told as one: no label counts it.
    private const string OneDeed = "1 次 exact";

    private static readonly string[] Labels = ["seed-1.json", "seed-2.json"];

    [SharedReportsTheory, OnSqlite, OnPostgreSql]
    public async Task Report_FromALabelledReport_TellsEveryFact(Provider provider)
    {
        foreach (var (seed, label) in Seeds())
        {
            await using var run = await CommandRun.CreateAsync(provider);
            await run.ImportAsync("某区测试中心", seed, 2021);
            var report = await ReportText.MakeAsync(run, 2021);

            report.ShouldBeSourced();
            var stated = label.GetProperty("facts").EnumerateArray()
                .Select(f => $"{f.GetProperty("value").GetDecimal():0.##} {f.GetProperty("unit").GetString()} {f.GetProperty("bound").GetString()}").ToList();
            var hours = label.GetProperty("recurrences").EnumerateArray().Select(r => r.GetProperty("recurrence"))
                .Where(r => r.TryGetProperty("hours", out _)).Select(r => $"{r.GetProperty("hours").GetInt32()} 小时 exact");
            // Nothing more: so no deed of another actor went into a sum.
            report.Figures.Select(f => f.Amount).Where(amount => amount != OneDeed).ShouldBe(stated.Concat(hours), ignoreOrder: true);
        }
    }

    [SharedReportsTheory, OnSqlite]
    public async Task Report_ReadBack_TellsTheSameFactsOfTheSameActors(Provider provider)
    {
        foreach (var (seed, _) in Seeds())
        {
            await using var run = await CommandRun.CreateAsync(provider);
            await run.ImportAsync("某区测试中心", seed, 2021);
            var report = await ReportText.MakeAsync(run, 2021);

            var before = (await run.RunAsync("read", seed, "--json")).ShouldBeDone().Json;
            var after = (await run.RunAsync("read", report.Path, "--json")).ShouldBeDone().Json;
            Facts(after).Where(fact => fact != $"own {OneDeed}").ShouldBe(Facts(before), ignoreOrder: true);
        }
    }

    [SharedReportsTheory, OnSqlite]
    public async Task Report_FromAReport_CopiesNoSentence(Provider provider)
    {
        const int Longest = 20;
        foreach (var (seed, _) in Seeds())
        {
            await using var run = await CommandRun.CreateAsync(provider);
            await run.ImportAsync("某区测试中心", seed, 2021);
            var report = await ReportText.MakeAsync(run, 2021);

            var source = (await run.RunAsync("read", seed, "--text")).ShouldBeDone().Output;
            Enumerable.Range(0, report.Text.Length - Longest).Select(i => report.Text.Substring(i, Longest + 1))
                .ShouldAllBe(run => !source.Contains(run, StringComparison.Ordinal));
        }
    }

    // Amounts with who did it, and recurrences.
    private static List<string> Facts(JsonElement reading) => [.. reading.GetProperty("facts").EnumerateArray().SelectMany(fact =>
        fact.GetProperty("quantities").EnumerateArray().Select(q => $"{fact.GetProperty("actor")} {q.GetProperty("value").GetDecimal():0.##} {q.GetProperty("unit")} {q.GetProperty("bound")}")
            .Concat(fact.GetProperty("recurrence") is { ValueKind: JsonValueKind.Object } r ? [r.GetRawText()] : []))];

    private static IEnumerable<(string Seed, JsonElement Label)> Seeds()
    {
        foreach (var name in Labels)
        {
            var label = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared, "reading/labels", name))).RootElement;
            yield return (Path.Combine(Shared, label.GetProperty("report").GetString()!), label);
        }
    }
}
