using Testing;

namespace Cli.Tests.Assessment;

public sealed class SchemesCommandTests
{
    private static readonly string[] Known =
    [
        "xiaogan", "model-unit", "huanggang", "handan", "enterprise", "bureau", "city-dynamic", "national-2012", "national-2020",
        "beijing-2014", "hefei-2013", "shaanxi-2017", "shandong-taian", "zhejiang",
    ];

    private static Task<CommandResult> RunAsync(params string[] args) => CommandRun.RunAsync(args, new TestClock(), null);

    [Fact]
    public async Task List_Json_HasEverySchemeWithSourceAndCompleteness()
    {
        var schemes = (await RunAsync("schemes", "list", "--json")).ShouldBeDone().Json.EnumerateArray().ToDictionary(scheme => scheme.GetProperty("id").GetString()!);
        schemes.Keys.ShouldBeSubsetOf(schemes.Keys.Concat(Known));
        foreach (var id in Known)
        {
            schemes[id].GetProperty("source").GetString().ShouldNotBeNullOrWhiteSpace(id);
            schemes[id].GetProperty("completeness").GetString().ShouldNotBeNullOrWhiteSpace(id);
        }
        schemes["xiaogan"].GetProperty("assigned").GetDecimal().ShouldBe(24);
        schemes["bureau"].GetProperty("unassigned").GetDecimal().ShouldBe(3);
        schemes["city-dynamic"].GetProperty("pass").GetDecimal().ShouldBe(85);
        (await RunAsync("schemes", "list")).ShouldBeDone().Output.ShouldContain("黄冈市文明单位考评细则");
    }

    [Fact]
    public async Task Check_EveryCatalogueFile_IsInOrder()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("catalogue/schemes"), "*.yaml"))
            (await RunAsync("schemes", "check", file)).ShouldBeDone().Output.ShouldStartWith("写法正确");
    }

    [Fact]
    public async Task Check_WrongFile_ExitsOneWithLineAndReason()
    {
        using var folder = new TempFolder();
        var file = folder.File("s.yaml");
        await File.WriteAllTextAsync(file, "id: s\ntitle: 体系\nsource: 来源\ncompleteness: 全\nsections:\n  - {name: 一, standards: [{id: a, name: 甲, points: 2, checks: [{name: 乙, points: 1, rule: grade}]}]}\n");
        var result = await RunAsync("schemes", "check", file, "--json");
        result.ExitCode.ShouldBe(1);
        result.Json.GetProperty("valid").GetBoolean().ShouldBeFalse();
        result.Json.GetProperty("faults")[0].GetProperty("line").GetInt32().ShouldBe(6);
        result.Error.ShouldContain("s.yaml 第6行：测评标准“a”的检查项合计1分，少于2分");
        (await RunAsync("schemes", "check", folder.File("nowhere.yaml"))).ExitCode.ShouldBe(2);
    }
}
