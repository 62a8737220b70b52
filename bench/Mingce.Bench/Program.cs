using Mingce.Bench;

// One figure per argument; each prints its rounds, the median and the ratio to a yardstick.
var figures = new Dictionary<string, Func<Task>>
{
    ["dossier"] = DossierBench.RunAsync,
    ["start"] = ServerBench.StartAsync,
    ["memory"] = ServerBench.MemoryAsync,
    ["ledger"] = LargeLedger.RunAsync,
    ["pages"] = PagesBench.RunAsync,
    ["throughput"] = ThroughputBench.RunAsync,
    ["report"] = ReportBench.RunAsync,
    ["score"] = ScoreBench.RunAsync,
    ["search"] = SearchBench.RunAsync,
    ["reading"] = ReadingBench.RunAsync,
    ["reading-nasty"] = ReadingBench.RunNastyAsync,
    ["gongwen"] = GongwenBench.RunAsync,
    ["gongwen-check"] = GongwenCheckBench.RunAsync,
    ["create"] = CreateBench.RunAsync,
    ["create-slow-disk"] = CreateBench.RunSlowAsync,
    ["pictures"] = PictureBench.RunAsync,
    ["xlsx"] = SpreadsheetBench.RunAsync,
};

if (args is not [var name] || !figures.TryGetValue(name, out var run))
{
    Console.Error.WriteLine($"Usage: dotnet run -c Release --project bench/Mingce.Bench -- {string.Join('|', figures.Keys)}");
    return 2;
}
await run();
return 0;
