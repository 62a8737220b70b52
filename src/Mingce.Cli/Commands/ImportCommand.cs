using System.CommandLine;
using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Intake;
using Mingce.Core.Units;
using Mingce.Rules;
using Mingce.Rules.Reading;

namespace Mingce.Cli.Commands;

/// <summary>import FILE: a report's facts become drafts; --confirm enters them.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "往年总结（.txt、.docx 或有文字的 .pdf）" };
        var (data, unit, year, json) = (CommonOptions.Data(), CommonOptions.Unit(), CommonOptions.Year(console.Time), CommonOptions.Json());
        year.Required = true;
        (year.DefaultValueFactory, year.Description) = (null, "总结所属年度；跨年度的总结填截止年度");
        var confirm = new Option<bool>("--confirm") { Description = "提取后直接登记，不留草稿" };
        var command = new Command("import", "从工作总结提取活动记录，先成草稿，确认后登记") { file, data, unit, year, confirm, json };
        command.SetAction(async parsed =>
        {
            if (parsed.GetValue(year) > OfficeCalendar.Today(console.Time).Year)
            {
                throw new UserFaultException("不能导入今后年度的总结，请核对 --year。");
            }
            var report = await ReportFile.OpenAsync(parsed.GetValue(file)!);
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Write, console);
            var selected = await folder.SelectUnitAsync(parsed.GetValue(unit));
            await using var db = folder.OpenDb(selected.Id);
            var kinds = await db.ReadKindsAsync();
            var import = new ReportImport(db, kinds);
            var result = await import.ImportAsync(report, selected, parsed.GetValue(year), parsed.GetValue(confirm), console.Change($"导入 {Masking.Mask(report.Name)}"));
            if (parsed.GetValue(json))
            {
                console.WriteJson(ToJson(selected, result));
            }
            else
            {
                Print(console, report, result);
            }
        });
        return command;
    }

    private static void Print(CommandConsole console, ReportFile report, ImportResult result)
    {
        foreach (var activity in result.Activities)
        {
            console.Output.WriteLine($"{activity.Id}  {activity.Title}  {Figures(activity)}");
        }
        foreach (var routine in result.Routines)
        {
            console.Output.WriteLine($"{routine.Id}  {routine.Title}  常态化安排");
        }
        foreach (var finding in result.Findings)
        {
            console.Error.WriteLine(FindingText.Write(finding));
        }
        var fresh = result.Activities.Count + result.Routines.Count;
        console.Error.WriteLine(fresh == 0 && result.Entered == 0
            ? $"没有新内容：{report.Name} 的 {result.Unchanged} 条事实都已在台账中。"
            : $"{report.Name}（{report.Encoding}）：新提取 {fresh} 条，已有 {result.Unchanged} 条，登记 {result.Entered} 条。"
                + (result.Entered == 0 ? "请核对后以 --confirm 登记。" : ""));
        console.Error.WriteLine("本系统为非涉密系统，严禁录入、上传国家秘密和工作秘密。");
    }

    private static string Figures(Activity activity) => string.Join(' ',
        activity.Quantities.Select(q => q.Value).Prepend(activity.Occasions)
            .Where(q => q.Value != 1 || q.Unit != "次").Select(FigureText.Write));

    private static object ToJson(Unit unit, ImportResult result) => new
    {
        Unit = unit.FullName,
        result.Report.Year,
        result.Report.Sha256,
        result.Report.Title,
        Drafts = result.Activities.Select(a => new
        {
            a.Id,
            Type = "activity",
            Kind = a.Kinds[0].KindId,
            a.Title,
            a.Text,
            a.Actor,
            a.Count,
            a.IsSummary,
            Quantities = a.Quantities.Select(q => q.Value).Select(q => new { q.Value, q.Unit, q.Bound }),
            Resembles = a.ResemblesId,
        }).Concat<object>(result.Routines.Select(r => new { r.Id, Type = "routine", Kind = r.KindId, r.Title, r.Text, Resembles = r.ResemblesId })),
        result.Unchanged,
        result.Entered,
        Findings = result.Findings.Select(FindingJson.Of),
    };
}
