namespace Mingce.Gongwen.Word;

/// <summary>A paragraph or a table, in the order in which they are printed.</summary>
internal abstract class WordItem
{
    /// <summary>Index of its section.</summary>
    public int Section { get; init; }
}

/// <summary>A run of characters set alike.</summary>
internal sealed record WordRun(string Text, RunFormat Format);

/// <summary>A drawn line or shape.</summary>
/// <param name="Color">RRGGBB, or null where it is not said plainly.</param>
/// <param name="Width">Twips.</param>
internal sealed record WordShape(bool IsLine, string? Color, int Width);

/// <summary>A paragraph with what holds for it after styles, numbering and direct settings.</summary>
internal sealed class WordParagraph : WordItem
{
    public required string Text { get; init; }

    /// <summary>The number that Word writes itself; the beginning of <see cref="Text"/>.</summary>
    public string Label { get; init; } = "";

    public required IReadOnlyList<WordRun> Runs { get; init; }

    public required ParagraphFormat Format { get; init; }

    /// <summary>How the paragraph's mark is set: all there is of an empty paragraph.</summary>
    public required RunFormat Mark { get; init; }

    /// <summary>A new page begins before its text.</summary>
    public bool StartsPage { get; init; }

    /// <summary>A page break stands behind its text.</summary>
    public bool EndsPage { get; init; }

    /// <summary>It ends its section.</summary>
    public bool EndsSection { get; init; }

    /// <summary>Height of its tallest picture that stands in the line, in twips; 0: none.</summary>
    public int PictureHeight { get; init; }

    /// <summary>Something is drawn here: a picture, a shape, an object.</summary>
    public bool HasDrawing { get; init; }

    public IReadOnlyList<WordShape> Shapes { get; init; } = [];

    /// <summary>Where the page number stands in <see cref="Text"/>, and how long its last result is.</summary>
    public (int Start, int Length)? PageField { get; init; }

    /// <summary>Where a text box or frame around it stands (outside, center …), or null.</summary>
    public string? BoxPlace { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && !HasDrawing;

    /// <summary>The largest type size in half points.</summary>
    public int Size => Runs.Where(run => !string.IsNullOrWhiteSpace(run.Text)).Select(run => run.Format.Size ?? 20).DefaultIfEmpty(Mark.Size ?? 20).Max();
}

/// <summary>A table.</summary>
internal sealed class WordTable : WordItem
{
    public required IReadOnlyList<WordRow> Rows { get; init; }

    /// <summary>Sum of its columns in twips.</summary>
    public int Width { get; init; }

    public Border? Top { get; init; }

    public Border? Bottom { get; init; }

    public Border? Inside { get; init; }

    public string Text => string.Join(' ', Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs).Select(paragraph => paragraph.Text));
}

/// <summary>A row of a table.</summary>
/// <param name="ExactHeight">Its fixed height in twips, or null.</param>
internal sealed record WordRow(IReadOnlyList<WordCell> Cells, int? ExactHeight);

/// <summary>A cell: its paragraphs, also those of a table within it.</summary>
internal sealed record WordCell(IReadOnlyList<WordParagraph> Paragraphs, Border? Top, Border? Bottom);
