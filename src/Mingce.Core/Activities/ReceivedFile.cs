using Mingce.Rules;
using Mingce.Rules.Pictures;

namespace Mingce.Core.Activities;

/// <summary>A file whose bytes are kept, and what its start and its name tell of it.</summary>
/// <param name="Sha256">Hash of the bytes, under which they are kept.</param>
/// <param name="Size">Bytes.</param>
/// <param name="FileName">The client's name for it: a label, never a path.</param>
/// <param name="MediaType">Of a picture by its bytes; of anything else by its name.</param>
public sealed record ReceivedFile(string Sha256, long Size, string FileName, string MediaType)
{
    /// <summary>拍摄时间 by the photo's own header, in wall-clock time.</summary>
    public DateTime? CapturedAt { get; init; }

    public int? Width { get; init; }
    public int? Height { get; init; }

    /// <summary>The photo's day, by whatever tells it.</summary>
    public DateOnly? PhotoOn { get; init; }
    public PhotoDayBasis PhotoOnBasis { get; init; }

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    public PhotoDay? PhotoDay => PhotoOn is { } day ? new(day, PhotoOnBasis) : null;

    public Evidence ToEvidence(Activity activity, bool isScreenshot, DateTime now) => new()
    {
        UnitId = activity.UnitId,
        ActivityId = activity.Id,
        Form = !IsPicture ? EvidenceForm.Document : isScreenshot ? EvidenceForm.Screenshot : EvidenceForm.Photo,
        Title = Path.GetFileNameWithoutExtension(FileName) is { Length: > 0 } title ? title : FileName,
        AddedAt = now,
        Sha256 = Sha256,
        Size = Size,
        FileName = FileName,
        MediaType = MediaType,
        CapturedAt = CapturedAt,
        Width = Width,
        Height = Height,
        PhotoOn = PhotoOn,
        PhotoOnBasis = PhotoOnBasis,
    };
}
