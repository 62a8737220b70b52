using System.Text;
using Mingce.Core;
using Mingce.Core.Intake;
using Mingce.Core.Texts;
using Mingce.Gongwen;
using Testing;

namespace Core.Tests.Texts;

public sealed class DocumentTextTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[]> Readable => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("学雷锋志愿服务\r\n清扫楼道\n") },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("学雷锋志愿服务\n清扫楼道")] },
        { "docx", Docx("学雷锋志愿服务\n\n组织志愿者清扫楼道。\n") },
        { "xlsx", TestSpreadsheet.Of(new TestSheet("台账", [["学雷锋志愿服务", 12], ["清扫楼道", null]])) },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task Read_DocumentWithText_HasIt(string form, byte[] bytes)
    {
        var text = await ReadAsync(bytes);
        text.ShouldNotBeNull(form);
        text.ShouldContain("学雷锋志愿服务");
        text.ShouldContain("清扫楼道");
        text.ShouldNotContain('\r');
    }

    public static TheoryData<string, byte[]> Unreadable => new()
    {
        { "empty", [] },
        { "photo", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 2, 3] },
        { "cut zip", [.. "PK\u0003\u0004"u8, 20, 0, 0, 0, 8, 0] },
        { "cut ole", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2] },
        { "cut pdf", "%PDF-1.7 1 0 obj"u8.ToArray() },
        { "blank", " \n\t"u8.ToArray() },
        { "blank docx", Docx(" ") },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Read_NoText_IsNull(string form, byte[] bytes)
    {
        (await ReadAsync(bytes)).ShouldBeNull(form);
        (await DocumentText.ReadHeadAsync(folder.File("file"), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_LongText_IsCutBetweenCharacters()
    {
        var text = await ReadAsync(Encoding.UTF8.GetBytes("字" + string.Concat(Enumerable.Repeat("😀", 600_000))));
        text!.Length.ShouldBe(DocumentText.MostCharacters - 1);
        text.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    [Fact]
    public async Task ReadHead_LongDocument_IsItsFirstLinesWithText()
    {
        await ReadAsync(Encoding.UTF8.GetBytes("\n秘密★1年\n\n" + string.Concat(Enumerable.Range(1, 40).Select(n => $"第{n}行\n"))));
        var head = await DocumentText.ReadHeadAsync(folder.File("file"), CancellationToken.None);
        (head[0], head[^1], head.Count).ShouldBe(("秘密★1年", "第19行", 20));
    }

    [PdfFact]
    public async Task Read_Pdf_JoinsBrokenLinesAndDropsPageNumbers()
    {
        var text = await ReadAsync(TestPdf.Of(
            ["    关于志愿服务的总结", "  一、主要做法", "  全年组织党员干部深入社区开展志愿服务，参加人数三百余人次，受到群众欢迎，累计时", "长六百小时。", "  （一）清扫楼道", "  每周四下午组织干部职工到包保社区清扫楼道，清理垃圾三吨，劝导不文明行为四十余起", "", "    — 1 —"],
            ["，群众满意。", "  二、存在问题", "2"]));
        text.ShouldBe("""
            关于志愿服务的总结
            一、主要做法
            全年组织党员干部深入社区开展志愿服务，参加人数三百余人次，受到群众欢迎，累计时长六百小时。
            （一）清扫楼道
            每周四下午组织干部职工到包保社区清扫楼道，清理垃圾三吨，劝导不文明行为四十余起，群众满意。
            二、存在问题
            """);
        (await DocumentText.ReadHeadAsync(folder.File("file"), CancellationToken.None)).Count.ShouldBe(5);
    }

    [PdfFact]
    public async Task Open_ReportInPdf_IsReadAsText()
    {
        await File.WriteAllBytesAsync(folder.File("总结.pdf"), TestPdf.Of(["2025年工作总结", "全年讲党课6次。"]));
        var report = await ReportFile.OpenAsync(folder.File("总结.pdf"));
        (report.Encoding, report.Name).ShouldBe((ReportFile.Pdf, "总结.pdf"));
        report.Text.ShouldContain("全年讲党课6次");
    }

    [PdfFact]
    public async Task Open_PdfWithoutText_SaysSo()
    {
        await File.WriteAllBytesAsync(folder.File("扫描.pdf"), TestPdf.Of([""]));
        (await Should.ThrowAsync<UserFaultException>(() => ReportFile.OpenAsync(folder.File("扫描.pdf")))).Message.ShouldContain("扫描件");
        await File.WriteAllBytesAsync(folder.File("坏.pdf"), "%PDF-1.4\nnothing"u8.ToArray());
        (await Should.ThrowAsync<UserFaultException>(() => ReportFile.OpenAsync(folder.File("坏.pdf")))).Message.ShouldContain("损坏");
    }

    private async Task<string?> ReadAsync(byte[] bytes)
    {
        await File.WriteAllBytesAsync(folder.File("file"), bytes);
        return await DocumentText.ReadAsync(folder.File("file"), CancellationToken.None);
    }

    private static byte[] Docx(string text)
    {
        using var stream = new MemoryStream();
        GongwenWriter.Write(GongwenText.Recognize(text), stream);
        return stream.ToArray();
    }
}
