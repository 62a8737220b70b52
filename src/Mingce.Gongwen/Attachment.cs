namespace Mingce.Gongwen;

/// <summary>附件: begins a new page; “附件1” in 黑体 at the top left, the title on the third line. GB/T 9704-2012 §7.3.7 [K].</summary>
/// <param name="Title">The title, as the 附件说明 names it; a line feed marks where it is to break.</param>
/// <param name="Blocks">What it holds; headings are counted anew.</param>
public sealed record Attachment(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>The title.</summary>
    public string Title { get; } = PlainText.Clean(Title, keepLineBreaks: true);

    /// <summary>What it holds.</summary>
    public IReadOnlyList<Block> Blocks { get; } = [.. Blocks];
}
