namespace Mingce.Gongwen;

/// <summary>署名 and 成文日期. GB/T 9704-2012 §7.3.5 [V/K].</summary>
/// <param name="Unit">发文机关署名: full name or standing short name.</param>
/// <param name="Date">成文日期.</param>
public sealed record Signature(string Unit, DateOnly Date)
{
    /// <summary>发文机关署名.</summary>
    public string Unit { get; } = PlainText.Clean(Unit);

    /// <summary>Room for a seal: the date ends four characters before the margin and the name is centred above it (§7.3.5.1); else as without seal (§7.3.5.2).</summary>
    public bool HasSeal { get; init; }

    /// <summary>The date in Arabic numerals, the year in full, month and day without leading zero. GB/T 9704-2012 §7.3.5.4 [V].</summary>
    public string DateText => PlainText.Date(Date);
}
