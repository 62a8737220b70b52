using Mingce.Core.Data;

namespace Mingce.Core.Destructions;

/// <summary>What was destroyed.</summary>
public enum DestructionForm
{
    /// <summary>A file with everything made of it.</summary>
    File,
    /// <summary>A whole record with its text.</summary>
    Record,
}

/// <summary>销毁: all that stays of something entered by mistake; it names neither title nor content.</summary>
public sealed class Destruction : Entity
{
    public required DestructionForm Form { get; init; }

    /// <summary>The record that it was of: an activity, or a 来文 or 报送 by itself.</summary>
    public required Guid ActivityId { get; init; }

    /// <summary>The hash of the bytes, by which copies elsewhere are told; empty for a record.</summary>
    public string Sha256 { get; init; } = "";
    public long Size { get; init; }

    /// <summary>Since when it was here: what was made or sent after that may hold it.</summary>
    public required DateTime KeptSince { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }
    public required string Reason { get; init; }

    /// <summary>When nothing was left in the data folder; null while bytes or free pages of the database still wait to be cleared.</summary>
    public DateTime? FinishedAt { get; set; }
}
