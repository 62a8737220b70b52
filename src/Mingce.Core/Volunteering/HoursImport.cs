using Mingce.Core.Activities;
using Mingce.Core.Audit;
using Mingce.Core.Data;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Volunteering;

/// <summary>What becomes of a row: hours of a person, or nothing, since they are there already.</summary>
/// <param name="ActivityId">The activity of the unit that bears the project's name on that day; the hours count for it.</param>
public sealed record HoursStep(HoursRow Row, Person Person, string? Known, Guid? ActivityId);

/// <summary>What an import would do.</summary>
public sealed record HoursPlan(IReadOnlyList<HoursStep> Steps, IReadOnlyList<SheetFault> Faults, IReadOnlyList<string> Remarks)
{
    public int New => Steps.Count(s => s.Known is null);
    public int Known => Steps.Count - New;
    public int Minutes => Steps.Where(s => s.Known is null).Sum(s => s.Row.Minutes);
    public int People => Steps.Where(s => s.Known is null).Select(s => s.Person.Id).Distinct().Count();
    public int FaultyRows => Faults.DistinctBy(f => (f.Sheet, f.Row)).Count();
}

/// <summary>Brings the hours of another system into the ledger; the same hours again bring nothing.</summary>
public sealed class HoursImport(LedgerDb db)
{
    /// <summary>Finds the people of the rows: by number, by name, and by department where several bear it.</summary>
    public async Task<HoursPlan> PlanAsync(HoursReading reading, CancellationToken cancellation = default)
    {
        var people = await db.People.ToListAsync(cancellation);
        var byName = people.ToLookup(p => p.Name);
        var byNumber = people.Where(p => p.VolunteerNumber.Length > 0).ToLookup(p => p.VolunteerNumber);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name, cancellation);
        var known = (await db.HoursEntries.AsNoTracking().Where(e => db.HoursLists.Any(l => l.Id == e.ListId && l.WithdrawnAt == null))
            .Select(e => new { e.PersonId, e.FromOn, e.Project, e.Minutes }).ToListAsync(cancellation)).Select(e => (e.PersonId, e.FromOn, Headings.Plain(e.Project), e.Minutes)).ToHashSet();
        var activities = await ActivitiesAsync(reading.Rows, cancellation);
        var seen = new Dictionary<(Guid, DateOnly, string, int), HoursRow>();
        var (steps, faults) = (new List<HoursStep>(), new List<SheetFault>(reading.Faults));
        foreach (var row in reading.Rows)
        {
            var found = byNumber[row.Number].Where(p => p.Name == row.Name).ToList() is [var numbered] ? [numbered] : byName[row.Name].ToList();
            var narrowed = found.Count > 1 ? found.Where(p => p.DepartmentId is { } id && departments[id] == row.Department).ToList() : found;
            if (narrowed is not [var person])
            {
                faults.Add(new(row.Sheet, row.Row, "姓名", found.Count == 0 ? $"人员名册中没有“{row.Name}”，未导入。请先在“人员”中登记。" : $"本单位有{found.Count}位“{row.Name}”，请补充部门或志愿者编号后重试。"));
                continue;
            }
            var key = (person.Id, row.FromOn, Headings.Plain(row.Project), row.Minutes);
            steps.Add(new(row, person, known.Contains(key) ? "已有同样的记录" : seen.TryGetValue(key, out var same) ? $"与{(same.Sheet == row.Sheet ? "" : $"工作表“{same.Sheet}”")}第{same.Row}行相同" : null, ActivityOf(row)));
            seen.TryAdd(key, row);
        }
        return new(steps, [.. faults.GroupBy(f => f.Sheet).SelectMany(g => g.OrderBy(f => f.Row))], reading.Remarks);

        // Two of a name on one day leave it open.
        Guid? ActivityOf(HoursRow row) =>
            activities[Headings.Plain(row.Project)].Where(a => a.FromOn <= row.FromOn && row.ToOn <= a.ToOn).ToList() is [var only] ? only.Id : null;
    }

    // Activities whose hours are kept here have them already.
    private async Task<ILookup<string, ActivityDays>> ActivitiesAsync(IReadOnlyList<HoursRow> rows, CancellationToken cancellation)
    {
        var (first, last) = rows.Count == 0 ? (DateOnly.MaxValue, DateOnly.MinValue) : (rows.Min(r => r.FromOn), rows.Max(r => r.ToOn));
        return (await db.Activities.AsNoTracking()
            .Where(a => a.Status == ActivityStatus.Entered && !a.IsSummary && a.FromOn <= last && a.ToOn >= first && !db.HoursLists.Any(l => l.ActivityId == a.Id && l.WithdrawnAt == null))
            .Select(a => new ActivityDays(a.Id, a.Title, a.FromOn, a.ToOn)).ToListAsync(cancellation)).ToLookup(a => Headings.Plain(a.Title));
    }

    private sealed record ActivityDays(Guid Id, string Title, DateOnly FromOn, DateOnly ToOn);

    /// <summary>Writes the new rows as one list.</summary>
    public async Task ApplyAsync(HoursPlan plan, string fileName, Guid unitId, Guid accountId, Change change, CancellationToken cancellation = default)
    {
        if (plan.New == 0)
        {
            return;
        }
        var list = new HoursList { UnitId = unitId, Source = HoursSource.System, Title = fileName, EnteredById = accountId, EnteredBy = change.By, EnteredAt = change.At };
        list.Entries.AddRange(plan.Steps.Where(s => s.Known is null).Select((s, i) => new HoursEntry
        {
            UnitId = unitId,
            ListId = list.Id,
            Ordinal = i,
            PersonId = s.Person.Id,
            ActivityId = s.ActivityId,
            FromOn = s.Row.FromOn,
            ToOn = s.Row.ToOn,
            Minutes = s.Row.Minutes,
            Project = s.Row.Project,
            Organisation = s.Row.Organisation,
        }));
        db.Add(change, list, $"导入服务时长，{plan.New}条");
        foreach (var (row, person, _, _) in plan.Steps.Where(s => s.Row.Number.Length > 0 && s.Person.VolunteerNumber.Length == 0).DistinctBy(s => s.Person.Id))
        {
            person.VolunteerNumber = row.Number;
            db.Record(change, person, "导入志愿者编号");
        }
        await db.SaveChangesAsync(cancellation);
    }
}
