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
        var command = new Command("read", "读取工作总结中的事实，不入库") { files, json, text };
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
            var readings = reports.Select(report => reader.Read(report.Text)).ToList();
            if (!parsed.GetValue(json))
            {
                readings.ForEach(reading => Print(console.Output, reading));
            }
            else if (names.Length == 1)
            {
                console.WriteJson(new { readings[0].Title, Facts = readings[0].Facts.Select(ToJson) });
            }
            else
            {
                console.WriteJson(names.Zip(readings, (file, reading) => new { file, reading.Title, Facts = reading.Facts.Select(ToJson) }));
            }
        });
        return command;
    }

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
    };
}
