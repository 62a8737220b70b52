using System.CommandLine;
using System.Text.Json.Serialization;
using Mingce.Core;
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
        var files = new Argument<string[]>("FILE") { Description = "工作总结（.txt、.docx 或有文字的 .pdf）", Arity = ArgumentArity.OneOrMore };
        var json = CommonOptions.Json();
        var text = new Option<bool>("--text") { Description = "只输出解码后的文字" };
        var explain = new Option<bool>("--explain") { Description = "逐个说明文中的数为什么是事实、属于哪一类，或者为什么不是" };
        var command = new Command("read", "读取工作总结中的事实，不入库") { files, json, text, explain };
        command.SetAction(async parsed =>
        {
            var names = parsed.GetValue(files)!;
            var mode = parsed.GetValue(text) ? Mode.Text : parsed.GetValue(explain) ? Mode.Explain : Mode.Facts;
            var kinds = KindCatalogue.LoadDefault();
            var reader = new ReportReader(kinds.All);
            List<object> rows = [];
            var isComplete = true;
            foreach (var name in names)
            {
                try
                {
                    var report = await ReportFile.OpenAsync(name);
                    if (parsed.GetValue(json) && mode != Mode.Text)
                    {
                        rows.Add(ToJson(reader, report, mode, names.Length == 1 ? null : name));
                    }
                    else
                    {
                        Print(console, kinds, reader, report, mode);
                    }
                }
                catch (UserFaultException fault) when (names.Length > 1)
                {
                    // The good ones are read all the same.
                    console.Error.WriteLine(fault.Message);
                    isComplete = false;
                }
            }
            if (parsed.GetValue(json) && mode != Mode.Text)
            {
                console.WriteJson(names.Length == 1 ? rows[0] : rows);
            }
            return isComplete ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }

    private enum Mode
    {
        Facts,
        Text,
        Explain,
    }

    private static object ToJson(ReportReader reader, ReportFile report, Mode mode, string? file)
    {
        if (mode == Mode.Explain)
        {
            var figures = reader.Explain(report.Text).Select(ToJson);
            return file is null ? figures : new { file, figures };
        }
        var reading = reader.Read(report.Text);
        return new ReadingJson(file, report.Encoding, reading.Title, reading.Facts.Select(ToJson), reading.Findings.Select(FindingJson.Of));
    }

    private sealed record ReadingJson(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File, string Encoding, string Title, IEnumerable<object> Facts, IEnumerable<object> Findings);

    private static void Print(CommandConsole console, KindCatalogue kinds, ReportReader reader, ReportFile report, Mode mode)
    {
        console.Error.WriteLine($"{report.Name}：按 {report.Encoding} 读取。");
        switch (mode)
        {
            case Mode.Text:
                console.Output.Write(report.Text);
                break;
            case Mode.Explain:
                PrintExplanations(console.Output, kinds, reader.Explain(report.Text));
                break;
            default:
                var reading = reader.Read(report.Text);
                Print(console.Output, kinds, reading);
                foreach (var finding in reading.Findings)
                {
                    console.Error.WriteLine($"{report.Name}：{FindingText.Write(finding)}");
                }
                break;
        }
    }

    private static void PrintExplanations(TextWriter output, KindCatalogue kinds, IReadOnlyList<Explanation> rows)
    {
        foreach (var row in rows)
        {
            var why = row.IsFact
                ? $"是事实：{kinds.Find(row.Kind)?.Name}{(row.Signal.Length > 0 ? $"（“{row.Signal}”）" : "")}"
                : "不是事实";
            output.WriteLine($"{row.Start}-{row.End}\t{row.Quote.ReplaceLineEndings(" ")}\t{why}\t{row.Rule.Name}：{row.Rule.Meaning}");
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

    private static void Print(TextWriter output, KindCatalogue kinds, ReportReading reading)
    {
        output.WriteLine(reading.Title);
        foreach (var fact in reading.Facts)
        {
            output.WriteLine($"　　{string.Join('　', Words(kinds, fact))}");
        }
    }

    // 志愿服务　2026年3月5日　20余人　3小时　「…」
    private static IEnumerable<string> Words(KindCatalogue kinds, Fact fact) =>
    [
        kinds.Find(fact.Kind)?.Name ?? "",
        .. fact.Date switch
        {
            { Festival: { } festival } => [festival],
            { Period: { } period } => [PeriodText.Write(period, null)],
            _ => Array.Empty<string>(),
        },
        .. fact.Quantities.Select(FigureText.Write),
        .. fact.Recurrence is { } recurrence ? [RecurrenceText.Write(recurrence)] : Array.Empty<string>(),
        $"「{fact.Quote.ReplaceLineEndings(" ")}」",
    ];

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
