using Mingce.Rules;

namespace Mingce.Core.Activities;

/// <summary>活动类型 of the catalogue, or one of the unit's own.</summary>
public sealed record CatalogueKind(
    string Id,
    string Name,
    IReadOnlyList<string> Signals,
    IReadOnlyList<string> Hints,
    IReadOnlyList<string> Except) : Kind(Id, Name, Signals, Hints, Except)
{
    /// <summary>The kind that a record of this one is too; null for none.</summary>
    public string? CountsAs { get; init; }

    /// <summary>Words by which what was read as the kind it counts as is this narrower one: 中心组.</summary>
    public IReadOnlyList<string> Narrows { get; init; } = [];

    /// <summary>Its own fields; those of the kind it counts as come before them.</summary>
    public IReadOnlyList<KindField> Fields { get; init; } = [];

    /// <summary>A record names and counts nobody (思想动态分析).</summary>
    public bool NamesNobody { get; init; }

    /// <summary>A record has day, headcount and the fields of the kind, and no title, text, place or file of its own (谈心谈话).</summary>
    public bool HasNoContent { get; init; }

    /// <summary>One of the unit's own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Out of use, or not needed by the unit: forms offer it no more.</summary>
    public bool IsRetired { get; init; }
}
