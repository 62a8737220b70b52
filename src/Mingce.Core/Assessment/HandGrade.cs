using Mingce.Core.Data;

namespace Mingce.Core.Assessment;

/// <summary>人工评定: points of a check that only a person can judge, with the name and the reason.</summary>
public sealed class HandGrade : AuditedEntity
{
    public required string SchemeId { get; init; }
    public required string CheckId { get; init; }
    public required int Year { get; init; }

    /// <summary>Points in hundredths.</summary>
    public required int Points { get; set; }
    public required string Reason { get; set; }
    public required string GivenBy { get; set; }
    public required DateTime GivenAt { get; set; }
}
