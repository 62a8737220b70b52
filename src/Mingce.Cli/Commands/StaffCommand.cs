using System.CommandLine;
using Mingce.Core;
using Mingce.Core.Data;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;
using Mingce.Core.Units;
using Mingce.Rules.Reading;

namespace Mingce.Cli.Commands;

/// <summary>staff import FILE: people of a spreadsheet enter the ledger; a faulty row is reported and not taken.</summary>
internal static class StaffCommand
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "人员名册（.xlsx 或 .xls）" };
        var (data, unit, json) = (CommonOptions.Data(), CommonOptions.Unit(), CommonOptions.Json());
        var dryRun = new Option<bool>("--dry-run") { Description = "只核对，不导入" };
        var import = new Command("import", "从人员名册导入：新增的加入，已有的更新，名册中没有的只提示") { file, data, unit, dryRun, json };
        import.SetAction(async parsed =>
        {
            var path = parsed.GetValue(file)!;
            var list = StaffList.Read(SpreadsheetReader.ReadFile(path));
            // No writer lock: one short transaction, which must not need a stop of the server.
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Read, console);
            var selected = await folder.SelectUnitAsync(parsed.GetValue(unit));
            await using var db = folder.OpenDb(selected.Id);
            var staffImport = new StaffImport(db, selected);
            var plan = await staffImport.PlanAsync(list, OfficeCalendar.Today(console.Time));
            if (!parsed.GetValue(dryRun))
            {
                await staffImport.ApplyAsync(plan, console.Change($"导入 {Masking.Mask(Path.GetFileName(path))}"));
            }
            if (parsed.GetValue(json))
            {
                console.WriteJson(ToJson(plan));
            }
            else
            {
                Print(console, plan, parsed.GetValue(dryRun));
            }
            return plan.Faults.Count == 0 ? ExitCode.Done : ExitCode.Finding;
        });
        return new Command("staff", "人员") { import };
    }

    private static void Print(CommandConsole console, StaffPlan plan, bool isDryRun)
    {
        foreach (var step in plan.Steps.Where(s => s.Person is null || s.Changes.Count > 0))
        {
            console.Output.WriteLine($"{(step.Person is null ? "新增" : "更新")}  {step.Entry.Name}  {step.Entry.Department}  {string.Join('；', step.Changes)}".TrimEnd());
        }
        foreach (var fault in plan.Faults)
        {
            console.Error.WriteLine($"{fault.Sheet} 第{fault.Row}行 {fault.Column}：{fault.Message}");
        }
        foreach (var remark in plan.Remarks)
        {
            console.Error.WriteLine(remark);
        }
        if (plan.Missing.Count > 0)
        {
            console.Error.WriteLine($"名册中没有下列在册人员，未作改动：{string.Join('、', plan.Missing.Take(20).Select(p => p.Name))}{(plan.Missing.Count > 20 ? $"等 {plan.Missing.Count} 人" : "")}。");
        }
        console.Error.WriteLine($"{(isDryRun ? "核对：" : "已导入：")}新增 {plan.Added} 人，更新 {plan.Changed} 人，无变化 {plan.Same} 人；有问题未导入 {plan.Faults.DistinctBy(f => (f.Sheet, f.Row)).Count()} 行。");
    }

    private static object ToJson(StaffPlan plan) => new
    {
        People = plan.Steps.Select(s => new { s.Entry.Name, s.Entry.Department, s.Entry.Position, s.Entry.PoliticalStatus, s.Entry.Phone }),
        Errors = plan.Faults.Select(f => new { f.Sheet, f.Row, f.Column, f.Message }),
    };
}
