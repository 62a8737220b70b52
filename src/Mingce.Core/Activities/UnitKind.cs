using System.Text.Json;
using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Activities;

/// <summary>What the unit says of a kind: one of its own, or that it does not need one of the catalogue.</summary>
public sealed class UnitKind : AuditedEntity
{
    /// <summary>The id of the kind in records; of an own one <see cref="Entity.Id"/>.</summary>
    public required string KindId { get; init; }

    /// <summary>Empty for a kind of the catalogue.</summary>
    public string Name { get; set; } = "";

    /// <summary>The kind of the catalogue that an own one counts as.</summary>
    public string CountsAs { get; set; } = "";

    /// <summary>Words by which a report's reader knows it, parted by 、.</summary>
    public string Signals { get; set; } = "";

    /// <summary>Out of use; a kind that records have is never deleted.</summary>
    public bool IsRetired { get; set; }

    public string FieldsJson { get; private set; } = "[]";

    public bool IsOwn => KindId == Id.ToString();

    public IReadOnlyList<KindField> Fields
    {
        get => JsonSerializer.Deserialize<IReadOnlyList<KindField>>(FieldsJson)!;
        set => FieldsJson = JsonSerializer.Serialize(value);
    }

    internal CatalogueKind ToKind() =>
        new(KindId, Name, Signals.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), [], [])
        {
            CountsAs = CountsAs,
            Fields = Fields,
            IsOwn = true,
            IsRetired = IsRetired,
        };
}

/// <summary>Reads the catalogue as a unit uses it.</summary>
public static class UnitKinds
{
    public static async Task<KindCatalogue> ReadKindsAsync(this LedgerDb db, CancellationToken cancellation = default) =>
        KindCatalogue.LoadDefault().With(await db.UnitKinds.AsNoTracking().ToListAsync(cancellation));

    /// <summary>The same for the container of services, which does not wait.</summary>
    public static KindCatalogue ReadKinds(this LedgerDb db) =>
        db.CachedSetup("kinds", () => KindCatalogue.LoadDefault().With(db.UnitKinds.AsNoTracking().ToList()), kinds => 500 * kinds.All.Count);
}
