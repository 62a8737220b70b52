using Testing;

namespace Cli.Tests.Reporting;

/// <summary>import → report on texts of the tests' own.</summary>
public sealed class ReportCommandTests
{
    private const string Source = """
        市某局2024年工作总结
        一、学习教育
        坚持每周三上午组织集中学习，全年举办道德讲堂6次。
        二、志愿服务
        组织30余名志愿者参加志愿服务活动。全年志愿服务时长达480小时。
        三、帮扶
        职工捐款3600元。结对村捐赠200斤苹果。局长王某个人资助身患重病的李小花小朋友1500元。
        """;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Report_ImportedText_TellsFiguresWithTheirRecords(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        await run.ImportAsync("市某局", await WriteAsync(run, Source), 2024);

        var report = await ReportText.MakeAsync(run, 2024);

        report.ShouldBeSourced();
        report.Figures.Select(f => f.Amount).ShouldBe(
            ["6 次 exact", "30 人 over", "480 小时 exact", "3600 元 exact", "200 斤 exact", "1500 元 exact"], ignoreOrder: true);
        report.Text.ShouldContain("市某局2024年精神文明建设工作总结");
        report.Text.ShouldContain("坚持每周三上午");
        report.Text.ShouldContain("〔帽段：请从规范表述库选用〕");
        report.Text.ShouldContain("〔存在的主要问题：请由本单位填写〕");
        report.Text.ShouldContain("2026年3月5日");
        // Nothing was held in these.
        report.Text.ShouldNotContain("我为群众办实事");
    }

    [Theory, OnSqlite]
    public async Task Report_DeedsOfOthers_AreToldAsTheirsWithoutNamesOrIllness(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        await run.ImportAsync("市某局", await WriteAsync(run, Source), 2024);

        var text = (await ReportText.MakeAsync(run, 2024)).Text;

        var others = text.Split('\n').Single(line => line.StartsWith("此外，", StringComparison.Ordinal));
        others.ShouldContain("结对对象捐赠200斤苹果");
        others.ShouldContain("以个人名义捐款1500元");
        others.ShouldNotContain("3600");
        foreach (var hidden in new[] { "王某", "李小花", "病", "小朋友", "补录", "历史导入" })
        {
            text.ShouldNotContain(hidden);
        }
    }

    [Theory, OnSqlite]
    public async Task Report_Twice_GivesTheSameBytes(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        await run.ImportAsync("市某局", await WriteAsync(run, Source), 2024);

        var first = await File.ReadAllBytesAsync((await ReportText.MakeAsync(run, 2024)).Path);
        var second = await File.ReadAllBytesAsync((await ReportText.MakeAsync(run, 2024)).Path);

        second.ShouldBe(first);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Report_EmptyYear_SaysWhatToDo(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        await run.ImportAsync("市某局", await WriteAsync(run, Source), 2024, confirm: false);

        foreach (var (year, drafts) in new[] { (2023, false), (2024, true) })
        {
            var result = await run.RunAsync("report", "-o", run.File("x.docx"), "--year", $"{year}");
            result.ExitCode.ShouldBe(2);
            result.Error.ShouldContain($"{year}年没有已登记的活动");
            result.Error.Contains("条草稿待确认", StringComparison.Ordinal).ShouldBe(drafts);
            File.Exists(run.File("x.docx")).ShouldBeFalse();
        }
    }

    [Theory, OnSqlite]
    public async Task Report_DraftsWaiting_AreMentionedAndNotTold(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        await run.ImportAsync("市某局", await WriteAsync(run, Source), 2024);
        (await run.RunAsync("import", await WriteAsync(run, "全年慰问老党员25名。"), "--year", "2024")).ShouldBeDone();

        var report = await ReportText.MakeAsync(run, 2024);

        report.Messages.ShouldContain("另有 1 条草稿未确认，未写入");
        report.Figures.ShouldNotContain(f => f.Value == 25);
    }

    [Theory, OnSqlite]
    public async Task Report_PlaceThatCannotBeWritten_LeavesNothing(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        await run.ImportAsync("市某局", await WriteAsync(run, Source), 2024);

        var result = await run.RunAsync("report", "-o", run.File("没有/x.docx"), "--json", "--year", "2024");

        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
    }

    private static async Task<string> WriteAsync(CommandRun run, string text)
    {
        var path = run.File($"{text.Length}.txt");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
