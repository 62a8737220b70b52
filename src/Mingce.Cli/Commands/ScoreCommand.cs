using System.CommandLine;
using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Data;
using Mingce.Core.Units;
using Mingce.Rules.Schemes;

namespace Mingce.Cli.Commands;

/// <summary>score --scheme S: the self-assessment of a year, with what counted and what is missing.</summary>
internal static class ScoreCommand
{
    public static Command Create(CommandConsole console)
    {
        var (data, unit, json) = (CommonOptions.Data(), CommonOptions.Unit(), CommonOptions.Json());
        var scheme = CommonOptions.Scheme();
        var window = new WindowOptions(console.Time);
        var command = new Command("score", "按测评体系自评") { data, unit, scheme, window.Year, window.From, window.To, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var chosen = SchemeCatalogue.Default(KindCatalogue.LoadDefault()).Load(parsed.GetValue(scheme)!);
            var (from, to) = window.Of(parsed);
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Read, console);
            var selected = await folder.SelectUnitAsync(parsed.GetValue(unit));
            await using var db = folder.OpenDb(selected.Id);
            var scorecard = await new SelfAssessment(db).ScoreAsync(chosen, from, to, OfficeCalendar.Today(console.Time), cancellation);
            if (parsed.GetValue(json))
            {
                console.WriteJson(ToJson(selected, scorecard));
            }
            else
            {
                Print(console.Output, chosen, scorecard);
            }
        });
        return command;
    }

    private static void Print(TextWriter output, Scheme scheme, Scorecard scorecard)
    {
        output.WriteLine($"{scheme.Title}　{scorecard.Summary}");
        output.WriteLine($"收录情况：{scheme.Completeness}");
        foreach (var standard in scorecard.Standards)
        {
            output.WriteLine($"{standard.Id}　{PointsText.Of(standard.Points)}/{(standard.Possible is { } possible ? PointsText.Of(possible) : "未赋分")}　{standard.Name}");
            output.WriteLine($"　　计入 {standard.Counted.Count} 条，已填报缺佐证 {standard.Claimed.Count} 条");
            foreach (var missing in standard.Missing)
            {
                output.WriteLine($"　　待完善：{missing}");
            }
        }
    }

    private static object ToJson(Unit unit, Scorecard scorecard) => new
    {
        Scheme = scorecard.SchemeId,
        Unit = unit.FullName,
        scorecard.From,
        scorecard.To,
        Points = scorecard.Points / 100m,
        Possible = scorecard.Possible / 100m,
        Unassigned = scorecard.Unassigned / 100m,
        Standards = scorecard.Standards.Select(s => new
        {
            s.Id,
            s.Name,
            Points = s.Points / 100m,
            Possible = s.Possible / 100m,
            s.Counted,
            s.Claimed,
            s.Missing,
        }),
    };
}
