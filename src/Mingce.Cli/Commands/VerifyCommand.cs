using System.CommandLine;
using Mingce.Core;
using Mingce.Core.Dossiers;

namespace Mingce.Cli.Commands;

/// <summary>verify X.zip: proves a dossier complete and unchanged; 1 with the first fault.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "dossier 生成的 .zip 文件" };
        var json = CommonOptions.Json();
        var command = new Command("verify", "核验申报材料汇编是否完整、未经改动") { file, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var check = await console.WithProgressAsync("核验文件", progress => new DossierVerification(path).RunAsync(progress, cancellation));
            if (parsed.GetValue(json))
            {
                console.WriteJson(check.Fault is null ? [] : new[] { check.Fault });
            }
            if (check.Fault is { } fault)
            {
                console.Error.WriteLine($"核验未通过。第一处问题：{fault.Where}：{fault.Found}，应为：{fault.Wanted}。请向汇编单位重新索取。");
                return ExitCode.Finding;
            }
            var manifest = check.Manifest!;
            console.Error.WriteLine($"核验通过：“{manifest.Unit}”{manifest.SchemeTitle}，{manifest.From:yyyy-MM-dd}至{manifest.To:yyyy-MM-dd}，"
                + $"{OfficeCalendar.ToLocal(manifest.Created):yyyy-MM-dd HH:mm}汇编，文件 {manifest.Files.Count + 1} 个，{check.Bytes} 字节。");
            console.Error.WriteLine($"SHA-256 {check.Sha256}，请与汇编单位告知的比对。");
            return ExitCode.Done;
        });
        return command;
    }
}
