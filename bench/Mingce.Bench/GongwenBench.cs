using System.Diagnostics;
using Mingce.Gongwen;

namespace Mingce.Bench;

/// <summary>Writing, formatting and reading official documents of 30 and 300 pages: time, growth, and what stays in memory.</summary>
internal static class GongwenBench
{
    private const int Rounds = 15;
    private const int LinesPerPage = 22;

    public static Task RunAsync()
    {
        foreach (var (name, work) in Works())
        {
            var (small, large) = (Median(work, 30), Median(work, 300));
            Console.WriteLine($"{name}: 30 pages {small:0.0} ms, 300 pages {large:0.0} ms, growth {large / small:0.0} for 10 times the pages");
        }
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var _ in Enumerable.Range(0, 100)) Write(Document(30));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine($"memory after 100 documents of 30 pages: {(after - before) / 1024.0:0} KB more than before");
        return Task.CompletedTask;
    }

    private static IEnumerable<(string Name, Func<int, Action> Work)> Works()
    {
        yield return ("write", pages => Prepared(Document(pages), document => Write(document)));
        yield return ("recognise and write", pages => Prepared(Document(pages).ToText(), text => Write(GongwenText.Recognize(text))));
        yield return ("read and write again", pages => Prepared(Write(Document(pages)), docx => Write(DocxReader.Read(new MemoryStream(docx)))));
    }

    private static Action Prepared<T>(T input, Action<T> work) => () => work(input);

    private static double Median(Func<int, Action> work, int pages)
    {
        var run = work(pages);
        for (var i = 0; i < 3; i++) run(); // warm
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            run();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return Bench.Rounds.Median(times);
    }

    private static byte[] Write(GongwenDocument document)
    {
        using var output = new MemoryStream();
        GongwenWriter.Write(document, output);
        return output.ToArray();
    }

    // A page: a heading, and paragraphs of five lines.
    private static GongwenDocument Document(int pages) => new()
    {
        Title = "某某县水务局\n2025年度文明单位创建工作情况的报告",
        MainRecipient = "县文明办",
        Blocks =
        [
            .. Enumerable.Range(0, pages).SelectMany(page => (Block[])
            [
                new Heading(1, "加强组织领导"),
                .. Enumerable.Range(0, (LinesPerPage - 1) / 5).Select(i => new Paragraph(string.Concat(Enumerable.Repeat($"第{page + i + 1}次召开专题会议，“一把手”负总责；", 7)))),
            ]),
        ],
        Signature = new Signature("某某县水务局", new DateOnly(2025, 11, 3)),
    };
}
