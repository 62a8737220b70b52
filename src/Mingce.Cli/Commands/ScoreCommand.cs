using System.CommandLine;
using Mingce.Core;
using Mingce.Core.Activities;
using Mingce.Core.Assessment;
using Mingce.Core.Data;
using Mingce.Core.Units;
using Mingce.Rules.Schemes;

namespace Mingce.Cli.Commands;

/// <summary>score --scheme S: the self-assessment of a year, with what counted and what is missing; --explain prints the working of one standard.</summary>
internal static class ScoreCommand
{
    public static Command Create(CommandConsole console)
    {
        var (data, unit, json) = (CommonOptions.Data(), CommonOptions.Unit(), CommonOptions.Json());
        var scheme = CommonOptions.Scheme();
        var explain = new Option<string?>("--explain") { Description = "写出一项测评标准的计分过程，例如 1.1", HelpName = "STANDARD" };
        var window = new WindowOptions(console.Time);
        var command = new Command("score", "按测评体系自评") { data, unit, scheme, window.Year, window.From, window.To, explain, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var chosen = SchemeCatalogue.Default(KindCatalogue.LoadDefault()).Load(parsed.GetValue(scheme)!);
            var standard = parsed.GetValue(explain) is { } id ? Find(chosen, id) : null;
            var (from, to) = window.Of(parsed);
            using var folder = await CommonOptions.OpenAsync(parsed.GetValue(data)!, FolderUse.Read, console);
            var selected = await folder.SelectUnitAsync(parsed.GetValue(unit));
            await using var db = folder.OpenDb(selected.Id);
            var result = await new SelfAssessment(db).AssessAsync(chosen, from, to, OfficeCalendar.Today(console.Time), cancellation);
            switch (standard, parsed.GetValue(json))
            {
                case (null, true):
                    console.WriteJson(ToJson(selected, result.Scorecard));
                    break;
                case (null, false):
                    Print(console.Output, chosen, result.Scorecard);
                    break;
                default:
                    Explain(console, selected, standard, result, parsed.GetValue(json));
                    break;
            }
        });
        return command;
    }

    private static Standard Find(Scheme scheme, string id) => scheme.Standards.FirstOrDefault(standard => standard.Id == id)
        ?? throw new UserFaultException($"测评体系“{scheme.Id}”没有标准“{id}”，可用：{string.Join("、", scheme.Standards.Select(standard => standard.Id))}");

    private static void Explain(CommandConsole console, Unit unit, Standard standard, AssessmentResult assessment, bool json)
    {
        var result = assessment.Scorecard.Standards.First(result => result.Id == standard.Id);
        var lines = Explanation.Of(standard, result, assessment.Input.Records.ToDictionary(record => record.Id));
        if (!json)
        {
            foreach (var line in lines)
            {
                console.Output.WriteLine(line);
            }
            return;
        }
        console.WriteJson(new
        {
            Scheme = assessment.Scorecard.SchemeId,
            Unit = unit.FullName,
            assessment.Scorecard.From,
            assessment.Scorecard.To,
            Standard = ToJson(result),
            Checks = result.Checks.Select(check => new
            {
                check.Check.Id,
                check.Check.Name,
                Points = Math.Round(check.Points / 100, 4),
                Possible = check.Check.Points / 100m,
                check.Met,
                Demand = Demands.Of(check.Check),
                check.Periods,
                check.Counted,
                check.Claimed,
                Stated = check.Note,
                Missing = check.Gaps.Select(gap => gap.Text),
            }),
            Working = lines,
        });
    }

    private static void Print(TextWriter output, Scheme scheme, Scorecard scorecard)
    {
        output.WriteLine($"{scheme.Title}　{scorecard.Summary}");
        output.WriteLine($"收录情况：{scheme.Completeness}");
        foreach (var list in scorecard.Negative)
        {
            output.WriteLine($"{list.List.Name}：{list.Summary}");
        }
        foreach (var standard in scorecard.Standards)
        {
            var points = standard.NotApplicable is not null ? "不适用"
                : $"{PointsText.Of(standard.Points)}/{(standard.Possible is { } possible ? PointsText.Of(possible) : "未赋分")}";
            output.WriteLine($"{standard.Id}　{points}　{standard.Name}");
            output.WriteLine($"　　计入 {standard.Counted.Count} 条，已填报未计入 {standard.Claimed.Count} 条");
            foreach (var missing in standard.Missing)
            {
                output.WriteLine($"　　待完善：{missing}");
            }
        }
    }

    private static object ToJson(Unit unit, Scorecard card) => new
    {
        Scheme = card.SchemeId,
        Unit = unit.FullName,
        card.From,
        card.To,
        Points = card.Points / 100m,
        Possible = card.Possible / 100m,
        Unassigned = card.Unassigned / 100m,
        NotApplicable = card.NotApplicable / 100m,
        Deducted = card.Deducted / 100m,
        Pass = card.PassLine / 100m,
        card.Passed,
        card.Vetoed,
        card.Revoked,
        Term = card.Term.Select(year => new { year.Year, Points = year.Points / 100m }),
        TermAverage = card.TermAverage / 100m,
        card.Summary,
        Sections = card.Sections.Select(section => new { section.Name, Points = section.Points / 100m, Possible = section.Possible / 100m }),
        Standards = card.Standards.Select(ToJson),
        Negative = card.Negative.Select(ToJson),
    };

    private static object ToJson(StandardResult standard) => new
    {
        standard.Id,
        standard.Name,
        Points = standard.Points / 100m,
        Possible = standard.Possible / 100m,
        NotApplicable = standard.NotApplicable?.Reason,
        standard.Counted,
        standard.Claimed,
        standard.Missing,
    };

    private static object ToJson(NegativeResult list) => new
    {
        list.List.Id,
        list.List.Name,
        list.List.Effect,
        list.From,
        list.To,
        SignedBy = list.SelfCheck?.By,
        SignedOn = list.SelfCheck?.On,
        Incidents = list.Incidents.Select(incident => new { Item = incident.ItemId, incident.On, incident.Reason, incident.By, incident.Concealed }),
        Deducted = list.Deducted / 100m,
        list.Summary,
    };
}
