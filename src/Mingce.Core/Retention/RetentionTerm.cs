using Mingce.Core.Data;

namespace Mingce.Core.Retention;

/// <summary>保管期限 that the unit set in place of the default.</summary>
public sealed class RetentionTerm : AuditedEntity
{
    /// <summary>The id of its <see cref="Material"/>.</summary>
    public required string MaterialId { get; init; }

    /// <summary>Whole years; null is 永久.</summary>
    public int? Years { get; set; }

    /// <summary>依据 of the unit's own term.</summary>
    public required string Source { get; set; }
}
