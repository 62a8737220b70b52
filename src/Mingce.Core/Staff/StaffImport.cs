using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Staff;

/// <summary>What an import would do to one person.</summary>
/// <param name="Person">The person of the ledger; null for a new one.</param>
/// <param name="Changes">职务：科员→股长; empty where nothing changes. Phones are not told.</param>
public sealed record StaffStep(StaffEntry Entry, Person? Person, IReadOnlyList<string> Changes);

/// <summary>What an import would do, row by row.</summary>
/// <param name="Faults">Those of the list, and rows that cannot be told apart from several people of the ledger.</param>
/// <param name="NewDepartments">Departments that the ledger does not have yet.</param>
/// <param name="Missing">People in service whom the list does not name; they stay as they are.</param>
public sealed record StaffPlan(
    IReadOnlyList<StaffStep> Steps, IReadOnlyList<SheetFault> Faults, IReadOnlyList<string> Remarks, IReadOnlyList<string> NewDepartments, IReadOnlyList<Person> Missing)
{
    public int Added => Steps.Count(s => s.Person is null);
    public int Changed => Steps.Count(s => s.Person is not null && s.Changes.Count > 0);
    public int Same => Steps.Count - Added - Changed;
}

/// <summary>Brings a staff list into the ledger: new people enter, known ones are updated, nobody is removed, nobody is doubled.</summary>
public sealed class StaffImport(LedgerDb db, Unit unit)
{
    private readonly List<Department> departments = [];

    /// <summary>Compares the list with the ledger. The people stay tracked, so that <see cref="ApplyAsync"/> can follow.</summary>
    public async Task<StaffPlan> PlanAsync(StaffList list, DateOnly today, CancellationToken cancellation = default)
    {
        departments.AddRange(await db.Departments.ToListAsync(cancellation));
        var names = departments.ToDictionary(d => d.Id, d => d.Name);
        var people = await db.People.ToListAsync(cancellation);
        var faults = new List<SheetFault>(list.Faults);
        var known = new Dictionary<StaffEntry, Person>();
        var byName = people.ToLookup(p => p.Name);
        foreach (var namesakes in list.People.Where(e => byName.Contains(e.Name)).GroupBy(e => e.Name))
        {
            Match(namesakes, byName[namesakes.Key], names, today, known, faults);
        }
        var refused = faults.Select(f => (f.Sheet, f.Row)).ToHashSet();
        var steps = list.People.Where(e => !refused.Contains((e.Sheet, e.Row)))
            .Select(e => known.TryGetValue(e, out var person) ? new StaffStep(e, person, ChangesOf(e, person, names)) : new StaffStep(e, null, [])).ToList();
        var fresh = steps.Select(s => s.Entry.Department).Where(d => d.Length > 0).Distinct().Except(names.Values).ToList();
        // Whoever has a faulty row is not missing.
        var (mentioned, unclear) = (known.Values.ToHashSet(), list.People.Where(e => refused.Contains((e.Sheet, e.Row))).Select(e => e.Name).ToHashSet());
        var missing = people.Where(p => p.IsInService(today) && !mentioned.Contains(p) && !unclear.Contains(p.Name)).ToList();
        return new StaffPlan(steps, [.. faults.GroupBy(f => f.Sheet).SelectMany(g => g.OrderBy(f => f.Row))], list.Remarks, fresh, missing);
    }

    /// <summary>Writes what the plan says in one transaction.</summary>
    public async Task ApplyAsync(StaffPlan plan, Change change, CancellationToken cancellation = default)
    {
        var order = departments.Count == 0 ? 0 : departments.Max(d => d.SortOrder) + 1;
        foreach (var name in plan.NewDepartments)
        {
            var department = new Department { UnitId = unit.Id, Name = name, SortOrder = order++ };
            departments.Add(department);
            db.Add(change, department, $"导入人员时新增{unit.DepartmentWord}");
        }
        var ids = departments.ToDictionary(d => d.Name, d => d.Id);
        var place = await db.NextPlaceAsync(cancellation);
        foreach (var step in plan.Steps.Where(s => s.Person is null || s.Changes.Count > 0))
        {
            var person = step.Person ?? new Person { UnitId = unit.Id, Name = step.Entry.Name, SortOrder = place++ };
            Write(step.Entry, person, ids);
            if (step.Person is null)
            {
                db.Add(change, person, "导入");
            }
            else
            {
                db.Record(change, person, $"导入更正：{string.Join('；', step.Changes)}");
            }
        }
        await db.SaveChangesAsync(cancellation);
    }

    // Phones tell people of one name apart, then departments; one who is left over on either side is the same person who moved.
    private static void Match(
        IEnumerable<StaffEntry> namesakes, IEnumerable<Person> people, Dictionary<Guid, string> departments, DateOnly today, Dictionary<StaffEntry, Person> known, List<SheetFault> faults)
    {
        var entries = namesakes.ToList();
        var candidates = people.OrderByDescending(p => p.IsInService(today)).ToList();
        Pair((e, p) => e.Phone.Length > 0 && e.Phone == p.Phone);
        Pair((e, p) => e.Department == DepartmentOf(p) && (e.Phone.Length == 0 || p.Phone.Length == 0));
        Pair((e, p) => e.Department == DepartmentOf(p));
        var serving = candidates.Where(p => p.IsInService(today)).ToList();
        if (entries.Count == 1 && (serving.Count == 1 || (serving.Count == 0 && candidates.Count == 1)))
        {
            Take(entries[0], serving.Count == 1 ? serving[0] : candidates[0]);
        }
        else if (entries.Count > 0 && serving.Count > 0 && serving.Count + entries.Count > 2)
        {
            faults.AddRange(entries.Select(e => new SheetFault(e.Sheet, e.Row, "姓名", $"本单位已有同名的“{e.Name}”，部门和联系电话都对不上，无法判断是哪一位。请先在“人员”中更正其部门或电话。")));
        }
        return;

        string DepartmentOf(Person p) => p.DepartmentId is { } id ? departments[id] : "";

        void Pair(Func<StaffEntry, Person, bool> same)
        {
            foreach (var entry in entries.ToList())
            {
                if (candidates.Find(p => same(entry, p)) is { } person)
                {
                    Take(entry, person);
                }
            }
        }

        void Take(StaffEntry entry, Person person)
        {
            entries.Remove(entry);
            candidates.Remove(person);
            known[entry] = person;
            if (!person.IsInService(today) && entry.LeftOn is null && person.LeftOn is { } left)
            {
                faults.Add(new(entry.Sheet, entry.Row, "姓名", $"“{entry.Name}”已于{PeriodText.Write(left)}离岗，未导入。确已返岗的，请先在“人员”中取消离岗；是另一个人的，请在“人员”中新增。"));
            }
        }
    }

    private static List<string> ChangesOf(StaffEntry entry, Person person, Dictionary<Guid, string> departments)
    {
        var changes = new List<string>();
        Tell("部门", person.DepartmentId is { } id ? departments[id] : "", entry.Department);
        Tell("职务", person.Position, entry.Position);
        Tell("政治面貌", person.PoliticalStatus, entry.PoliticalStatus);
        Tell("人员性质", StaffValues.NameOf(person.Staffing), entry.Staffing is { } staffing ? StaffValues.NameOf(staffing) : "");
        Tell("入职时间", $"{person.JoinedOn:yyyy-MM-dd}", $"{entry.JoinedOn:yyyy-MM-dd}");
        Tell("志愿者编号", person.VolunteerNumber, entry.VolunteerNumber);
        Tell("离岗时间", $"{person.LeftOn:yyyy-MM-dd}", $"{entry.LeftOn:yyyy-MM-dd}");
        if (entry.Phone.Length > 0 && entry.Phone != person.Phone)
        {
            changes.Add("联系电话");
        }
        return changes;

        // An empty cell says nothing; it does not empty what the ledger has.
        void Tell(string what, string old, string now)
        {
            if (now.Length > 0 && now != old)
            {
                changes.Add(old.Length == 0 ? $"{what}：{now}" : $"{what}：{old}→{now}");
            }
        }
    }

    private static void Write(StaffEntry entry, Person person, Dictionary<string, Guid> departments)
    {
        person.DepartmentId = entry.Department.Length > 0 ? departments[entry.Department] : person.DepartmentId;
        person.Position = Or(entry.Position, person.Position);
        person.PoliticalStatus = Or(entry.PoliticalStatus, person.PoliticalStatus);
        person.Phone = Or(entry.Phone, person.Phone);
        person.Staffing = entry.Staffing ?? person.Staffing;
        person.VolunteerNumber = Or(entry.VolunteerNumber, person.VolunteerNumber);
        person.JoinedOn = entry.JoinedOn ?? person.JoinedOn;
        person.LeftOn = entry.LeftOn ?? person.LeftOn;
    }

    private static string Or(string wanted, string otherwise) => wanted.Length > 0 ? wanted : otherwise;
}
