using Mingce.Core.Data;
using Mingce.Rules;
using Mingce.Rules.Pictures;

namespace Mingce.Core.Activities;

/// <summary>佐证材料 of an activity: a file by its hash, a link, or the whereabouts of an original.</summary>
public sealed class Evidence : AuditedEntity, IAudited
{
    public required Guid ActivityId { get; set; }
    public required EvidenceForm Form { get; set; }
    public required string Title { get; set; }
    /// <summary>说明 that a person has checked; empty until then.</summary>
    public string Caption { get; set; } = "";

    /// <summary>What the caption is called in the record of changes.</summary>
    public string CaptionField => $"“{Title}”的说明";
    public required DateTime AddedAt { get; init; }

    /// <summary>移出: when it was taken out of the record, UTC; null for what belongs to it. What was taken out is kept and shows nowhere else.</summary>
    public DateTime? RemovedAt { get; set; }

    /// <summary>Hash of the bytes in lower-case hex, which is also the file's name in the store; empty where there is no file.</summary>
    public string Sha256 { get; init; } = "";
    public long Size { get; init; }

    /// <summary>The client's name for the file: a label, never a path.</summary>
    public string FileName { get; init; } = "";
    public string MediaType { get; init; } = "";

    /// <summary>拍摄时间 by the photo's own header, in the office's wall-clock time; null where it has none.</summary>
    public DateTime? CapturedAt { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }

    /// <summary>The photo's day and what it is told from; null where nothing tells it.</summary>
    public DateOnly? PhotoOn { get; init; }
    public PhotoDayBasis PhotoOnBasis { get; init; }

    public string Url { get; init; } = "";

    /// <summary>原件备查: number, place and keeper.</summary>
    public string OriginalNumber { get; init; } = "";
    public string OriginalPlace { get; init; } = "";
    public string OriginalKeeper { get; init; } = "";

    public bool HasFile => Sha256.Length > 0;

    public bool IsPicture => HasFile && MediaType.StartsWith("image/", StringComparison.Ordinal);

    public PhotoDay? PhotoDay => PhotoOn is { } day ? new(day, PhotoOnBasis) : null;

    // A change of an activity's evidence is a change of the activity.
    Guid IAudited.AuditSubjectId => ActivityId;
}
