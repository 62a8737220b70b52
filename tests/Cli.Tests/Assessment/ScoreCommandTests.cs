using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Rules;
using Testing;

namespace Cli.Tests.Assessment;

public sealed class ScoreCommandTests
{
    private static Task<CommandResult> RunAsync(TestLedger ledger, params string[] args) =>
        CommandRun.RunAsync([.. args, "--data", ledger.Folder.Path, "--year", "2026"], ledger.Clock, ledger.Postgres);

    private static async Task<TestLedger> FilledAsync(Provider provider)
    {
        var ledger = await TestLedger.CreateAsync(provider);
        var unit = await ledger.NewUnitAsync();
        var meeting = await ledger.NewActivityAsync(unit, "党组会研究文明单位创建工作", a => a.OfKinds("meeting").During(Period.Of(new(2026, 1, 12))));
        await ledger.SaveAsync(unit, new Evidence { UnitId = unit.Id, ActivityId = meeting.Id, Form = EvidenceForm.Original, Title = "会议纪要", AddedAt = ledger.Clock.Now });
        await ledger.NewActivityAsync(unit, "党组会研究文明创建工作", a => a.OfKinds("meeting").During(Period.Of(new(2026, 2, 12))));
        await ledger.SaveAsync(unit, new AttestationEntry
        {
            UnitId = unit.Id, SchemeId = "xiaogan", Year = 2026, Kind = AttestationKind.NotApplicable, Subject = "1.10", Reason = "按规定不开设账号", GivenBy = "王敏", GivenAt = ledger.Clock.Now,
        });
        return ledger;
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Score_Json_HasTheStablePartsAndTheRest(Provider provider)
    {
        await using var ledger = await FilledAsync(provider);
        var json = (await RunAsync(ledger, "score", "--scheme", "xiaogan", "--json")).ShouldBeDone().Json;
        (json.GetProperty("scheme").GetString(), json.GetProperty("unit").GetString(), json.GetProperty("from").GetString(), json.GetProperty("to").GetString())
            .ShouldBe(("xiaogan", "市政务服务中心", "2026-01-01", "2026-12-31"));
        (json.GetProperty("points").GetDecimal(), json.GetProperty("possible").GetDecimal(), json.GetProperty("unassigned").GetDecimal(), json.GetProperty("notApplicable").GetDecimal())
            .ShouldBe((0m, 23m, 0m, 1m));
        var first = json.GetProperty("standards")[0];
        (first.GetProperty("id").GetString(), first.GetProperty("possible").GetDecimal()).ShouldBe(("1.1", 2m));
        first.GetProperty("counted").GetArrayLength().ShouldBe(1);
        first.GetProperty("claimed").GetArrayLength().ShouldBe(1);
        first.GetProperty("missing").EnumerateArray().Select(text => text.GetString()).ShouldContain("党委（党组）每年研究创建不少于2次：已填报1次，缺佐证材料");
    }

    [Theory, OnSqlite]
    public async Task Score_Explain_WritesTheWorking(Provider provider)
    {
        await using var ledger = await FilledAsync(provider);
        (await RunAsync(ledger, "score", "--scheme", "xiaogan", "--explain", "1.1")).ShouldBeDone().Output.ReplaceLineEndings("\n").ShouldBe("""
            1.1　党委（党组）每年研究创建不少于2次；有领导小组、专兼职人员、专项经费，入创建工作群
            满分2分，得0分。测评方法：听取汇报、查阅资料。
            （一）党委（党组）每年研究创建不少于2次，1分
            　　要求：每年不少于2次，各期全部达到才得分；每条记录须有佐证材料。
            　　2026年度计1条，未达到：2026年1月12日“党组会研究文明单位创建工作”。
            　　不计：2026年2月12日“党组会研究文明创建工作”（缺佐证材料）。
            　　待完善：已填报1次，缺佐证材料。
            　　待完善：2026年度尚缺1次有佐证的记录，12月31日前对应1分。
            　　得0分。
            （二）有领导小组、专兼职人员、专项经费，入创建工作群，1分
            　　要求：有材料载明领导小组、专兼职人员、专项经费、创建工作群，齐全才得分；每条记录须有佐证材料。
            　　测评期内计0条，未达到。
            　　待完善：测评期内尚未见领导小组、专兼职人员、专项经费、创建工作群的材料，12月31日前对应1分。
            　　得0分。
            合计：0＋0＝0分。

            """.ReplaceLineEndings("\n"));
        (await RunAsync(ledger, "score", "--scheme", "xiaogan", "--explain", "1.10")).ShouldBeDone().Output.ShouldContain("不适用：王敏说明，按规定不开设账号。本项1分不计入应得分。");
        var json = (await RunAsync(ledger, "score", "--scheme", "xiaogan", "--explain", "1.1", "--json")).ShouldBeDone().Json;
        json.GetProperty("checks")[0].GetProperty("claimed")[0].GetProperty("reason").GetString().ShouldBe("缺佐证材料");
        json.GetProperty("working").GetArrayLength().ShouldBe(15);
    }

    [Theory, OnSqlite]
    public async Task Score_ExplainUnknownStandard_NamesTheKnownOnes(Provider provider)
    {
        await using var ledger = await FilledAsync(provider);
        var result = await RunAsync(ledger, "score", "--scheme", "xiaogan", "--explain", "9.9");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("没有标准“9.9”，可用：1.1、1.2");
    }

    [Theory, OnSqlite]
    public async Task Score_NegativeListNobodySigned_IsUnchecked(Provider provider)
    {
        await using var ledger = await FilledAsync(provider);
        var json = (await RunAsync(ledger, "score", "--scheme", "zhejiang", "--json")).ShouldBeDone().Json;
        json.GetProperty("summary").GetString().ShouldBe("已赋分5分中得0分，另3分未赋分，负面清单未自查");
        var list = json.GetProperty("negative")[0];
        (list.GetProperty("effect").GetString(), list.GetProperty("from").GetString(), list.GetProperty("summary").GetString()).ShouldBe(("veto", "2018-01-01", "未自查"));
        (await RunAsync(ledger, "score", "--scheme", "zhejiang")).ShouldBeDone().Output.ShouldContain("2018年1月1日以来有下列情形的不得申报：未自查");
    }
}
