using System.CommandLine;
using Mingce.Core.Data;
using Mingce.Core.Search;

namespace Mingce.Cli.Commands;

/// <summary>index: makes the search index anew from the records and the texts of files.</summary>
internal static class IndexCommand
{
    public static Command Create(CommandConsole console)
    {
        var data = CommonOptions.Data();
        var command = new Command("index", "重建搜索索引（各单位的记录和文件内容），台账不变") { data };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Write, console);
            var done = await console.WithProgressAsync("重建搜索索引", progress => new SearchBacklog(folder).RebuildAsync(progress, cancellation));
            console.Error.WriteLine($"搜索索引已重建：记录和文件共 {done} 件。");
            return ExitCode.Done;
        });
        return command;
    }
}
