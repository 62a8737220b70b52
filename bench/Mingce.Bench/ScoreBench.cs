using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Mingce.Rules;
using Mingce.Rules.Schemes;

namespace Mingce.Bench;

/// <summary>10,000 records against 75 standards of every rule type, and one record more, against hashing 10 MB on one core.</summary>
internal static class ScoreBench
{
    private const int Records = 10_000;
    private const int Standards = 75;

    private static readonly string[] Kinds = [.. Enumerable.Range(0, 33).Select(i => $"kind-{i}")];

    private static readonly string[] Words =
        ["文明创建", "志愿服务", "道德讲堂", "领导小组", "专项经费", "中心组", "核心价值观", "身边好人", "经典诵读", "文明交通", "结对帮扶", "无偿献血", "环境整治", "主题党日", "警示教育"];

    public static async Task RunAsync()
    {
        var scheme = NewScheme();
        var input = new ScoringInput(new(2026, 1, 1), new(2026, 12, 31), new(2026, 12, 31), [.. Enumerable.Range(0, Records).Select(NewRecord)]);
        var characters = input.Records.Sum(record => record.Title.Length + record.Text.Length + record.Evidence.Sum(piece => piece.Title.Length));
        var card = Scorer.Score(scheme, input);
        var bytes = RandomNumberGenerator.GetBytes(10_000_000);
        await Rounds.CompareAsync(
            $"score: {Records} records ({characters} characters) against {Standards} standards, {card.Standards.Sum(s => s.Counted.Count)} times counted, {card.Points / 100m} of {card.Possible / 100m} points",
            () => Task.FromResult(Scorer.Score(scheme, input)),
            "SHA-256 of 10 MB",
            () => Task.FromResult(SHA256.HashData(bytes)),
            rounds: 21);
        Add(scheme, input);
        Memory(scheme, input);
    }

    private static void Add(Scheme scheme, ScoringInput input)
    {
        var scoring = new Scoring(scheme, input);
        var times = new List<double>();
        for (var i = 0; i < 400; i++)
        {
            var record = NewRecord(Records + i);
            var watch = Stopwatch.StartNew();
            scoring.Add(record);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        var warm = times.Skip(100).Order().ToList();
        Console.WriteLine($"add: one record more: median {warm[warm.Count / 2]:0.000} ms, 95% {warm[(int)(warm.Count * 0.95)]:0.000} ms, most {warm[^1]:0.000} ms");
    }

    private static void Memory(Scheme scheme, ScoringInput input)
    {
        var held = new List<long>();
        for (var i = 0; i < 300; i++)
        {
            Scorer.Score(scheme, input);
            if (i % 100 == 0 || i == 299)
                held.Add(GC.GetTotalMemory(forceFullCollection: true));
        }
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Scorer.Score(scheme, input);
        Console.WriteLine($"memory: held after 1, 101, 201, 300 rounds: {string.Join(' ', held.Select(b => $"{b / 1024.0 / 1024:0.0}"))} MB; one round allocates {(GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / 1024:0.0} MB");
    }

    private static Scheme NewScheme() => new(
        "bench", "bench", "bench", "bench",
        [new Section("bench", null, [new Indicator("bench", null, [.. Enumerable.Range(0, Standards).Select(NewStandard)])])]);

    private static Standard NewStandard(int i)
    {
        var id = i.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
        var what = new Selection([Kinds[i % 33], Kinds[(i * 7 + 3) % 33]], Wording.Any(Words[i % 15], Words[(i + 4) % 15], Words[(i + 9) % 15]));
        var parts = new[] { new Part(Words[i % 15], Wording.Any(Words[i % 15])), new Part(Words[(i + 1) % 15], Wording.Any(Words[(i + 1) % 15])) };
        Check check = (i % 5) switch
        {
            0 => new ThresholdCheck(id, id, 200, what, 1, new(Cycle.Month)) { Award = Award.EachPeriod },
            1 => new ThresholdCheck(id, id, 200, what, 2, new(Cycle.Quarter)) { Award = Award.Deduct, Deduct = 10 },
            2 => new DocumentsCheck(id, id, 200, new Selection([Kinds[i % 33]]), parts),
            3 => new ThresholdCheck(id, id, 200, new Selection([], Wording.Any(Words[i % 15])), 100) { Measure = "小时" },
            _ => new GradeCheck(id, id, 200, what),
        };
        return new Standard(id, id, 200, [], [check]);
    }

    private static ScoringRecord NewRecord(int i)
    {
        var text = new StringBuilder();
        for (var j = 0; j < 6; j++)
            text.Append($"第{i}次组织干部职工开展").Append(Words[(i * 3 + j * 5) % 15]).Append("活动，认真总结，取得实效。");
        return new ScoringRecord(
            $"r{i:00000}", [Kinds[i % 33], Kinds[(i * 5 + 1) % 33]], $"{Words[i % 15]}第{i}期", text.ToString(), Period.Of(new DateOnly(2026, 1, 1).AddDays(i * 7 % 365)),
            Headcount: i % 40, Evidence: [new(EvidenceForm.Photo, "现场照片"), new(EvidenceForm.Document, $"{Words[(i + 1) % 15]}方案")], Quantities: [new(i % 5, "小时")]);
    }
}
