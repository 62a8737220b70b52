using Mingce.Core;
using Mingce.Core.Units;

namespace Mingce.Web.Pages.People;

/// <summary>What the list of people shows: the query of its address.</summary>
internal sealed class PeopleFilter
{
    public Guid? Department { get; set; }
    public StaffingKind? Staffing { get; set; }
    public string? Q { get; set; }

    /// <summary>The day that the list is about; today where none is asked for.</summary>
    public DateOnly? On { get; set; }

    /// <summary>left for those who have left by then; else those in service.</summary>
    public string? State { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? P { get; set; }

    public bool IsEmpty => Department is null && Staffing is null && string.IsNullOrWhiteSpace(Q) && On is null && State is null;

    public DateOnly Day(TimeProvider time) => On is { Year: >= 1949 and <= 2999 } day ? day : OfficeCalendar.Today(time);

    public IQueryable<Person> Apply(IQueryable<Person> people, DateOnly day)
    {
        people = State == "left" ? people.Where(p => p.LeftOn <= day) : people.InService(day);
        if (Department is { } department)
            people = people.Where(p => p.DepartmentId == department);
        if (Staffing is { } staffing)
            people = people.Where(p => p.Staffing == staffing);
        return Q?.Trim() is { Length: > 0 } name ? people.Where(p => p.Name.Contains(name)) : people;
    }

    /// <summary>In the order of the departments, those of none first, as they were entered.</summary>
    public static IQueryable<PersonRow> Rows(LedgerDb db, IQueryable<Person> people) =>
        from person in people
        join department in db.Departments on person.DepartmentId equals (Guid?)department.Id into own
        from department in own.DefaultIfEmpty()
        orderby person.DepartmentId == null ? -1 : department.SortOrder, person.SortOrder, person.Id
        select new PersonRow(person, department == null ? "" : department.Name);
}

/// <summary>A person with the name of the department.</summary>
internal sealed record PersonRow(Person Person, string Department);
