namespace Mingce.Core.Data;

/// <summary>A row that belongs to one unit. Keys begin with the unit, so that rows can later be sharded by it.</summary>
public abstract class UnitRow
{
    public required Guid UnitId { get; init; }
}

/// <summary>A row with an id of its own.</summary>
public abstract class Entity : UnitRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

/// <summary>A row that may not change without an event about its subject in the same transaction.</summary>
public interface IAudited
{
    Guid AuditSubjectId { get; }
}

/// <summary>An entity people edit: every change is recorded, and a lost race is noticed by <see cref="Version"/>.</summary>
public abstract class AuditedEntity : Entity, IAudited
{
    /// <summary>Raised by one with every change; edit forms carry it.</summary>
    public int Version { get; internal set; } = 1;

    public Guid AuditSubjectId => Id;
}
