using Mingce.Core.Activities;
using Mingce.Core.Data;

namespace Mingce.Core.Papers;

/// <summary>A row that may have a file of its own in the store.</summary>
public abstract class FiledEntity : AuditedEntity
{
    /// <summary>What the paper is called; of a 报送, what was handed in.</summary>
    public required string Title { get; set; }

    /// <summary>Hash of the bytes, which is also the file's name in the store; empty where there is no file.</summary>
    public string Sha256 { get; private set; } = "";
    public long Size { get; private set; }

    /// <summary>The client's name for the file: a label, never a path.</summary>
    public string FileName { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    public required DateTime EnteredAt { get; init; }

    /// <summary>When it was 删除'd as superfluous; null while it stands. What hangs on it keeps its id, so that all is as before once it comes back.</summary>
    public DateTime? RemovedAt { get; set; }

    public bool HasFile => Sha256.Length > 0;

    public void Attach(ReceivedFile file) => (Sha256, Size, FileName, MediaType) = (file.Sha256, file.Size, file.FileName, file.MediaType);

    /// <summary>It has no file any more.</summary>
    public void Detach() => (Sha256, Size, FileName, MediaType) = ("", 0, "", "");
}
