using Mingce.Gongwen.Profiles;

namespace Mingce.Gongwen.Writing;

/// <summary>Writes the rows of a <see cref="Table"/> one by one. Lines in a cell take the height they need: nothing is fixed.</summary>
internal sealed class TableWriter(ElementWriter word, Profile profile, Layout layout, Action<Form, string> paragraph)
{
    private const int CellMargins = 216; // Word's own: 0.19 cm on both sides
    private const int Padding = 45; // above and below the text of a cell
    private const int MostLinesKeptTogether = 12;
    private const int LongestCentred = 12; // half characters

    private int[] widths = [];
    private bool[] centred = [];
    private int least;

    public void Start(Table table)
    {
        widths = layout.Columns(table);
        centred = [.. Enumerable.Range(0, widths.Length).Select(column => table.Rows.All(row => PlainText.HalfWidths(row[column]) <= LongestCentred))];
        least = Measure.Twips(table.RowHeight);
        word.Start("tbl");
        word.Start("tblPr");
        word.Element("tblW", ("w", widths.Sum()), ("type", "dxa"));
        word.Value("jc", "center");
        word.Start("tblBorders");
        foreach (var side in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
            word.Element(side, ("val", "single"), ("sz", 4));
        word.End();
        word.Element("tblLayout", ("type", "fixed"));
        word.Start("tblCellMar");
        word.Element("top", ("w", Padding), ("type", "dxa"));
        word.Element("bottom", ("w", Padding), ("type", "dxa"));
        word.End();
        word.End();
        word.Start("tblGrid");
        foreach (var width in widths) word.Element("gridCol", ("w", width));
        word.End();
    }

    public void Row(string text, bool isHeader)
    {
        var cells = text.Split('\t'); // no cell holds a tab: the model has replaced it
        word.Start("tr");
        word.Start("trPr");
        // A row taller than a page could not be shown if it were kept together.
        if (cells.Index().All(cell => LinesOf(cell.Item, widths[cell.Index]) <= MostLinesKeptTogether)) word.Element("cantSplit");
        if (least > 0) word.Element("trHeight", ("val", least), ("hRule", "atLeast"));
        if (isHeader) word.Element("tblHeader");
        word.End();
        foreach (var (column, cell) in cells.Index())
        {
            word.Start("tc");
            word.Start("tcPr");
            word.Element("tcW", ("w", widths[column]), ("type", "dxa"));
            word.Value("vAlign", "center");
            word.End();
            paragraph(isHeader ? new Form(Styles.TableHeader) : new Form(Styles.TableText) { Alignment = centred[column] ? "center" : null }, cell);
            word.End();
        }
        word.End();
    }

    public void End() => word.End();

    private int LinesOf(string cell, int width) =>
        1 + (PlainText.HalfWidths(cell) * Measure.PointTwips(profile.TableText.Size.Value / 2) / Math.Max(1, width - CellMargins));
}
