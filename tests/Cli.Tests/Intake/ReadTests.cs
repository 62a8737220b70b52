using Mingce.Gongwen;
using Testing;

namespace Cli.Tests.Intake;

public sealed class ReadTests
{
    private static readonly Table Activities = new(
        ["序号", "时间", "地点", "活动名称", "参加人数", "金额（元）"],
        [
            ["1", "2024年3月5日", "人民广场", "“双城同创”志愿服务", "35", ""],
            ["2", "5月中旬", "敬老院", "走访慰问", "12", "3600"],
            ["", "", "", "合计", "50", "3600"],
        ]);

    [Fact]
    public async Task Read_DocxWithTable_GivesRowsAtTheirPlaceInTheText()
    {
        using var folder = new TempFolder();
        var file = Docx(folder);

        var text = (await RunAsync("read", file, "--text")).Output;
        var facts = (await RunAsync("read", file, "--json")).Json.GetProperty("facts").EnumerateArray().ToList();

        facts.Select(fact => fact.GetProperty("quote").GetString()).ShouldBe(
            ["2024年3月5日\t人民广场\t“双城同创”志愿服务\t35", "5月中旬\t敬老院\t走访慰问\t12\t3600", "合计\t50"]);
        foreach (var fact in facts)
            text[fact.GetProperty("start").GetInt32()..fact.GetProperty("end").GetInt32()].ShouldBe(fact.GetProperty("quote").GetString());
        facts[0].GetProperty("campaign").GetString().ShouldBe("双城同创");
        facts[1].GetProperty("date").GetProperty("from").GetString().ShouldBe("2024-05-11");
        facts[1].GetProperty("quantities").EnumerateArray().Select(q => $"{q.GetProperty("value")}{q.GetProperty("unit")}").ShouldBe(["12人", "3600元"]);
    }

    [Fact]
    public async Task Read_TotalThatDiffers_IsToldAndLeavesTheExitCode()
    {
        using var folder = new TempFolder();
        var file = Docx(folder);

        var told = await RunAsync("read", file);
        var finding = (await RunAsync("read", file, "--json")).Json.GetProperty("findings").EnumerateArray().Single();

        told.Error.ShouldContain("“50”与各分项之和不符：35 + 12 = 47人");
        (finding.GetProperty("stated").GetDecimal(), finding.GetProperty("sum").GetDecimal(), finding.GetProperty("unit").GetString()).ShouldBe((50, 47, "人"));
        finding.GetProperty("parts").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Read_Explain_TellsOfEachNumberWhy()
    {
        using var folder = new TempFolder();
        var file = folder.File("report.txt");
        File.WriteAllText(file, "某局2024年总结\n讲党课6次。召开第3次会议。\n");

        var lines = (await RunAsync("read", file, "--explain")).Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var rows = (await RunAsync("read", file, "--explain", "--json")).Json.EnumerateArray().ToList();

        lines.Select(line => string.Join('|', line.Split('\t')[..3])).ShouldBe(
            ["2-6|2024|不是事实", "13-15|6次|是事实：党课（“党课”）", "19-21|3次|不是事实"]);
        lines[2].ShouldContain("序数");
        rows.Select(row => (row.GetProperty("fact").GetBoolean(), row.GetProperty("rule").GetString(), row.GetProperty("kind").GetString())).ShouldBe(
            [(false, "Title", null), (true, "SignalInPiece", "party-lecture"), (false, "Ordinal", null)]);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_TableWithTotals_MakesADraftOfEachRowAndTellsOfTheDifference(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        using var folder = new TempFolder();
        (await run.RunAsync("init", "--unit", "某局")).ShouldBeDone();

        var file = folder.File("table.txt");
        File.WriteAllText(file, "2024年活动\n时间\t活动名称\t参加人数\n3月5日\t志愿服务\t35\n4月2日\t主题党日\t\n合计\t\t36\n");
        var result = (await run.RunAsync("import", file, "--year", "2024", "--json")).ShouldBeDone().Json;

        result.GetProperty("drafts").EnumerateArray().Select(draft => (draft.GetProperty("kind").GetString(), draft.GetProperty("isSummary").GetBoolean())).Take(2)
            .ShouldBe([("volunteer", false), ("party-day", false)]);
        result.GetProperty("findings").GetArrayLength().ShouldBe(1);
    }

    private static string Docx(TempFolder folder)
    {
        var file = folder.File("table.docx");
        using var output = File.Create(file);
        GongwenWriter.Write(new GongwenDocument { Title = "某局2024年活动一览表", Blocks = [Activities] }, output);
        return file;
    }

    private static async Task<CommandResult> RunAsync(params string[] args) => (await CommandRun.RunAsync(args, new TestClock(), null)).ShouldBeDone();
}
