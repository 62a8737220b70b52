using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Word;
using static Mingce.Gongwen.Checking.TextChecks;

namespace Mingce.Gongwen.Checking;

/// <summary>Tables and pictures.</summary>
internal sealed class ObjectChecks(CheckContext context, WritingChecks writing)
{
    private readonly Profile profile = context.Profile;
    private readonly FindingList findings = context.Findings;

    public void Check()
    {
        var number = 0;
        foreach (var item in context.Document.Items)
        {
            if (item is WordParagraph paragraph) Picture(paragraph, "图片");
            else if (item is WordTable table && !ImprintChecks.IsImprint(table)) Table(table, $"第{++number}个表格");
        }
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
}
