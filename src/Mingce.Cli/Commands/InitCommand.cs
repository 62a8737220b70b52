using System.CommandLine;
using Mingce.Core.Data;
using Mingce.Core.Units;

namespace Mingce.Cli.Commands;

/// <summary>init --unit NAME: a ledger with a unit in it; again, and it holds one more.</summary>
internal static class InitCommand
{
    public static Command Create(CommandConsole console)
    {
        var data = CommonOptions.Data();
        var name = new Option<string>("--unit") { Description = "单位全称", HelpName = "NAME", Required = true };
        var json = CommonOptions.Json();
        var command = new Command("init", "建立台账和单位") { data, name, json };
        command.SetAction(async parsed =>
        {
            var fullName = parsed.GetValue(name)!.Trim();
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Create, console);
            await using var db = folder.OpenDb(null);
            var unit = new Unit { FullName = fullName };
            await db.AddUnitAsync(unit, console.Change("init"));
            await db.SaveChangesAsync();
            if (parsed.GetValue(json))
            {
                console.WriteJson(new { Unit = unit.FullName, unit.Id });
            }
            else
            {
                console.Error.WriteLine($"已在 {folder.Path} 建立单位“{fullName}”。下一步：import 总结文件 --year 年度，或 account reset admin 后运行 serve。");
            }
        });
        return command;
    }
}
