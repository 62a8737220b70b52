using Mingce.Core.Data;

namespace Mingce.Core.Intake;

/// <summary>A report whose facts were imported. Its bytes are not kept: they may name minors, illness and hardship.</summary>
public sealed class ImportedReport : AuditedEntity
{
    public required int Year { get; init; }
    public required string Sha256 { get; init; }
    public required string FileName { get; init; }
    public required string Title { get; init; }
    /// <summary>The last time it was imported: of several texts of a year the last one is in force.</summary>
    public required DateTime ImportedAt { get; set; }

    /// <summary>Fingerprints of facts that a person skipped or merged, one on a line: a later version of the text does not bring them again.</summary>
    public string Declined { get; set; } = "";
}
