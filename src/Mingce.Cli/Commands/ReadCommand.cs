using System.CommandLine;
using Mingce.Core.Activities;
using Mingce.Core.Intake;
using Mingce.Rules;
using Mingce.Rules.Reading;

namespace Mingce.Cli.Commands;

/// <summary>read FILE…: what a report says, without storing anything.</summary>
internal static class ReadCommand
{
    public static Command Create(CommandConsole console)
    {
        var files = new Argument<string[]>("FILE") { Description = "工作总结（.txt 或 .docx）", Arity = ArgumentArity.OneOrMore };
        var json = CommonOptions.Json();
        var text = new Option<bool>("--text") { Description = "只输出解码后的文字" };
        var explain = new Option<bool>("--explain") { Description = "逐个说明文中的数为什么是事实、属于哪一类，或者为什么不是" };
        var command = new Command("read", "读取工作总结中的事实，不入库") { files, json, text, explain };
        command.SetAction(parsed =>
        {
            var names = parsed.GetValue(files)!;
            var reports = names.Select(ReportFile.Open).ToList();
            if (parsed.GetValue(text))
            {
                reports.ForEach(report => console.Output.Write(report.Text));
                return;
            }
            var reader = new ReportReader(KindCatalogue.LoadDefault().All);
            if (parsed.GetValue(explain))
            {
                Explain(console, names, [.. reports.Select(report => reader.Explain(report.Text))], parsed.GetValue(json));
            }
            else
            {
                Read(console, names, [.. reports.Select(report => reader.Read(report.Text))], parsed.GetValue(json));
            }
        });
        return command;
    }

    private static void Read(CommandConsole console, string[] names, List<ReportReading> readings, bool json)
    {
        if (!json)
        {
            foreach (var (name, reading) in names.Zip(readings))
            {
                Print(console.Output, reading);
                foreach (var finding in reading.Findings)
                {
                    console.Error.WriteLine($"{name}：{FindingText.Write(finding)}");
                }
            }
        }
        else if (names.Length == 1)
        {
            console.WriteJson(new { readings[0].Title, Facts = readings[0].Facts.Select(ToJson), Findings = readings[0].Findings.Select(FindingText.ToJson) });
        }
        else
        {
            console.WriteJson(names.Zip(readings, (file, reading) =>
                new { file, reading.Title, Facts = reading.Facts.Select(ToJson), Findings = reading.Findings.Select(FindingText.ToJson) }));
        }
    }

    private static void Explain(CommandConsole console, string[] names, List<IReadOnlyList<Explanation>> explanations, bool json)
    {
        if (json && names.Length == 1)
        {
            console.WriteJson(explanations[0].Select(ToJson));
        }
        else if (json)
        {
            console.WriteJson(names.Zip(explanations, (file, rows) => new { file, Figures = rows.Select(ToJson) }));
        }
        else
        {
            foreach (var row in explanations.SelectMany(rows => rows))
            {
                var why = row.IsFact
                    ? $"是事实：{row.Kind}{(row.Signal.Length > 0 ? $"（“{row.Signal}”）" : "")}"
                    : "不是事实";
                console.Output.WriteLine($"{row.Start}-{row.End}\t{row.Quote.ReplaceLineEndings(" ")}\t{why}\t{row.Rule.Name}：{row.Rule.Meaning}");
            }
        }
    }

    private static object ToJson(Explanation row) => new
    {
        row.Quote,
        row.Start,
        row.End,
        Fact = row.IsFact,
        Kind = row.IsFact ? row.Kind : null,
        Signal = row.Signal.Length > 0 ? row.Signal : null,
        Rule = row.Rule.Id,
        row.Rule.Name,
        row.Rule.Meaning,
    };

    private static void Print(TextWriter output, ReportReading reading)
    {
        output.WriteLine(reading.Title);
        foreach (var fact in reading.Facts)
        {
            output.WriteLine($"  {fact.Kind,-14} {Figures(fact)}  「{fact.Quote}」");
        }
    }

    private static string Figures(Fact fact) =>
        string.Join(' ', fact.Quantities.Select(q => $"{q.Value:0.##}{q.Unit}{(q.Bound == Bound.Exact ? "" : $"({q.Bound})")}")
            .Append(fact.Recurrence is { } r ? r.Frequency.ToString() : ""));

    private static object ToJson(Fact fact) => new
    {
        fact.Kind,
        fact.Quote,
        fact.Start,
        fact.End,
        fact.Section,
        Quantities = fact.Quantities.Select(q => new { q.Value, q.Unit, q.Bound }),
        Recurrence = fact.Recurrence is not { } r ? null : new
        {
            Freq = r.Frequency,
            r.Interval,
            ByDay = r.Days.Select(Weekdays.ToCode),
            Part = r.Part == DayPart.None ? (DayPart?)null : r.Part,
            r.Hours,
        },
        Date = fact.Date is not { } date ? null : new { date.Period?.From, date.Period?.To, date.Festival },
        fact.Actor,
        fact.People,
        fact.Place,
        fact.Campaign,
    };
}
