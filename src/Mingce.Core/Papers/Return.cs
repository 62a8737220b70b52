namespace Mingce.Core.Papers;

/// <summary>报送方式.</summary>
public enum ReturnWay
{
    /// <summary>系统.</summary>
    Platform,
    /// <summary>邮件.</summary>
    Mail,
    /// <summary>纸质.</summary>
    Paper,
    /// <summary>其他.</summary>
    Other,
}

/// <summary>报送记录: what was handed in, to whom, when, how and in which version.</summary>
public sealed class Return : FiledEntity
{
    /// <summary>To whom, as the unit calls it: one of its superiors or anybody else.</summary>
    public required string Recipient { get; set; }
    public required DateOnly SentOn { get; set; }
    public ReturnWay Way { get; set; }

    /// <summary>版本: which state of it was sent (2026年度工作总结（定稿）).</summary>
    public string Edition { get; set; } = "";

    /// <summary>回执: who took it, or its number in the other's system.</summary>
    public string Receipt { get; set; } = "";
    public string SentBy { get; set; } = "";
    public Guid? WorkItemId { get; init; }
    public Guid? PaperId { get; init; }
}
