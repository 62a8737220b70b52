namespace Mingce.Gongwen;

/// <summary>版头, from the 份号 to the red line. GB/T 9704-2012 §7.2.</summary>
/// <param name="Mark">发文机关标志, such as 某某县水务局文件, or the name of a 纪要; in red. §7.2.4 [V].</param>
/// <param name="Number">发文字号, such as 某水〔2025〕12号, or empty. §7.2.5 [V].</param>
public sealed record RedHead(string Mark, string Number = "")
{
    /// <summary>发文机关标志.</summary>
    public string Mark { get; } = PlainText.Clean(Mark);

    /// <summary>发文字号.</summary>
    public string Number { get; } = PlainText.Clean(Number);

    /// <summary>份号, six digits, or null. §7.2.1 [V].</summary>
    public string? CopyNumber { get; init => field = PlainText.CleanOrNull(value); }

    /// <summary>密级和保密期限, or null. §7.2.2 [V].</summary>
    public string? Secrecy { get; init => field = PlainText.CleanOrNull(value); }

    /// <summary>紧急程度 (特急, 加急), or null. §7.2.3 [V].</summary>
    public string? Urgency { get; init => field = PlainText.CleanOrNull(value); }

    /// <summary>签发人, the name alone, or null; of a paper to a superior (上行文). §7.2.6 [V].</summary>
    public string? Signer { get; init => field = PlainText.CleanOrNull(value); }
}
