using Mingce.Core.Data;
using Mingce.Core.Texts;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.WorkItems;

/// <summary>Somebody who answers for an item, before the item is known.</summary>
public sealed record Responsible(BodyPart Part, string Name, Guid? DepartmentId = null, Guid? GroupId = null, Guid? PersonId = null)
{
    /// <summary>Whether the unit has such a body or person.</summary>
    public bool IsKnown => (DepartmentId ?? GroupId ?? PersonId) is not null;
}

/// <summary>Whom the unit can make responsible: its departments, groups and the people in service.</summary>
public sealed class Responsibles
{
    private const int LongestName = 50;
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '/', '\n', '\r', '\t', ' ', '　'];

    private readonly ILookup<string, Person> people;
    private readonly Dictionary<Guid, string> departmentNames;

    private Responsibles(IReadOnlyList<Department> departments, IReadOnlyList<Group> groups, IReadOnlyList<Person> people)
    {
        Departments = departments;
        Groups = groups;
        this.people = people.ToLookup(p => p.Name);
        People = people;
        departmentNames = departments.ToDictionary(d => d.Id, d => d.Name);
    }

    public IReadOnlyList<Department> Departments { get; }
    public IReadOnlyList<Group> Groups { get; }
    public IReadOnlyList<Person> People { get; }

    public static async Task<Responsibles> ReadAsync(LedgerDb db, DateOnly day, CancellationToken cancellation) => new(
        await db.Departments.AsNoTracking().OrderBy(d => d.SortOrder).ThenBy(d => d.Name).ToListAsync(cancellation),
        await db.Groups.AsNoTracking().OrderBy(g => g.SortOrder).ThenBy(g => g.Id).ToListAsync(cancellation),
        await db.People.AsNoTracking().InService(day).OrderBy(p => p.SortOrder).ThenBy(p => p.Id).ToListAsync(cancellation));

    /// <summary>The chosen departments and groups, in the unit's order.</summary>
    public IEnumerable<Responsible> Bodies(BodyPart part, IReadOnlyCollection<Guid> chosen) =>
        [.. Departments.Where(d => chosen.Contains(d.Id)).Select(d => new Responsible(part, d.Name, DepartmentId: d.Id)),
            .. Groups.Where(g => chosen.Contains(g.Id)).Select(g => new Responsible(part, g.Name, GroupId: g.Id))];

    /// <summary>办公室、中心工会: linked where the unit has them, else by name only.</summary>
    public IEnumerable<Responsible> BodiesNamed(BodyPart part, string names) => Split(names).Select(name =>
        Departments.FirstOrDefault(d => d.Name == name) is { } department ? new Responsible(part, name, DepartmentId: department.Id)
        : new Responsible(part, name, GroupId: Groups.FirstOrDefault(g => g.Name == name)?.Id));

    /// <summary>All whom a row of a plan names.</summary>
    public IReadOnlyList<Responsible> Of(PlanEntry entry)
    {
        List<Responsible> leads = [.. BodiesNamed(BodyPart.Lead, entry.Leads)];
        return [.. leads, .. BodiesNamed(BodyPart.Support, entry.Supports), .. PeopleNamed(entry.People, leads)];
    }

    /// <summary>张强、李华: linked where the name is one person's; of two of a name the one of a responsible department, or that of 张强（办公室）.</summary>
    public IEnumerable<Responsible> PeopleNamed(string names, IEnumerable<Responsible> leads)
    {
        var departments = leads.Select(l => l.DepartmentId).OfType<Guid>().ToHashSet();
        return Split(names).Select(written =>
        {
            var bracket = written.IndexOfAny(['（', '(']);
            var name = bracket > 0 ? written[..bracket] : written;
            var department = bracket > 0 ? written[(bracket + 1)..].TrimEnd('）', ')') : "";
            var found = people[name].Where(p => department.Length == 0 || (p.DepartmentId is { } id && departmentNames.GetValueOrDefault(id) == department)).ToList();
            if (found.Count > 1 && found.Where(p => p.DepartmentId is { } id && departments.Contains(id)).ToList() is [var own])
                found = [own];
            return new Responsible(BodyPart.Person, found.Count == 1 ? name : written, PersonId: found is [var one] ? one.Id : null);
        });
    }

    private static IEnumerable<string> Split(string names) =>
        names.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.Truncated(LongestName)).Distinct();
}
