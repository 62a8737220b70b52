using System.CommandLine;
using Mingce.Core.Data;
using Mingce.Core.Storage;

namespace Mingce.Cli.Commands;

/// <summary>fsck [--read-data]: rows against files and hashes; 1 on any fault; never deletes.</summary>
internal static class FsckCommand
{
    public static Command Create(CommandConsole console)
    {
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var readData = new Option<bool>("--read-data") { Description = "逐字节读出并核对校验值" };
        var command = new Command("fsck", "检查台账与佐证文件是否一致，只查不改") { data, readData, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Read, console);
            var result = await console.WithProgressAsync("检查佐证文件", progress =>
                new LedgerCheck(folder).RunAsync(parsed.GetValue(readData), progress, cancellation));
            if (parsed.GetValue(json))
            {
                console.WriteJson(result.Faults);
            }
            foreach (var fault in result.Faults)
            {
                console.Error.WriteLine($"{fault.Where}：{fault.Found}，应为 {fault.Wanted}。");
            }
            console.Error.WriteLine($"检查佐证 {result.Rows} 条、文件 {result.Files} 个，发现问题 {result.Faults.Count} 处"
                + (result.Unreferenced == 0 ? "。" : $"；另有 {result.Unreferenced} 个文件未被引用（中断的上传所留，无害）。"));
            return result.Faults.Count == 0 ? ExitCode.Done : ExitCode.Finding;
        });
        return command;
    }
}
