namespace Mingce.Gongwen;

/// <summary>One piece of the body (正文): a heading, a paragraph or a table.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>A heading (结构层次). Its number is written by the document, never typed by the caller. GB/T 9704-2012 §7.3.3 [V]; not bold [K].</summary>
/// <param name="Level">1–4: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋.</param>
/// <param name="Text">The words of the heading without number.</param>
/// <param name="RunOn">Body text that runs on in the same paragraph, or empty.</param>
/// <exception cref="ArgumentOutOfRangeException">The level is not 1–4.</exception>
public sealed record Heading(int Level, string Text, string RunOn = "") : Block
{
    /// <summary>1–4.</summary>
    public int Level { get; } = Level is >= 1 and <= 4 ? Level : throw new ArgumentOutOfRangeException(nameof(Level), Level, "层次只有一至四级。");

    /// <summary>The words of the heading without number.</summary>
    public string Text { get; } = PlainText.Clean(Text);

    /// <summary>Body text that runs on in the same paragraph, or empty.</summary>
    public string RunOn { get; } = PlainText.Clean(RunOn);
}

/// <summary>A paragraph of the body: 3号仿宋, first line indented by two characters. GB/T 9704-2012 §7.3.3 [V].</summary>
/// <param name="Text">The text, without indent.</param>
public sealed record Paragraph(string Text) : Block
{
    /// <summary>The text, without indent.</summary>
    public string Text { get; } = PlainText.Clean(Text);
}

/// <summary>A simple table with borders, as wide as the type area; the header is repeated on every page. The standard gives no type size for tables: 小四 (12 pt) here.</summary>
/// <param name="Header">The cells of the header row, at least one.</param>
/// <param name="Rows">The rows, each with as many cells as the header.</param>
/// <exception cref="ArgumentException">The header is empty or a row has another number of cells.</exception>
public sealed record Table(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>The cells of the header row.</summary>
    public IReadOnlyList<string> Header { get; } =
        Header.Count > 0 ? Clean(Header) : throw new ArgumentException("表格至少要有一列。", nameof(Header));

    /// <summary>The rows, each with as many cells as the header.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; } =
        Rows.All(row => row.Count == Header.Count) ? [.. Rows.Select(Clean)] : throw new ArgumentException("表格各行的列数应与表头一致。", nameof(Rows));

    private static string[] Clean(IReadOnlyList<string> cells) => [.. cells.Select(cell => PlainText.Clean(cell))];
}

/// <summary>署名 and 成文日期 of a document without seal. GB/T 9704-2012 §7.3.5.2 [K].</summary>
/// <param name="Unit">发文机关署名: full name or standing short name.</param>
/// <param name="Date">成文日期.</param>
public sealed record Signature(string Unit, DateOnly Date)
{
    /// <summary>发文机关署名.</summary>
    public string Unit { get; } = PlainText.Clean(Unit);

    /// <summary>The date in Arabic numerals, the year in full, month and day without leading zero. GB/T 9704-2012 §7.3.5.4 [V].</summary>
    public string DateText => FormattableString.Invariant($"{Date.Year}年{Date.Month}月{Date.Day}日");
}
