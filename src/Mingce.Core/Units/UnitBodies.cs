using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Units;

/// <summary>What several use cases ask about the unit's departments, groups and people.</summary>
public static class UnitBodies
{
    /// <summary>The unit's own word for its departments.</summary>
    public static Task<string> DepartmentWordAsync(this LedgerDb db, CancellationToken cancellation = default) =>
        db.Units.Select(u => u.DepartmentWord).SingleAsync(cancellation);

    /// <summary>Whether the department has people, hosted an activity or answers for a task: then it stays.</summary>
    public static async Task<bool> IsInUseAsync(this LedgerDb db, Department department, CancellationToken cancellation = default) =>
        await db.People.AnyAsync(p => p.DepartmentId == department.Id, cancellation)
        || await db.Activities.AnyAsync(a => a.Hosts.Any(h => h.DepartmentId == department.Id), cancellation)
        || await db.WorkItems.AnyAsync(i => i.Bodies.Any(b => b.DepartmentId == department.Id), cancellation);

    /// <summary>Whether the group hosted an activity or answers for a task: then it stays.</summary>
    public static async Task<bool> IsInUseAsync(this LedgerDb db, Group group, CancellationToken cancellation = default) =>
        await db.Activities.AnyAsync(a => a.Hosts.Any(h => h.GroupId == group.Id), cancellation)
        || await db.WorkItems.AnyAsync(i => i.Bodies.Any(b => b.GroupId == group.Id), cancellation);

    /// <summary>The place after the last person.</summary>
    public static async Task<int> NextPlaceAsync(this LedgerDb db, CancellationToken cancellation = default) =>
        (await db.People.MaxAsync(p => (int?)p.SortOrder, cancellation) ?? -1) + 1;

    /// <summary>Those who are of the unit on the day.</summary>
    public static IQueryable<Person> InService(this IQueryable<Person> people, DateOnly day) =>
        people.Where(p => (p.JoinedOn == null || p.JoinedOn <= day) && (p.LeftOn == null || p.LeftOn > day));
}
