namespace Mingce.Rules.Reading;

/// <summary>
/// Reads the rows of a table by the meaning of its columns: a bare 35 under 参加人数 is 35人. A row is one fact; a row of totals
/// that the rows above bear out is none, one that they do not is a finding.
/// </summary>
internal sealed class TableReader(Page page, List<Fact> facts, List<Finding> findings)
{
    private const int LongestQuote = 160;
    private const int QuoteMargin = 40;

    private static readonly Words TotalWords = ["合计", "总计", "共计", "总数", "累计"];
    private const string Subtotal = "小计";

    /// <summary>What stands in a cell for nothing.</summary>
    private static readonly HashSet<string> Blanks = ["", "—", "——", "-", "--", "/", "无", "0"];

    private Table? _table;
    /// <summary>For each column the amounts since the head or the last total; null once a cell could not be read as one.</summary>
    private List<Figure>?[] _sums = [];

    /// <summary>Reads one row.</summary>
    public void Read(Sentence sentence, TableRow row)
    {
        if (_table != row.Table)
            (_table, _sums) = (row.Table, [.. row.Table.Columns.Select(_ => (List<Figure>?)[])]);
        var text = page.Source.Text;
        var label = row.Cells.FirstOrDefault(cell => cell.End > cell.Start);
        var words = text.AsSpan(label.Start..label.End);
        var isSubtotal = words.StartsWith(Subtotal, StringComparison.Ordinal);
        if (isSubtotal || Han.PrefixOf(words, TotalWords) is not null)
            ReadTotals(sentence, row, isSubtotal);
        else
            ReadDeed(sentence, row);
    }

    private void ReadDeed(Sentence sentence, TableRow row)
    {
        List<Figure> figures = [];
        // Merged cells leave fewer than the head has: which column is which cannot be told.
        var isAligned = row.Cells.Count <= row.Table.Columns.Count;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var column = isAligned ? row.Table.Columns[i] : new TableColumn(ColumnRole.Text);
            var inCell = ReadCell(column, row.Cells[i]);
            figures.AddRange(inCell);
            findings.AddRange(TotalsReader.Read(page.Source, sentence with { Start = row.Cells[i].Start, End = row.Cells[i].End }, inCell));
            if (isAligned && column.Role == ColumnRole.Amount && _sums[i] is { } sum)
                _sums[i] = inCell.Count == 1 && IsWhole(inCell[0], row.Cells[i]) ? [.. sum, inCell[0]] : IsBlank(row.Cells[i]) ? sum : null;
        }
        var deed = Cell(row, ColumnRole.Deed);
        var date = DateOf(sentence, row);
        if (figures.Count > 0 || (date is not null && deed.End > deed.Start))
            facts.Add(Build(sentence, row, figures, deed, date));
    }

    /// <summary>Totals that the rows above bear out are no further facts.</summary>
    private void ReadTotals(Sentence sentence, TableRow row, bool isSubtotal)
    {
        List<Figure> open = [];
        // Cells merged to the left of the totals shift them: they are counted from the right.
        var shift = row.Table.Columns.Count - row.Cells.Count;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var at = i + Math.Max(0, shift);
            var column = at < row.Table.Columns.Count && row.Table.Columns[at].Role == ColumnRole.Amount ? row.Table.Columns[at] : new TableColumn(ColumnRole.Text);
            var inCell = ReadCell(column, row.Cells[i]);
            if (column.Role != ColumnRole.Amount || inCell is not [var total] || _sums[at] is not { Count: > 0 } parts || !MayCompare(total, parts))
            {
                open.AddRange(inCell);
                continue;
            }
            if (parts.Sum(part => part.Quantity!.Value) == total.Quantity!.Value)
            {
                page.Reasons?.Drop(total.Start, total.End, "TotalRow");
                continue;
            }
            findings.Add(new(Stated(total), [.. parts.Select(Stated)], parts.Sum(part => part.Quantity!.Value), true));
            open.Add(total);
        }
        if (open.Count > 0)
            facts.Add(Build(sentence, row, open, Cell(row, ColumnRole.Deed), null));
        if (!isSubtotal)
            _sums = [.. _sums.Select(_ => (List<Figure>?)[])];
    }

    private static bool MayCompare(Figure total, List<Figure> parts) =>
        parts.Append(total).All(figure => figure.Quantity!.Bound == Bound.Exact && figure.Quantity.Unit == total.Quantity!.Unit);

    private List<Figure> ReadCell(TableColumn column, (int Start, int End) cell)
    {
        var text = page.Source.Text;
        if (column.Role is ColumnRole.NotCounted or ColumnRole.Date)
        {
            page.Reasons?.DropAll(text, cell.Start, cell.End, column.Role == ColumnRole.Date ? "Date" : "NotCounted");
            return [];
        }
        if (cell.End > cell.Start && NumberReader.MayBeginAt(text, cell.Start) && NumberReader.ReadAt(text, cell.Start) is { IsVague: false } number && number.End == cell.End)
        {
            if (column.Role == ColumnRole.Amount)
                return [new(cell.Start, cell.End, new(number.Value * column.Scale, column.Unit, number.Bound), null)];
            page.Reasons?.Drop(cell.Start, cell.End, "NotCounted");
            return [];
        }
        var recurrences = RecurrenceReader.Read(text, cell.Start, cell.End);
        return
        [
            .. QuantityReader.Read(page.Marks, cell.Start, cell.End, page.Reasons)
                .Where(found => !recurrences.Exists(known => found.Start < known.End && known.Start < found.End))
                .Select(found => new Figure(found.Start, found.End, found.Quantity, null))
                .Concat(recurrences.Select(found => new Figure(found.Start, found.End, null, found.Recurrence)))
                .OrderBy(figure => figure.Start),
        ];
    }

    private Fact Build(Sentence sentence, TableRow row, List<Figure> figures, (int Start, int End) deed, FactDate? date)
    {
        var text = page.Source.Text;
        var whole = (row.Cells[0].Start, row.Cells[^1].End);
        var (from, to) = figures.Count > 0 ? (figures.Min(figure => figure.Start), figures.Max(figure => figure.End)) : deed;
        var first = row.Cells.Where((cell, i) => cell.End > cell.Start && !(i < row.Table.Columns.Count && row.Table.Columns[i].Role == ColumnRole.NotCounted)).Select(cell => cell.Start).Append(from).Min();
        var (start, end) = Clauses.Tighten(text, (Math.Min(first, from), Math.Max(to, deed.End)), from, to, LongestQuote, QuoteMargin);
        var anchor = deed.End > deed.Start ? deed : (from, to);
        var kind = KindClassifier.Classify(page.Signals, [.. row.Cells], [whole], sentence, page.Outline.Title, anchor.Item1, anchor.Item2);
        foreach (var figure in figures)
            page.Reasons?.Keep(figure.Start, figure.End, kind);
        var offsets = page.Source.Offsets(start, end);
        var words = text.AsSpan(anchor.Item1..anchor.Item2);
        return new(
            kind.Kind,
            page.Source.Quote(start, end),
            offsets.Start,
            offsets.End,
            page.SectionOf(sentence),
            [.. figures.Where(figure => figure.Quantity is not null).Select(figure => figure.Quantity!)],
            figures.Find(figure => figure.Recurrence is not null)?.Recurrence,
            date,
            ActorRules.Read(words, words, page.SectionOf(sentence)),
            Told(row, ColumnRole.People) is { Length: > 0 } people ? people : figures.Find(figure => figure.Quantity is { Unit: "人" or "人次", Item.Length: > 0 })?.Quantity!.Item ?? "",
            Told(row, ColumnRole.Place) is { Length: > 0 } place ? place : ParticipantReader.Place(words),
            CampaignReader.Of(page.Campaigns, sentence, whole));
    }

    private FactDate? DateOf(Sentence sentence, TableRow row)
    {
        var around = page.DatesAround.Of(sentence);
        var cell = Cell(row, ColumnRole.Date);
        return cell.End > cell.Start ? page.Dates.ReadCell(page.Marks, cell.Start, cell.End, around) : around;
    }

    private static (int Start, int End) Cell(TableRow row, ColumnRole role) =>
        row.Cells.Zip(row.Table.Columns).FirstOrDefault(pair => pair.Second.Role == role).First;

    private string Told(TableRow row, ColumnRole role)
    {
        const int longest = 30;
        var (start, end) = Cell(row, role);
        return end - start is > 0 and <= longest && !IsBlank((start, end)) && !char.IsAsciiDigit(page.Source.Text[start]) ? Masking.Mask(page.Source.Text[start..end]) : "";
    }

    private bool IsBlank((int Start, int End) cell) => Blanks.Contains(page.Source.Text[cell.Start..cell.End]);

    private static bool IsWhole(Figure figure, (int Start, int End) cell) => figure.Quantity is not null && figure.Start == cell.Start && figure.End == cell.End;

    private StatedAmount Stated(Figure figure)
    {
        var offsets = page.Source.Offsets(figure.Start, figure.End);
        return new(page.Source.Quote(figure.Start, figure.End), offsets.Start, offsets.End, figure.Quantity!.Value, figure.Quantity.Unit);
    }
}
