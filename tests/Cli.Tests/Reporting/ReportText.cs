using System.Text;
using System.Text.Json;

namespace Cli.Tests.Reporting;

/// <summary>A figure as the command line prints it.</summary>
internal sealed record PrintedFigure(string Text, decimal Value, string Unit, string Bound, int Start, int End, string[] Records)
{
    public string Amount => $"{Value:0.##} {Unit} {Bound}";
}

/// <summary>A report that was made by the command line, and its text as `read --text` prints it.</summary>
internal sealed record ReportText(string Text, IReadOnlyList<PrintedFigure> Figures, string Path, string Messages)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static async Task<ReportText> MakeAsync(CommandRun run, int year)
    {
        var path = run.File("总结.docx");
        var made = (await run.RunAsync("report", "-o", path, "--json", "--year", $"{year}")).ShouldBeDone();
        var text = (await run.RunAsync("read", path, "--text")).ShouldBeDone().Output;
        return new ReportText(text, made.Json.GetProperty("figures").Deserialize<PrintedFigure[]>(Web)!, path, made.Error);
    }

    /// <summary>Every figure stands where it says and has a source, and no amount stands outside of figures.</summary>
    public void ShouldBeSourced()
    {
        var codePoints = Text.EnumerateRunes().ToArray();
        foreach (var figure in Figures)
        {
            string.Concat(codePoints[figure.Start..figure.End]).ShouldBe(figure.Text);
            figure.Records.ShouldNotBeEmpty();
            figure.Records.ShouldAllBe(id => Guid.Parse(id) != Guid.Empty);
        }
        Figures.Select(f => f.Start).ShouldBeInOrder();
        var rest = new StringBuilder();
        var inside = Figures.SelectMany(f => Enumerable.Range(f.Start, f.End - f.Start)).ToHashSet();
        for (var i = 0; i < codePoints.Length; i++)
        {
            rest.Append(inside.Contains(i) ? '#' : codePoints[i].ToString());
        }
        // Other numbers are days and years.
        rest.ToString().Split("年月日".ToCharArray()).SkipLast(1).Select(before => before.TrimEnd("0123456789".ToCharArray()))
            .Append(rest.ToString().Split("年月日".ToCharArray())[^1]).ShouldAllBe(text => !text.Any(char.IsAsciiDigit));
    }
}
