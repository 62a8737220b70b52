using System.CommandLine;
using Mingce.Core;
using Mingce.Core.Data;
using Mingce.Core.Reporting;
using Mingce.Core.Storage;
using Mingce.Core.Units;
using Mingce.Gongwen;

namespace Mingce.Cli.Commands;

/// <summary>report -o X.docx: the yearly work report; --json prints its figures with the records behind them.</summary>
internal static class ReportCommand
{
    public static Command Create(CommandConsole console)
    {
        var (data, unit, year, json) = (CommonOptions.Data(), CommonOptions.Unit(), CommonOptions.Year(console.Time), CommonOptions.Json());
        var output = CommonOptions.OutputFile("总结.docx");
        var command = new Command("report", "由已登记的活动形成年度工作总结（报告）") { output, data, unit, year, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Read, console);
            var selected = await folder.SelectUnitAsync(parsed.GetValue(unit));
            await using var db = folder.OpenDb(selected.Id);
            var report = await new WorkReports(db).ComposeAsync(selected, parsed.GetValue(year), OfficeCalendar.Today(console.Time), cancellation);
            var path = parsed.GetValue(output)!;
            await DurableFile.WriteAsync(path, stream =>
            {
                GongwenWriter.Write(report.Document, stream);
                return Task.CompletedTask;
            });
            if (parsed.GetValue(json))
            {
                console.WriteJson(ToJson(report));
            }
            console.Error.WriteLine($"已写入 {path}：数据 {report.Figures.Count} 处，均注明来源记录。请补充〔〕标明之处，核对后使用。"
                + (report.DraftsWaiting > 0 ? $"另有 {report.DraftsWaiting} 条草稿未确认，未写入。" : ""));
        });
        return command;
    }

    private static object ToJson(WorkReport report) => new
    {
        Figures = report.Figures.Select(f => new { f.Text, f.Quantity.Value, f.Quantity.Unit, f.Quantity.Bound, f.Start, f.End, f.Records }),
    };
}
