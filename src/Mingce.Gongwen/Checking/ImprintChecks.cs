using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;
using static Mingce.Gongwen.Checking.TextChecks;

namespace Mingce.Gongwen.Checking;

/// <summary>版记: its lines, and its text where that stands in a table or a text box.</summary>
internal sealed class ImprintChecks(CheckContext context, TextChecks texts, WritingChecks writing)
{
    private readonly Profile profile = context.Profile;
    private readonly FindingList findings = context.Findings;

    public static bool IsImprint(WordTable table) =>
        table.Rows.Count is > 0 and <= 6 && IsImprint(table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs));

    public void Check()
    {
        if (context.Elements.Any(element => element.Role is Role.CopyTo or Role.PrintedBy)) Lines([.. context.Document.Items.OfType<WordParagraph>()]);
        foreach (var box in context.Document.Boxes.Where(IsImprint))
        {
            foreach (var paragraph in box) Text(paragraph);
            Lines(box);
        }
        foreach (var table in context.Document.Items.OfType<WordTable>().Where(IsImprint))
        {
            foreach (var paragraph in table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs)) Text(paragraph);
            Lines(table);
        }
    }

    private static bool IsImprint(IEnumerable<WordParagraph> paragraphs) => paragraphs.Any(IsImprint);

    private static bool IsImprint(WordParagraph paragraph) =>
        Patterns.CopyTo().IsMatch(PlainText.Shorten(paragraph.Text, 500)) || (paragraph.Text.Length < 500 && Patterns.Printed().Match(paragraph.Text).Groups["end"].Length > 0);

    private void Text(WordParagraph paragraph)
    {
        if (paragraph.IsEmpty) return;
        var element = new Element(paragraph, 0) { Role = Patterns.CopyTo().IsMatch(PlainText.Shorten(paragraph.Text, 500)) ? Role.CopyTo : Role.PrintedBy };
        texts.Check(element);
        if (element.Role == Role.CopyTo || Patterns.Printed().IsMatch(element.Text)) writing.Check(element); // the 印发机关 may have a cell of its own
        if (element.Role == Role.PrintedBy && !Patterns.Printed().IsMatch(element.Text)) return;
        Indents(element);
    }

    private void Indents(Element element)
    {
        const double Tolerance = 0.4;
        var start = element.Role == Role.CopyTo ? Indent.Start(element.Paragraph) : Indent.Left(element.Paragraph) + Indent.Spaces(element.Text);
        if (Math.Abs(start - profile.Imprint.Indent.Value) > Tolerance)
            findings.Add(profile.Imprint.Indent, element.Where, $"左空 {Number(Math.Round(start, 1))} 字", $"左右各空 {Number(profile.Imprint.Indent.Value)} 字");
    }

    // A line is the lower or upper border of a paragraph with or without text.
    private void Lines(IReadOnlyList<WordParagraph> paragraphs)
    {
        var (outer, inner) = (profile.Imprint.OuterLine, profile.Imprint.InnerLine);
        var (lines, seen) = (new List<(Border Border, int Seen)>(), 0);
        Border? above = null;
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Format.Top is { Eighths: > 0 } top && top != above) lines.Add((top, seen));
            if (IsImprint(paragraph) || (seen > 0 && !paragraph.IsEmpty)) seen++;
            else if (!paragraph.IsEmpty && seen == 0) lines.Clear(); // lines further up belong to other things
            if (paragraph.Format.Bottom is { Eighths: > 0 } bottom) lines.Add((bottom, seen));
            above = paragraph.Format.Bottom;
        }
        Line(lines.LastOrDefault(line => line.Seen == 0).Border, outer, "首条", "版记");
        if (seen > 1) Line(lines.FirstOrDefault(line => line.Seen > 0 && line.Seen < seen).Border, inner, "中间", "版记");
        Line(lines.FirstOrDefault(line => line.Seen == seen).Border, outer, "末条", "版记");
    }

    private void Lines(WordTable table)
    {
        static Border? Of(WordRow row, Func<WordCell, Border?> side) => row.Cells.Select(side).FirstOrDefault(line => line is not null);
        Line(Of(table.Rows[0], cell => cell.Top) ?? table.Top, profile.Imprint.OuterLine, "首条", "版记");
        for (var i = 1; i < table.Rows.Count; i++)
            Line(Of(table.Rows[i - 1], cell => cell.Bottom) ?? Of(table.Rows[i], cell => cell.Top) ?? table.Inside, profile.Imprint.InnerLine, "中间", "版记");
        Line(Of(table.Rows[^1], cell => cell.Bottom) ?? table.Bottom, profile.Imprint.OuterLine, "末条", "版记");
    }

    private void Line(Border? border, Setting<double> wanted, string name, string where)
    {
        const double Tolerance = 0.08; // mm: an eighth of a point is 0.04
        var found = (border?.Eighths ?? 0) / 8.0 * 25.4 / 72;
        if (Math.Abs(found - wanted.Value) > Tolerance)
            findings.Add(wanted, where, found == 0 ? $"没有{name}分隔线" : $"{name}分隔线粗 {Number(Math.Round(found, 2))} 毫米", $"{name}分隔线粗 {Number(wanted.Value)} 毫米");
    }
}
