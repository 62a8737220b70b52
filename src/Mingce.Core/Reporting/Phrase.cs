using Mingce.Core.Data;

namespace Mingce.Core.Reporting;

/// <summary>规范表述: wording of the office's own, with its source and the days it is in force. The program writes none.</summary>
public sealed class Phrase : AuditedEntity
{
    /// <summary>Where it belongs: 帽段 is the frame that opens a work report.</summary>
    public required string Slot { get; set; }
    public required string Text { get; set; }
    public required string Source { get; set; }
    public required DateOnly ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
}
