namespace Mingce.Gongwen;

/// <summary>One piece of the body (正文) or of an attachment: a heading, a paragraph, an entry, a table, a picture, or what another program wrote.</summary>
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
/// <exception cref="ArgumentOutOfRangeException">The level is not 1–4, or the ordinal is below 1.</exception>
public sealed record Heading(int Level, string Text, string RunOn = "") : Block
{
    /// <summary>1–4.</summary>
    public int Level { get; } = Level is >= 1 and <= 4 ? Level : throw new ArgumentOutOfRangeException(nameof(Level), Level, "层次只有一至四级。");

    /// <summary>The words of the heading without number.</summary>
    public string Text { get; } = PlainText.Clean(Text);

    /// <summary>Body text that runs on in the same paragraph, or empty.</summary>
    public string RunOn { get; } = PlainText.Clean(RunOn);

    /// <summary>The number from which the count goes on, from 1; null: the next one.</summary>
    public int? Ordinal
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "序号从 1 开始。");
    }
}

/// <summary>A paragraph of the body: 3号仿宋, first line indented by two characters. GB/T 9704-2012 §7.3.3 [V].</summary>
/// <param name="Text">The text, without indent.</param>
public sealed record Paragraph(string Text) : Block
{
    /// <summary>The text, without indent.</summary>
    public string Text { get; } = PlainText.Clean(Text);
}

/// <summary>
/// A name in 黑体, a colon, and what is listed under it; a further line is aligned with the first character behind the colon:
/// 出席：, 列席：, 时间：. GB/T 9704-2012 §10.3 [K].
/// </summary>
/// <param name="Name">出席, without colon.</param>
/// <param name="Text">What stands behind the colon.</param>
public sealed record Entry(string Name, string Text) : Block
{
    /// <summary>出席, without colon.</summary>
    public string Name { get; } = PlainText.Clean(Name).TrimEnd('：', ':');

    /// <summary>What stands behind the colon.</summary>
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

    /// <summary>On A4 pages of its own laid across; titles and headings directly above it go with it. GB/T 9704-2012 §8 [V].</summary>
    public bool IsLandscape { get; init; }

    /// <summary>The least height of a row in mm; 0: as its text needs. A row to sign in takes 9.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0–100.</exception>
    public int RowHeight
    {
        get;
        init => field = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "行高应为 0–100 毫米。");
    }

    private static string[] Clean(IReadOnlyList<string> cells) => [.. cells.Select(cell => PlainText.Clean(cell))];
}
