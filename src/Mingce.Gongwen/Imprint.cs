namespace Mingce.Gongwen;

/// <summary>版记, at the bottom of the last page. GB/T 9704-2012 §7.4 [V]. What is not given is left out.</summary>
public sealed record Imprint
{
    /// <summary>抄送机关, separated as in the document, without 抄送： and without the full stop, or null.</summary>
    public string? CopyTo { get; init => field = PlainText.CleanOrNull(value)?.TrimEnd('。'); }

    /// <summary>印发机关, or null.</summary>
    public string? PrintedBy { get; init => field = PlainText.CleanOrNull(value); }

    /// <summary>印发日期, or null.</summary>
    public DateOnly? PrintedOn { get; init; }

    /// <summary>Both in one line, the day behind a tab: 2025年11月3日印发. Null where neither is given.</summary>
    internal string? Printing => PrintedBy is null && PrintedOn is null ? null : $"{PrintedBy}\t{(PrintedOn is { } day ? PlainText.Date(day) + "印发" : "")}";
}
