using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;
using static Mingce.Gongwen.Checking.TextChecks;

namespace Mingce.Gongwen.Checking;

/// <summary>Tables, pictures and a 版记 set as a table.</summary>
internal sealed class ObjectChecks(CheckContext context, TextChecks texts, WritingChecks writing)
{
    private readonly Profile profile = context.Profile;
    private readonly FindingList findings = context.Findings;

    public void Check()
    {
        var number = 0;
        foreach (var item in context.Document.Items)
        {
            if (item is WordParagraph paragraph) Picture(paragraph, "图片");
            else if (item is WordTable table)
            {
                if (IsImprint(table)) Imprint(table);
                else Table(table, $"第{++number}个表格");
            }
        }
        ParagraphImprint();
    }

    // A fixed line shows only so much of a picture.
    private void Picture(WordParagraph paragraph, string where)
    {
        if (paragraph.PictureHeight > 0 && paragraph.Format is { LineRule: "exact", Line: { } line } && line < paragraph.PictureHeight)
            findings.Add(null, "picture.fixedLine", where, $"行距固定为 {Number(line / 20.0)} 磅，高 {Number(Math.Round(paragraph.PictureHeight / 20.0))} 磅的图片只露出一条", "图片所在段落用单倍行距", Certainty.Known);
    }

    private void Table(WordTable table, string where)
    {
        const int Tolerance = 170; // twips: the padding of the outer cells may reach into the margin
        var wide = context.SectionOf(table).TypeWidth;
        if (!findings.Any(code => code is "page.left" or "page.right" or "page.width") && table.Width > wide + (2 * Tolerance))
            findings.Add("8", "table.width", where, $"表宽 {Number(Math.Round(Measure.Millimetres(table.Width)))} 毫米，超出版心", $"不超过版心宽 {Number(Math.Round(Measure.Millimetres(wide)))} 毫米，或用 A4 横排", Certainty.Derived);
        foreach (var row in table.Rows)
        {
            foreach (var paragraph in row.Cells.SelectMany(cell => cell.Paragraphs)) Cell(paragraph, row, where);
        }
    }

    private void Cell(WordParagraph paragraph, WordRow row, string where)
    {
        Picture(paragraph, where);
        if (string.IsNullOrWhiteSpace(paragraph.Text)) return;
        var letters = paragraph.Size * 10;
        if (paragraph.Format is { LineRule: "exact", Line: { } line } && line < letters)
            findings.Add(null, "table.fixedLine", where, $"行距固定为 {Number(line / 20.0)} 磅，{Number(letters / 20.0)} 磅的字显示不全", "表内用单倍行距", Certainty.Known);
        else if (row.ExactHeight < letters)
            findings.Add(null, "table.fixedRow", where, $"行高固定为 {Number(row.ExactHeight.Value / 20.0)} 磅，{Number(letters / 20.0)} 磅的字显示不全", "行高用最小值", Certainty.Known);
        writing.HalfWidth(PlainText.Shorten(paragraph.Text, 1000), where);
        if (profile.TableText.Size is { Certainty: not Certainty.Choice } size && Math.Abs((paragraph.Size / 2.0) - size.Value) > 0.01)
            findings.Add(size, where, $"字号为{Size(paragraph.Size / 2.0)}", Size(size.Value));
    }

    private static bool IsImprint(WordTable table) => table.Rows.Count <= 6
        && table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).Any(paragraph => Patterns.CopyTo().IsMatch(paragraph.Text) || paragraph.Text.TrimEnd().EndsWith("印发", StringComparison.Ordinal));

    private void Imprint(WordTable table)
    {
        foreach (var paragraph in table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).Where(paragraph => !paragraph.IsEmpty))
        {
            var element = new Element(paragraph, 0) { Role = Patterns.CopyTo().IsMatch(paragraph.Text) ? Role.CopyTo : Role.PrintedBy };
            texts.Check(element);
            if (element.Role == Role.CopyTo || Patterns.Printed().IsMatch(element.Text)) writing.Check(element); // the 印发机关 may have a cell of its own
        }
        Line Outer(Border? border) => new(border, profile.Imprint.OuterLine, "首末条");
        var (top, bottom) = (table.Rows[0].Cells.Select(cell => cell.Top).FirstOrDefault(line => line is not null) ?? table.Top, table.Rows[^1].Cells.Select(cell => cell.Bottom).FirstOrDefault(line => line is not null) ?? table.Bottom);
        var lines = new List<Line> { Outer(top), Outer(bottom) };
        if (table.Rows.Count > 1) lines.Add(new Line(table.Rows[0].Cells.Select(cell => cell.Bottom).FirstOrDefault(line => line is not null) ?? table.Rows[1].Cells.Select(cell => cell.Top).FirstOrDefault(line => line is not null) ?? table.Inside, profile.Imprint.InnerLine, "中间"));
        Lines(lines, "版记");
    }

    private void ParagraphImprint()
    {
        var parts = context.Elements.Where(element => element.Role is Role.CopyTo or Role.PrintedBy).ToList();
        if (parts.Count == 0) return;
        var lines = new List<Line> { new(parts[0].Paragraph.Format.Top, profile.Imprint.OuterLine, "首末条"), new(parts[^1].Paragraph.Format.Bottom, profile.Imprint.OuterLine, "首末条") };
        if (parts.Count > 1) lines.Add(new Line(parts[0].Paragraph.Format.Bottom ?? parts[1].Paragraph.Format.Top, profile.Imprint.InnerLine, "中间"));
        Lines(lines, parts[0].Where);
    }

    private readonly record struct Line(Border? Border, Setting<double> Wanted, string Name);

    private void Lines(List<Line> lines, string where)
    {
        const double Tolerance = 0.08; // mm: an eighth of a point is 0.04
        foreach (var (border, wanted, name) in lines)
        {
            var found = (border?.Eighths ?? 0) / 8.0 * 25.4 / 72;
            if (Math.Abs(found - wanted.Value) > Tolerance)
                findings.Add(wanted, where, found == 0 ? $"没有{name}分隔线" : $"{name}分隔线粗 {Number(Math.Round(found, 2))} 毫米", $"{name}分隔线粗 {Number(wanted.Value)} 毫米");
        }
    }
}
