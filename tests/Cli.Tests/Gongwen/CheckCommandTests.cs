using Mingce.Gongwen;
using Testing;

namespace Cli.Tests.Gongwen;

/// <summary>gongwen check through the command line; it needs no ledger.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_OwnDocument_IsDoneAndNamesTheProfile()
    {
        var result = await RunAsync("gongwen", "check", Write("clean.docx", "县文明办"));

        result.ShouldBeDone();
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("GB/T 9704-2012");
        result.Error.ShouldContain("未发现不符之处");
    }

    [Fact]
    public async Task Check_WithJson_GivesClauseCodeWhereFoundAndWanted()
    {
        var result = await RunAsync("gongwen", "check", Write("fault.docx", "县文明办", "共4项(见附表)。"), "--json");

        result.ExitCode.ShouldBe(1);
        var finding = result.Json.EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("clause").GetString().ShouldBe("9");
        finding.GetProperty("code").GetString().ShouldBe("text.halfWidthPunctuation");
        finding.GetProperty("where").GetString()!.ShouldContain("正文（第3段");
        finding.GetProperty("found").GetString()!.ShouldContain("(见附表)");
        finding.GetProperty("wanted").GetString()!.ShouldContain("全角");
        finding.GetProperty("certainty").GetString().ShouldBe("K");
    }

    [Fact]
    public async Task Check_AgainstHouseProfile_AsksForItsValues()
    {
        var profile = folder.File("house.json");
        await File.WriteAllTextAsync(profile, """{"id": "xx-ju", "name": "某局公文格式", "pageNumber": {"place": "center"}}""");

        var result = await RunAsync("gongwen", "check", Write("clean.docx", "县文明办"), "--profile", profile);

        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("居中");
        result.Output.ShouldContain("§7.5，H");
        result.Error.ShouldContain("某局公文格式（xx-ju）");
    }

    [Theory]
    [InlineData("{\n\"id\": \"a\",\n\"pagenumber\": {\"place\": \"center\"}}", "第 3 行")]
    [InlineData("不是", "第 1 行")]
    public async Task Check_WithFaultyProfile_NamesItsLine(string json, string reason)
    {
        var profile = folder.File("house.json");
        await File.WriteAllTextAsync(profile, json);

        var result = await RunAsync("gongwen", "check", Write("clean.docx", "县文明办"), "--profile", profile);

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(reason);
    }

    [Fact]
    public async Task Check_UnreadableOrMissingFile_IsBadInput()
    {
        var text = folder.File("text.docx");
        await File.WriteAllTextAsync(text, "文字");

        (await RunAsync("gongwen", "check", text)).ShouldSatisfyAllConditions(result => result.ExitCode.ShouldBe(2), result => result.Error.ShouldContain("另存为 .docx"));
        (await RunAsync("gongwen", "check", folder.File("none.docx"))).ShouldSatisfyAllConditions(result => result.ExitCode.ShouldBe(2), result => result.Error.ShouldContain("找不到文件"));
    }

    private string Write(string name, string recipient, string text = "现将有关情况报告如下。")
    {
        var document = new GongwenDocument { Title = "关于文明单位创建工作情况的报告", MainRecipient = recipient, Blocks = [new Paragraph(text)] };
        using var file = File.Create(folder.File(name));
        GongwenWriter.Write(document, file);
        return file.Name;
    }

    private static Task<CommandResult> RunAsync(params string[] args) => CommandRun.RunAsync(args, new TestClock(), null);
}
