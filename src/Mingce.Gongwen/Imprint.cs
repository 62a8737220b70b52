namespace Mingce.Gongwen;

/// <summary>版记, at the bottom of the last page. GB/T 9704-2012 §7.4 [V].</summary>
/// <param name="PrintedBy">印发机关.</param>
/// <param name="PrintedOn">印发日期.</param>
public sealed record Imprint(string PrintedBy, DateOnly PrintedOn)
{
    /// <summary>印发机关.</summary>
    public string PrintedBy { get; } = PlainText.Clean(PrintedBy);

    /// <summary>抄送机关, separated as in the document, without 抄送： and without the full stop, or null.</summary>
    public string? CopyTo { get; init => field = value is null ? null : PlainText.Clean(value).TrimEnd('。'); }

    /// <summary>2025年11月3日印发.</summary>
    public string DateText => PlainText.Date(PrintedOn) + "印发";
}
