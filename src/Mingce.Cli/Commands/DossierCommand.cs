using System.CommandLine;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Data;
using Mingce.Core.Dossiers;
using Mingce.Core.Units;

namespace Mingce.Cli.Commands;

/// <summary>dossier --scheme S -o X.zip: statements and evidence of every standard, ready to be handed in.</summary>
internal static class DossierCommand
{
    public static Command Create(CommandConsole console)
    {
        var (data, unit, json) = (CommonOptions.Data(), CommonOptions.Unit(), CommonOptions.Json());
        var (scheme, output) = (CommonOptions.Scheme(), CommonOptions.OutputFile("申报材料.zip"));
        var window = new WindowOptions(console.Time);
        var command = new Command("dossier", "按测评体系汇编申报材料") { data, unit, scheme, window.Year, window.From, window.To, output, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var chosen = SchemeCatalogue.Default(KindCatalogue.LoadDefault()).Load(parsed.GetValue(scheme)!);
            var (from, to) = window.Of(parsed);
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Read, console);
            var selected = await folder.SelectUnitAsync(parsed.GetValue(unit));
            await using var db = folder.OpenDb(selected.Id);
            var dossier = await new DossierPreparation(db).PrepareAsync(chosen, selected, from, to, console.Time.GetUtcNow().UtcDateTime, cancellation);
            var file = parsed.GetValue(output)!;
            var receipt = await console.WithProgressAsync("汇编申报材料", progress =>
                new DossierWriter(folder.Evidence).WriteFileAsync(dossier, file, progress, cancellation));
            if (parsed.GetValue(json))
            {
                console.WriteJson(new { File = file, receipt.Sha256, receipt.Files, receipt.Bytes, dossier.Ready, dossier.NotReady });
            }
            else
            {
                Print(console, dossier, file, receipt);
            }
        });
        return command;
    }

    private static void Print(CommandConsole console, Dossier dossier, string file, DossierReceipt receipt)
    {
        foreach (var standard in dossier.Standards)
        {
            console.Output.WriteLine($"{standard.Result.Id}　{standard.Conclusion.Name()}　{standard.PointsText}　佐证 {standard.Exhibits.Count} 件　{standard.Result.Name}");
        }
        console.Error.WriteLine($"已汇编 {file}：文件 {receipt.Files} 个，{receipt.Bytes} 字节，符合 {dossier.Ready.Count()} 项，其余 {dossier.NotReady.Count()} 项用 score 查看待完善内容。");
        console.Error.WriteLine($"SHA-256 {receipt.Sha256}，请随材料另行告知接收方，供 verify 核验时比对。");
    }
}
