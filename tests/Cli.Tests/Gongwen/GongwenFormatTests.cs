using System.Text;
using Mingce.Gongwen;
using Testing;

namespace Cli.Tests.Gongwen;

public class GongwenFormatTests
{
    private const string Text = "关于开展自查的通知\n各科室:\n请开展自查。\n1、自查内容\n某某县水务局\n2025年11月03日\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task Format_Text_WritesADocumentThatPassesTheCheck(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("通知.txt"), Encoding.GetEncoding(encoding).GetBytes(Text));

        var formatted = (await RunAsync("gongwen", "format", folder.File("通知.txt"), "-o", folder.File("通知.docx"), "--json")).ShouldBeDone();

        formatted.Json.EnumerateArray().Select(part => part.GetProperty("role").GetString()).ShouldBe(["title", "mainRecipient", "paragraph", "heading", "signatureUnit", "signatureDate"]);
        formatted.Error.ShouldContain("主送机关");
        (await RunAsync("gongwen", "check", folder.File("通知.docx"))).ShouldBeDone();
        await using var docx = File.OpenRead(folder.File("通知.docx"));
        DocxReader.ReadText(docx).ShouldBe("关于开展自查的通知\n各科室：\n请开展自查。\n1.自查内容\n某某县水务局\n2025年11月3日");
    }

    [Fact]
    public async Task Format_DocumentOfAnotherProgram_KeepsWhatItDoesNotKnow()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("通知.txt"), Text);
        (await RunAsync("gongwen", "format", folder.File("通知.txt"), "-o", folder.File("一.docx"))).ShouldBeDone();

        (await RunAsync("gongwen", "format", folder.File("一.docx"), "-o", folder.File("二.docx"))).ShouldBeDone();

        (await File.ReadAllBytesAsync(folder.File("二.docx"))).ShouldBe(await File.ReadAllBytesAsync(folder.File("一.docx")));
    }

    [Theory]
    [InlineData("没有.txt", "通知.docx", "找不到")]
    [InlineData("空.txt", "通知.docx", "空")]
    [InlineData("空.txt", "通知.pdf", ".docx")]
    [InlineData("假.docx", "通知.docx", "请")]
    public async Task Format_BadInput_SaysWhatToDo(string input, string output, string reason)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("空.txt"), "");
        await File.WriteAllTextAsync(folder.File("假.docx"), "PK\u0003\u0004");

        var result = await RunAsync("gongwen", "format", folder.File(input), "-o", folder.File(output));

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(reason);
        File.Exists(folder.File(output)).ShouldBeFalse();
    }

    private static Task<CommandResult> RunAsync(params string[] args) => CommandRun.RunAsync(args, new TestClock(), postgres: null);
}
