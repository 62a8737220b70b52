using Mingce.Core.Spreadsheets;
using Mingce.Core.WorkItems;
using Testing;

namespace Core.Tests.WorkItems;

/// <summary>Plans in the forms that offices have.</summary>
public sealed class PlanReaderTests
{
    [Fact]
    public void Read_HeadOverTwoRowsAndOnEveryPage_GivesWholesPartsAndWhoAnswers()
    {
        var plan = Read(new TestSheet("计划",
        [
            ["2026年重点工作任务分解表"],
            ["序号", "重点任务", null, "责任分工", null, "完成时限"],
            [null, "重点工作", "具体任务", "责任科室", "责任人", null],
            [1, "志愿服务", "学雷锋月活动", "办公室", "李华", "3月底前"],
            [2, null, "路口值守", "各科室", null, "长期坚持"],
            ["序号", "重点工作", "具体任务", "责任科室", "责任人", "完成时限"],
            [3, "环境整治", "清扫路段", "办公室", null, "12月"],
        ], "A1:F1", "A2:A3", "B2:C2", "D2:E2", "F2:F3", "B4:B5"));

        plan.Faults.ShouldBeEmpty();
        plan.Entries.Select(e => (e.Whole, e.Title, e.Leads, e.People, e.DueOn)).ShouldBe(
        [
            ("志愿服务", "学雷锋月活动", "办公室", "李华", new DateOnly(2026, 3, 31)),
            ("志愿服务", "路口值守", "各科室", "", null),
            ("环境整治", "清扫路段", "办公室", "", new DateOnly(2026, 12, 31)),
        ]);
    }

    [Fact]
    public void Read_FaultyRow_IsToldWithItsColumn()
    {
        var fault = Read(new TestSheet("计划", [["任务", "完成时限"], ["清扫路段", "适时"]])).Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column).ShouldBe((2, "完成时限"));
        fault.Message.ShouldContain("“适时”无法识别");
    }

    private static PlanList Read(TestSheet sheet) => PlanReader.Read(SpreadsheetReader.Read("计划", new MemoryStream(TestSpreadsheet.Of(sheet))), 2026);
}
