namespace Mingce.Gongwen;

/// <summary>
/// Measures in twips (1/20 pt; 1 mm = 56.7). The standard asks for 22 lines of 28 characters (§5.2.2 [V]), but 28 characters of
/// 16 pt are wider than its type area of 156 mm: every character gives up 0.25 pt, and the line pitch is 225 mm / 22.
/// The values were counted in a rendered page; a pitch of 580 gives 21 lines.
/// </summary>
internal static class Layout
{
    public const int PageWidth = 11906; // §5.2.1 [V]: A4, 210 × 297 mm
    public const int PageHeight = 16838;
    public const int MarginTop = 2098; // 天头 37 mm
    public const int MarginBottom = 1984; // 35 mm
    public const int MarginLeft = 1588; // 订口 28 mm
    public const int MarginRight = 1474; // 26 mm
    public const int TypeWidth = PageWidth - MarginLeft - MarginRight; // 版心 156 mm
    public const int LinePitch = 579;
    public const int Tracking = -5;
    public const int CharPitch = (16 * 20) + Tracking;
    public const int CharsPerLine = 28;

    /// <summary>The bottom of the page number's line from the edge of the page: the dash in its middle is 7 mm under the type area (§7.5 [V]).</summary>
    public const int Footer = MarginBottom - 397 - 140;

    /// <summary>The line of a 2号 title: the height of its character and 7/8 of a 3号 one (§3.2 [V]): 36 pt.</summary>
    public const int TitleLine = 720;

    /// <summary>
    /// Left indents of signature and date in half characters (§7.3.5.2 [K]): the signature ends two characters before the margin and
    /// the date begins two characters after it; a date longer than the signature ends two before the margin and moves the signature left.
    /// </summary>
    public static (int Unit, int Date) Signature(Signature signature)
    {
        const int Line = CharsPerLine * 2;
        const int Two = 4;
        var unit = PlainText.HalfWidths(signature.Unit);
        var date = PlainText.HalfWidths(signature.DateText);
        var unitLeft = date > unit ? Line - Two - date - Two : Line - Two - unit;
        return (Math.Max(0, unitLeft), Math.Max(0, unitLeft) + Two);
    }

    /// <summary>Widths of a table's columns that fill the type area: a narrow column gets what its longest cell needs, the wide ones share what is left.</summary>
    public static int[] Columns(Table table)
    {
        const int HalfCharacter = 120; // of 12 pt
        const int Padding = 300;
        var needs = Enumerable.Range(0, table.Header.Count)
            .Select(column => table.Rows.Append(table.Header).Max(row => PlainText.HalfWidths(row[column])) * HalfCharacter + Padding).ToArray();
        var widths = new int[needs.Length];
        var (width, columns) = (TypeWidth, needs.Length);
        foreach (var (column, need) in needs.Index().OrderBy(column => column.Item))
        {
            widths[column] = Math.Min(need, width / columns--);
            width -= widths[column];
        }
        var total = widths.Sum();
        return [.. widths.Select(taken => taken * TypeWidth / total)];
    }

    /// <summary>Half characters of the body in twips.</summary>
    public static int Twips(int halfWidths) => halfWidths * CharPitch / 2;
}
