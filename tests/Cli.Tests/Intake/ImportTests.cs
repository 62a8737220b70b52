using System.Text.Json;
using Testing;

namespace Cli.Tests.Intake;

public sealed class ImportTests
{
    private const string Text = """
        某中心2025年文明创建工作总结
        一、主要做法
        全年举办道德讲堂4次，讲授主题党课3次。每周五下午组织干部职工到南湖社区清扫街道。
        开展捐款活动，共捐款5600元。走访慰问困难家庭12户。
        二、志愿服务
        组织志愿者30余名开展文明交通劝导。结对的东岭村向灾区捐赠大米2000斤。
        """;

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_Report_MakesDraftsThatCountNowhere(Provider provider)
    {
        await using var run = await NewAsync(provider);

        var drafts = (await ImportAsync(run, Text)).GetProperty("drafts").EnumerateArray().ToList();

        drafts.Select(d => d.GetProperty("kind").GetString()).ShouldContain("moral-lecture");
        drafts.Count(d => d.GetProperty("type").GetString() == "routine").ShouldBe(1);
        var lecture = drafts.Single(d => d.GetProperty("kind").GetString() == "moral-lecture");
        lecture.GetProperty("count").GetInt32().ShouldBe(4);
        lecture.GetProperty("isSummary").GetBoolean().ShouldBeTrue();
        (await run.RunAsync("report", "-o", run.File("r.docx"), "--year", "2025")).ExitCode.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_NamesOfThoseInNeed_StandInNoDraft(Provider provider)
    {
        await using var run = await NewAsync(provider);

        var drafts = (await ImportAsync(run, "某中心总结\n资助贫困学生张三丰、李四光、王五岳各500元。慰问困难户刘大海、孙二娘2户。看望困难职工陈伟强、周丽娜3次，走访留守儿童杨小丫、许小乐5人。\n")).GetProperty("drafts");

        drafts.GetArrayLength().ShouldBeGreaterThan(1);
        foreach (var name in new[] { "张三丰", "李四光", "王五岳", "刘大海", "孙二娘", "陈伟强", "周丽娜", "杨小丫", "许小乐" })
            drafts.GetRawText().ShouldNotContain(name);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_PartnersGift_IsNotTheUnitsOwn(Provider provider)
    {
        await using var run = await NewAsync(provider);

        var drafts = (await ImportAsync(run, Text)).GetProperty("drafts").EnumerateArray().ToList();

        drafts.Single(d => Figures(d).Contains(2000m)).GetProperty("actor").GetString().ShouldBe("partner");
        drafts.Single(d => Figures(d).Contains(5600m)).GetProperty("actor").GetString().ShouldBe("own");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_SameBytesTwice_AddsNothing(Provider provider)
    {
        await using var run = await NewAsync(provider);
        var first = await ImportAsync(run, Text);

        var second = await ImportAsync(run, Text);

        first.GetProperty("drafts").GetArrayLength().ShouldBeGreaterThan(4);
        second.GetProperty("drafts").GetArrayLength().ShouldBe(0);
        second.GetProperty("unchanged").GetInt32().ShouldBe(first.GetProperty("drafts").GetArrayLength());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_ConfirmedAfterwards_EntersTheWaitingDraftsOnce(Provider provider)
    {
        await using var run = await NewAsync(provider);
        var drafts = (await ImportAsync(run, Text)).GetProperty("drafts").GetArrayLength();

        var confirmed = await ImportAsync(run, Text, "--confirm");
        var again = await ImportAsync(run, Text, "--confirm");

        confirmed.GetProperty("entered").GetInt32().ShouldBe(drafts);
        again.GetProperty("entered").GetInt32().ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_OneFigureChanged_BringsThatFactOnlyAndPointsToTheOld(Provider provider)
    {
        await using var run = await NewAsync(provider);
        var before = await ImportAsync(run, Text, "--confirm");
        var old = before.GetProperty("drafts").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "moral-lecture");

        var draft = (await ImportAsync(run, Text.Replace("道德讲堂4次", "道德讲堂6次"))).GetProperty("drafts").EnumerateArray().ShouldHaveSingleItem();

        draft.GetProperty("count").GetInt32().ShouldBe(6);
        draft.GetProperty("resembles").GetGuid().ShouldBe(old.GetProperty("id").GetGuid());
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_CorrectionConfirmed_TakesThePlaceOfTheOldFigure(Provider provider)
    {
        await using var run = await NewAsync(provider);
        await ImportAsync(run, Text, "--confirm");
        await ImportAsync(run, Text.Replace("道德讲堂4次", "道德讲堂6次"), "--confirm");

        var figures = (await run.RunAsync("report", "-o", run.File("r.docx"), "--year", "2025", "--json")).ShouldBeDone().Json.GetProperty("figures");

        var told = figures.EnumerateArray().Select(f => f.GetProperty("text").GetString()).ToList();
        told.ShouldContain("6次");
        told.ShouldNotContain("4次");
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_FormerTextAgain_CorrectsTheFigureBack(Provider provider)
    {
        await using var run = await NewAsync(provider);
        await ImportAsync(run, Text, "--confirm");
        run.Clock.Now = run.Clock.Now.AddDays(1);
        await ImportAsync(run, Text.Replace("道德讲堂4次", "道德讲堂6次"), "--confirm");
        run.Clock.Now = run.Clock.Now.AddDays(1);

        var draft = (await ImportAsync(run, Text, "--confirm")).GetProperty("drafts").EnumerateArray().ShouldHaveSingleItem();

        draft.GetProperty("count").GetInt32().ShouldBe(4);
        (await ImportAsync(run, Text, "--confirm")).GetProperty("drafts").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_SentencesAddedAndMoved_BringsTheAddedFactOnly(Provider provider)
    {
        await using var run = await NewAsync(provider);
        await ImportAsync(run, Text);

        var changed = Text.Replace("共捐款5600元。", "干部职工踊跃参加，共捐款5600元。组织无偿献血8人。");

        var draft = (await ImportAsync(run, changed)).GetProperty("drafts").EnumerateArray().ShouldHaveSingleItem();
        draft.GetProperty("kind").GetString().ShouldBe("blood");
        draft.GetProperty("resembles").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, OnSqlite]
    public async Task Import_FactToldTwice_MakesTwoRecords(Provider provider)
    {
        await using var run = await NewAsync(provider);

        var drafts = (await ImportAsync(run, "三月组织捐款活动，捐款800元。\n九月组织捐款活动，捐款800元。")).GetProperty("drafts");

        drafts.GetArrayLength().ShouldBe(2);
    }

    [Theory, OnSqlite]
    public async Task Import_SickChild_IsMaskedInTheLedger(Provider provider)
    {
        await using var run = await NewAsync(provider);

        var result = (await ImportFileAsync(run, "组织捐款活动，为身患白血病的张小明小朋友捐款3200元。", "--json")).ShouldBeDone();

        result.Output.ShouldNotContain("张小明");
        result.Output.ShouldNotContain("白血病");
        result.Output.ShouldContain("1名患病儿童");
    }

    [Theory, OnSqlite]
    public async Task Import_SeveralUnits_AsksWhich(Provider provider)
    {
        await using var run = await NewAsync(provider);
        (await run.RunAsync("init", "--unit", "另一单位")).ShouldBeDone();

        var result = await ImportFileAsync(run, Text);

        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--unit");
        (await ImportFileAsync(run, Text, "--unit", "另一单位")).ShouldBeDone();
    }

    private static async Task<CommandRun> NewAsync(Provider provider)
    {
        var run = await CommandRun.CreateAsync(provider);
        (await run.RunAsync("init", "--unit", "某区某中心")).ShouldBeDone();
        return run;
    }

    private static async Task<JsonElement> ImportAsync(CommandRun run, string text, params string[] options) =>
        (await ImportFileAsync(run, text, [.. options, "--json"])).ShouldBeDone().Json;

    private static Task<CommandResult> ImportFileAsync(CommandRun run, string text, params string[] options)
    {
        var file = run.File("report.txt");
        File.WriteAllText(file, text);
        return run.RunAsync(["import", file, "--year", "2025", .. options]);
    }

    private static IEnumerable<decimal> Figures(JsonElement draft) =>
        draft.TryGetProperty("quantities", out var figures) ? figures.EnumerateArray().Select(q => q.GetProperty("value").GetDecimal()) : [];
}
