using System.Text;
using Mingce.Core.Reporting;
using Mingce.Gongwen;

namespace Mingce.Web.Pages.Reports;

/// <summary>A run of a line; a figure carries its number in the report, counted from 1.</summary>
internal sealed record ReportRun(string Text, int? Figure);

/// <summary>One paragraph of a report as the page shows it.</summary>
internal sealed record ReportLine(TextRole Role, IReadOnlyList<ReportRun> Runs)
{
    public static IReadOnlyList<ReportLine> Of(WorkReport report) => [.. report.Document.Parts().Select(part => new ReportLine(part.Role, Split(part, report.Figures)))];

    private static List<ReportRun> Split(TextPart part, IReadOnlyList<ReportFigure> figures)
    {
        Rune[] runes = [.. part.Text.EnumerateRunes()];
        var runs = new List<ReportRun>();
        var at = 0;
        for (var i = 0; i < figures.Count; i++)
        {
            var (start, end) = (figures[i].Start - part.Start, figures[i].End - part.Start);
            if (start >= at && end <= runes.Length)
            {
                runs.Add(new ReportRun(Slice(at, start), null));
                runs.Add(new ReportRun(Slice(start, end), i + 1));
                at = end;
            }
        }
        runs.Add(new ReportRun(Slice(at, runes.Length), null));
        return runs;

        string Slice(int from, int to) => string.Concat(runes[from..to]);
    }
}
