using Mingce.Core.Data;
using Mingce.Rules.Pictures;

namespace Mingce.Core.Activities;

/// <summary>A file that was sent ahead of its form. Its bytes are kept; it is no evidence before the form is saved, and goes after some days where it never is.</summary>
public sealed class PendingFile : UnitRow
{
    /// <summary>The id that was made with the form.</summary>
    public required Guid FormId { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Who sent it: nobody else's form takes it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The client's own id of the file, by which it learns after a lost answer that the file arrived; empty where it has none.</summary>
    public string Key { get; init; } = "";
    public required DateTime AddedAt { get; init; }

    /// <summary>Taken back by its sender: the form no longer has it, and its bytes go soon.</summary>
    public bool IsDropped { get; set; }

    public required long Size { get; init; }
    public required string FileName { get; init; }
    public required string MediaType { get; init; }
    public DateTime? CapturedAt { get; init; }
    public int? Width { get; init; }
    public int? Height { get; init; }
    public DateOnly? PhotoOn { get; init; }
    public PhotoDayBasis PhotoOnBasis { get; init; }

    public ReceivedFile File => new(Sha256, Size, FileName, MediaType) { CapturedAt = CapturedAt, Width = Width, Height = Height, PhotoOn = PhotoOn, PhotoOnBasis = PhotoOnBasis };

    public static PendingFile Of(ReceivedFile file, Guid unitId, Guid formId, Guid accountId, string key, DateTime now) => new()
    {
        UnitId = unitId,
        FormId = formId,
        Sha256 = file.Sha256,
        AccountId = accountId,
        Key = key,
        AddedAt = now,
        Size = file.Size,
        FileName = file.FileName,
        MediaType = file.MediaType,
        CapturedAt = file.CapturedAt,
        Width = file.Width,
        Height = file.Height,
        PhotoOn = file.PhotoOn,
        PhotoOnBasis = file.PhotoOnBasis,
    };
}
