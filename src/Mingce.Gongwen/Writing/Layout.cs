using Mingce.Gongwen.Profiles;

namespace Mingce.Gongwen.Writing;

/// <summary>
/// The measures of a profile in twips (1/20 pt). The standard asks for 22 lines of 28 characters (§5.2.3 [V]), but 28 characters of
/// 16 pt are wider than its type area of 156 mm: every character gives up 0.25 pt, and the line pitch is 225 mm / 22.
/// The values were counted in a rendered page; a pitch of 29 pt gives 21 lines.
/// </summary>
internal sealed class Layout(Profile profile)
{
    public int LinePitch { get; } = Measure.PointTwips(profile.Grid.LinePitch.Value);

    public int Tracking { get; } = Measure.PointTwips(profile.Grid.CharacterSpacing.Value);

    /// <summary>The width of a character of the body.</summary>
    public int CharPitch { get; } = Measure.PointTwips(profile.Body.Size.Value + profile.Grid.CharacterSpacing.Value);

    public PageLayout Portrait { get; } = new(
        Measure.Twips(profile.Page.Width.Value),
        Measure.Twips(profile.Page.Height.Value),
        Measure.Twips(profile.Page.Top.Value),
        Measure.Twips(profile.Page.Right.Value),
        Measure.Twips(profile.Page.Bottom.Value),
        Measure.Twips(profile.Page.Left.Value));

    /// <summary>
    /// The sheet turned so that its top lies at the left of the upright page (§8 [V]: 单页码表头在订口边, 双页码表头在切口边). What is bound changes with
    /// every page; margins halfway between are within the tolerance on both.
    /// </summary>
    public PageLayout Landscape { get; } = new(
        Measure.Twips(profile.Page.Height.Value),
        Measure.Twips(profile.Page.Width.Value),
        Measure.Twips((profile.Page.Left.Value + profile.Page.Right.Value) / 2),
        Measure.Twips((profile.Page.Top.Value + profile.Page.Bottom.Value) / 2),
        Measure.Twips((profile.Page.Left.Value + profile.Page.Right.Value) / 2),
        Measure.Twips((profile.Page.Top.Value + profile.Page.Bottom.Value) / 2));

    /// <summary>The bottom of the page number's line from the edge of the page: the dash in its middle is 7 mm under the type area (§7.5 [V]).</summary>
    public int Footer { get; } = Measure.Twips(profile.Page.Bottom.Value - profile.PageNumber.Below.Value) - Measure.PointTwips(profile.PageNumber.Text.Size.Value / 2);

    public PageLayout Page(bool isLandscape) => isLandscape ? Landscape : Portrait;

    /// <summary>Half characters of the body in twips.</summary>
    public int Twips(int halfWidths) => halfWidths * CharPitch / 2;

    /// <summary>Left indents of signature and date in twips.</summary>
    public (int Unit, int Date) Signature(Signature signature)
    {
        var (unit, date) = SignatureHalves(signature);
        return (Twips(unit), Twips(date));
    }

    /// <summary>
    /// Left indents of signature and date in half characters. With room for a seal the date ends four characters before the margin and the
    /// signature is centred above it (§7.3.5.1 [V]). Without seal (§7.3.5.2 [K]) the signature ends two characters before the margin and
    /// the date begins two characters after it; a date longer than the signature ends two before the margin and moves the signature left.
    /// </summary>
    public (int Unit, int Date) SignatureHalves(Signature signature)
    {
        var line = Halves(profile.Grid.Characters.Value);
        var unit = PlainText.HalfWidths(signature.Unit);
        var date = PlainText.HalfWidths(signature.DateText);
        if (signature.HasSeal)
        {
            // A long signature pushes both to the left: it ends at the margin at the latest.
            var dateLeft = Math.Min(line - Halves(profile.Signature.SealDateRightIndent.Value) - date, line - ((unit + date + 1) / 2));
            return (Math.Max(0, dateLeft - ((unit - date) / 2)), Math.Max(0, dateLeft));
        }
        var right = Halves(profile.Signature.RightIndent.Value);
        var shift = Halves(profile.Signature.DateShift.Value);
        var unitLeft = Math.Max(0, Math.Min(line - right - unit, date > unit ? line - right - date - shift : line));
        return (unitLeft, unitLeft + shift);
    }

    /// <summary>
    /// Empty lines above the signature. A seal whose middle lies on the upper edge of the signature reaches up by half its height and is to
    /// end within one line of the text (§7.3.5.1 [V]).
    /// </summary>
    public int SignatureSpace(Signature signature) => LinePitch * (signature.HasSeal
        ? (int)Math.Round(Measure.Twips(profile.Signature.SealSize.Value / 2) / (double)LinePitch)
        : (int)profile.Signature.Text.LinesBefore.Value);

    /// <summary>Widths of a table's columns that fill the type area: a narrow column gets what its longest cell needs, the wide ones share what is left.</summary>
    public int[] Columns(Table table)
    {
        const int Padding = 300;
        const int SpareInDigit = 25; // where the font is missing another stands in, whose digits are wider
        var halfCharacter = Measure.PointTwips(profile.TableText.Size.Value / 2);
        var needs = Enumerable.Range(0, table.Header.Count)
            .Select(column => table.Rows.Append(table.Header).Max(row => (PlainText.HalfWidths(row[column]) * halfCharacter) + (row[column].Count(char.IsAscii) * SpareInDigit) + Padding)).ToArray();
        var widths = new int[needs.Length];
        var all = Page(table.IsLandscape).TypeWidth;
        var (width, columns) = (all, needs.Length);
        foreach (var (column, need) in needs.Index().OrderBy(column => column.Item))
        {
            widths[column] = Math.Min(need, width / columns--);
            width -= widths[column];
        }
        var total = widths.Sum();
        return [.. widths.Select(taken => taken * all / total)];
    }

    private static int Halves(double characters) => (int)Math.Round(characters * 2);
}

/// <summary>A page in twips.</summary>
internal sealed record PageLayout(int Width, int Height, int Top, int Right, int Bottom, int Left)
{
    /// <summary>版心 across.</summary>
    public int TypeWidth => Width - Left - Right;

    /// <summary>版心 down.</summary>
    public int TypeHeight => Height - Top - Bottom;
}
