using Mingce.Core;
using Mingce.Core.Spreadsheets;
using Testing;

namespace Cli.Tests.Staff;

public sealed class StaffCommandTests
{
    private static readonly TestSheet First = new("编内", [["姓名", "科室", "职务", "政治面貌", "电话"], ["张　三", "办公室", "科员", "党员", 13800138000L], ["李四", "业务股", "科员", "火星党", null], ["王五", "业务股", "科员", "群众", null]]);

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Import_Again_UpdatesAndNeverDoubles(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        (await run.RunAsync("init", "--unit", "市中心")).ShouldBeDone();
        var first = await ImportAsync(run, First);
        first.ExitCode.ShouldBe(1);
        first.Json.GetProperty("people").EnumerateArray().Select(p => $"{p.GetProperty("name")} {p.GetProperty("department")} {p.GetProperty("position")} {p.GetProperty("politicalStatus")} {p.GetProperty("phone")}")
            .ShouldBe(["张三 办公室 科员 中共党员 13800138000", "王五 业务股 科员 群众 "]);
        var error = first.Json.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        (error.GetProperty("sheet").GetString(), error.GetProperty("row").GetInt32(), error.GetProperty("column").GetString()).ShouldBe(("编内", 3, "政治面貌"));
        error.GetProperty("message").GetString()!.ShouldContain("火星党");

        var second = await ImportAsync(run, new TestSheet("编内", [["姓名", "科室", "职务"], ["张三", "业务股", "股长"], ["李四", "业务股", "科员"]]), json: false);
        second.ShouldBeDone();
        second.Output.ShouldContain("更新  张三  业务股  部门：办公室→业务股；职务：科员→股长");
        second.Output.ShouldContain("新增  李四");
        second.Error.ShouldContain("未作改动：王五");
        var third = await ImportAsync(run, new TestSheet("编内", [["姓名", "科室", "职务"], ["张三", "业务股", "股长"], ["李四", "业务股", "科员"]]), json: false);
        third.Error.ShouldContain("新增 0 人，更新 0 人，无变化 2 人");
    }

    [Theory, OnSqlite]
    public async Task DryRun_Changes_Nothing(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        (await run.RunAsync("init", "--unit", "市中心")).ShouldBeDone();
        (await ImportAsync(run, First, json: true, "--dry-run")).Json.GetProperty("people").GetArrayLength().ShouldBe(2);
        (await ImportAsync(run, First, json: false, "--dry-run")).Error.ShouldContain("新增 2 人");
    }

    [Theory, OnSqlite]
    public async Task Import_Namesakes_AreToldApartOrReported(Provider provider)
    {
        await using var run = await CommandRun.CreateAsync(provider);
        (await run.RunAsync("init", "--unit", "市中心")).ShouldBeDone();
        object?[] head = ["姓名", "部门", "电话"];
        (await ImportAsync(run, new("表", [head, ["张三", "办公室", "13800138000"], ["张三", "业务股", "13900139000"]]))).ShouldBeDone();
        (await ImportAsync(run, new("表", [head, ["张三", "业务股", "13800138000"], ["张三", "办公室", "13900139000"]]), json: false)).Error.ShouldContain("新增 0 人，更新 2 人");
        var unclear = await ImportAsync(run, new("表", [head, ["张三", "信息股", null]]));
        unclear.ExitCode.ShouldBe(1);
        unclear.Json.GetProperty("errors")[0].GetProperty("message").GetString()!.ShouldContain("无法判断是哪一位");
    }

    [Fact]
    public async Task Import_Xls_IsReadAsXlsxIs()
    {
        await using var run = await CommandRun.CreateAsync(Provider.Sqlite);
        (await run.RunAsync("init", "--unit", "市中心")).ShouldBeDone();
        await File.WriteAllBytesAsync(run.File("staff.xls"), TestXls.Of("编外", [["人员花名册"], ["部门", "姓名", "电话", "入职时间"], ["办公室", "张　三", 13800138000L, "2019.07"], [null, "李四", null, null]], (0, 0, 0, 3), (2, 3, 0, 0)));
        var result = await run.RunAsync("staff", "import", run.File("staff.xls"), "--json");
        result.ShouldBeDone();
        result.Json.GetProperty("people").EnumerateArray().Select(p => $"{p.GetProperty("name")} {p.GetProperty("department")} {p.GetProperty("phone")}")
            .ShouldBe(["张三 办公室 13800138000", "李四 办公室 "]);
    }

    [Fact]
    public void Read_CorruptedXls_IsRefusedInOneSentenceOrReadWithoutHarm()
    {
        var sound = TestXls.Of("表", [["姓名", "电话"], ["张三", 13800138000L]], (0, 0, 0, 0));
        var refused = 0;
        for (var at = 8; at < 2048; at += 3)
        {
            byte[] bytes = [.. sound];
            bytes[at] ^= 0xFF;
            try
            {
                SpreadsheetReader.Read("名册.xls", new MemoryStream(bytes));
            }
            catch (UserFaultException)
            {
                refused++;
            }
        }
        refused.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("没有.xlsx", "找不到文件")]
    public async Task Import_MissingFile_IsBadInput(string name, string reason)
    {
        await using var run = await CommandRun.CreateAsync(Provider.Sqlite);
        (await run.RunAsync("init", "--unit", "市中心")).ShouldBeDone();
        var result = await run.RunAsync("staff", "import", run.File(name));
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(reason);
    }

    private static async Task<CommandResult> ImportAsync(CommandRun run, TestSheet sheet, bool json = true, params string[] more)
    {
        await File.WriteAllBytesAsync(run.File("名册.xlsx"), TestSpreadsheet.Of(sheet));
        return await run.RunAsync(["staff", "import", run.File("名册.xlsx"), .. json ? ["--json"] : Array.Empty<string>(), .. more]);
    }
}
