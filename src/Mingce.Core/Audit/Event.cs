using Mingce.Core.Data;

namespace Mingce.Core.Audit;

/// <summary>变更记录: who did what to which row, when and why.</summary>
public sealed class Event : Entity
{
    public required DateTime At { get; init; }
    public required string By { get; init; }

    /// <summary>The entity's name in code, such as Activity.</summary>
    public required string Subject { get; init; }
    public required Guid SubjectId { get; init; }
    public required string What { get; init; }
    public string Why { get; init; } = "";
}

/// <summary>Who makes a change, when and why: passed along, never ambient.</summary>
public sealed record Change(string By, DateTime At, string Why = "");
