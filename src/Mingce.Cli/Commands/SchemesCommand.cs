using System.CommandLine;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Cli.Commands;

/// <summary>schemes list, schemes check FILE: the schemes there are, and whether a file is one.</summary>
internal static class SchemesCommand
{
    public static Command Create(CommandConsole console) => new("schemes", "测评体系") { List(console), Check(console) };

    private static Command List(CommandConsole console)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "列出测评体系及收录情况") { json };
        command.SetAction(parsed =>
        {
            var schemes = SchemeCatalogue.Default(KindCatalogue.LoadDefault()).LoadAll();
            if (parsed.GetValue(json))
            {
                console.WriteJson(schemes.Select(ToJson));
                return;
            }
            foreach (var scheme in schemes)
            {
                console.Output.WriteLine($"{scheme.Id,-14}　{scheme.Title}");
                console.Output.WriteLine($"{"",-14}　标准{scheme.Standards.Count()}项，已赋分{PointsText.Of(scheme.Assigned)}分，未赋分{PointsText.Of(scheme.Unassigned)}分。{scheme.Completeness}");
            }
        });
        return command;
    }

    private static Command Check(CommandConsole console)
    {
        var (file, json) = (new Argument<string>("FILE") { Description = "测评体系文件（YAML）" }, CommonOptions.Json());
        var command = new Command("check", "检查测评体系文件的写法") { file, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            try
            {
                var scheme = SchemeFile.Load(path, KindCatalogue.LoadDefault());
                if (parsed.GetValue(json))
                {
                    console.WriteJson(new { File = path, Valid = true, Scheme = ToJson(scheme), Faults = Array.Empty<object>() });
                }
                else
                {
                    console.Output.WriteLine($"写法正确：{scheme.Id}　{scheme.Title}，标准{scheme.Standards.Count()}项，已赋分{PointsText.Of(scheme.Assigned)}分，未赋分{PointsText.Of(scheme.Unassigned)}分。");
                }
                return ExitCode.Done;
            }
            catch (SchemeFileException e)
            {
                if (parsed.GetValue(json))
                {
                    console.WriteJson(new { File = path, Valid = false, Faults = new[] { new { e.Line, e.Reason } } });
                }
                console.Error.WriteLine(e.Message);
                return ExitCode.Finding;
            }
        });
        return command;
    }

    private static object ToJson(Scheme scheme) => new
    {
        scheme.Id,
        scheme.Title,
        scheme.Source,
        scheme.Completeness,
        Assigned = scheme.Assigned / 100m,
        Unassigned = scheme.Unassigned / 100m,
        Standards = scheme.Standards.Count(),
        WithoutPoints = scheme.Standards.Count(standard => standard.Points is null),
        Negative = scheme.Negative.Select(list => list.Id),
        Pass = scheme.PassLine / 100m,
    };
}
