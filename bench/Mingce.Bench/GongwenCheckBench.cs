using System.Security.Cryptography;
using Mingce.Gongwen;
using Mingce.Gongwen.Checking;

namespace Mingce.Bench;

/// <summary>gongwen check of 30 and of 300 pages in memory, against hashing 100 MB on one core.</summary>
internal static class GongwenCheckBench
{
    private const int ParagraphsPerPage = 6;

    public static async Task RunAsync()
    {
        var bytes = RandomNumberGenerator.GetBytes(100_000_000);
        foreach (var pages in (int[])[30, 300])
        {
            var docx = Write(pages);
            await Rounds.CompareAsync(
                $"gongwen check: {pages} pages, {docx.Length} bytes",
                () => Task.FromResult(GongwenCheck.Check(new MemoryStream(docx))),
                "SHA-256 of 100 MB",
                () => Task.FromResult(SHA256.HashData(bytes)),
                rounds: 9);
            var before = GC.GetAllocatedBytesForCurrentThread();
            GongwenCheck.Check(new MemoryStream(docx));
            Console.WriteLine($"  allocated {(GC.GetAllocatedBytesForCurrentThread() - before) / 1e6:0.0} MB");
        }
    }

    private static byte[] Write(int pages)
    {
        const string Text = "围绕节水护水开展志愿服务，参加156人次，服务时长420小时；“河小青”志愿服务队开展活动12次，发放宣传资料2000份，群众满意度98.5%。各科室按月登记台账，及时归集佐证材料。";
        var document = new GongwenDocument
        {
            Title = "2025年度文明单位创建工作情况的报告",
            Blocks = [.. Enumerable.Range(0, pages * ParagraphsPerPage).Select(i => i % 9 == 0 ? (Block)new Heading(i % 27 == 0 ? 1 : 2, "加强组织领导") : new Paragraph(Text))],
        };
        using var output = new MemoryStream();
        GongwenWriter.Write(document, output);
        return output.ToArray();
    }
}
