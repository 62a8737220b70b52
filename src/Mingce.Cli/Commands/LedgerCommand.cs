using System.CommandLine;
using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Intake.Ledgers;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Rules.Reading;

namespace Mingce.Cli.Commands;

/// <summary>ledger import FILE: activities of a spreadsheet become drafts; a faulty row is reported and not taken.</summary>
internal static class LedgerCommand
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "活动台账（.xlsx 或 .xls）" };
        var (data, unit, year, json) = (CommonOptions.Data(), CommonOptions.Unit(), CommonOptions.Year(console.Time), CommonOptions.Json());
        (year.DefaultValueFactory, year.Description) = (_ => 0, "日期没有写年份时的年度（默认取文件标题中的年份）");
        var dryRun = new Option<bool>("--dry-run") { Description = "只核对，不导入" };
        var import = new Command("import", "从台账表格导入活动记录，成为草稿，确认后登记；同一文件再次导入不会重复") { file, data, unit, year, dryRun, json };
        import.SetAction(async parsed =>
        {
            var path = parsed.GetValue(file)!;
            EvidenceIntake.RefuseSecrecyMarks(path);
            var sheets = new LedgerSheets(SpreadsheetReader.ReadFile(path));
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Read, console);
            var selected = await folder.SelectUnitAsync(parsed.GetValue(unit));
            await using var db = folder.OpenDb(selected.Id);
            var today = OfficeCalendar.Today(console.Time);
            var kinds = await db.ReadKindsAsync();
            var reading = sheets.Read(kinds.ForReading, parsed.GetValue(year) is > 0 and var asked ? asked : null, today);
            var ledger = new LedgerImport(db, selected, kinds);
            var plan = await ledger.PlanAsync(reading);
            if (!parsed.GetValue(dryRun))
            {
                await ledger.ApplyAsync(plan, enter: false, today, console.Change($"导入 {Masking.Mask(Path.GetFileName(path))}"));
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
        return new Command("ledger", "活动台账") { import };
    }

    private static void Print(CommandConsole console, LedgerPlan plan, bool isDryRun)
    {
        foreach (var (entry, _, known) in plan.Steps)
        {
            console.Output.WriteLine($"{(known is null ? "新记录" : "重复")}  {entry.Sheet} 第{entry.Row}行  {entry.Period.From:yyyy-MM-dd}  {entry.Title}  {known ?? string.Join('；', entry.Doubts)}".TrimEnd());
        }
        foreach (var fault in plan.Faults)
        {
            console.Error.WriteLine($"{fault.Sheet} 第{fault.Row}行 {fault.Column}：{fault.Message}");
        }
        foreach (var remark in plan.Remarks)
        {
            console.Error.WriteLine(remark);
        }
        console.Error.WriteLine($"{(isDryRun ? "核对：" : "已导入：")}新记录 {plan.New} 条{(isDryRun ? "" : "（草稿，请核对后确认登记）")}，重复 {plan.Known} 条；有错未导入 {plan.FaultyRows} 行。");
    }

    private static object ToJson(LedgerPlan plan) => new
    {
        Activities = plan.Steps.Select(s => new
        {
            s.Entry.Sheet,
            s.Entry.Row,
            From = s.Entry.Period.From,
            To = s.Entry.Period.To,
            s.Entry.Title,
            s.Entry.Kinds,
            s.Entry.Place,
            s.Entry.Headcount,
            s.Entry.Hosts,
            Known = s.Known is not null,
            s.Entry.Doubts,
        }),
        Errors = plan.Faults.Select(f => new { f.Sheet, f.Row, f.Column, f.Message }),
    };
}
