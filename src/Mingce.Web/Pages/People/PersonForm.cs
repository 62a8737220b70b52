using System.ComponentModel.DataAnnotations;
using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;
using Mingce.Core.Units;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.People;

/// <summary>What is kept of a person: no identity number, no birthday, no address.</summary>
public sealed class PersonForm
{
    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(StaffValues.LongestName, ErrorMessage = "姓名不超过30字。")]
    public string? Name { get; set; }

    public Guid? Department { get; set; }

    [Display(Name = "人员性质"), Required(ErrorMessage = "请选择人员性质。"), EnumDataType(typeof(StaffingKind), ErrorMessage = "请选择人员性质。")]
    public StaffingKind? Staffing { get; set; } = StaffingKind.Established;

    [Display(Name = "职务"), StringLength(StaffValues.LongestPosition, ErrorMessage = "职务不超过50字。")]
    public string? Position { get; set; }

    public string? PoliticalStatus { get; set; }

    [Display(Name = "联系电话"), StringLength(60, ErrorMessage = "联系电话不超过60字。")]
    public string? Phone { get; set; }

    [Display(Name = "志愿者编号"), StringLength(30, ErrorMessage = "志愿者编号不超过30字。")]
    public string? VolunteerNumber { get; set; }

    [Display(Name = "入职日期")]
    public DateOnly? JoinedOn { get; set; }

    public static IEnumerable<SelectListItem> Staffings => Enum.GetValues<StaffingKind>().Select(s => new SelectListItem(Words.Of(s), s.ToString()));

    public static IEnumerable<SelectListItem> PoliticalStatuses => [new("未填写", ""), .. StaffValues.PoliticalStatuses.Select(s => new SelectListItem(s, s))];

    public static PersonForm Of(Person person) => new()
    {
        Name = person.Name,
        Department = person.DepartmentId,
        Staffing = person.Staffing,
        Position = person.Position,
        PoliticalStatus = person.PoliticalStatus,
        Phone = person.Phone,
        JoinedOn = person.JoinedOn,
        VolunteerNumber = person.VolunteerNumber,
    };

    /// <summary>What cannot be taken, by field.</summary>
    public IEnumerable<(string Field, string Message)> Faults(IReadOnlyList<Department> departments)
    {
        foreach (var (field, read) in new (string, Action)[]
        {
            (nameof(Name), () => StaffValues.Name(Name!)),
            (nameof(Phone), () => StaffValues.Phone(Phone ?? "")),
            (nameof(PoliticalStatus), () => StaffValues.PoliticalStatus(PoliticalStatus ?? "")),
            (nameof(VolunteerNumber), () => StaffValues.VolunteerNumber(VolunteerNumber ?? "")),
        })
        {
            if (FaultOf(read) is { } message)
                yield return (field, message);
        }
        if (Department is { } id && departments.All(d => d.Id != id))
            yield return (nameof(Department), "请从列表中选择。");
        if (CellChecks.IsIdentityNumber(VolunteerNumber ?? ""))
            yield return (nameof(VolunteerNumber), "志愿者编号疑似身份证件号码，不得录入。");
        if (JoinedOn is { Year: < 1940 })
            yield return (nameof(JoinedOn), "入职日期不正确，请更正。");
    }

    public void WriteTo(Person person)
    {
        person.Name = StaffValues.Name(Name!).Name;
        person.DepartmentId = Department;
        person.Staffing = Staffing!.Value;
        person.Position = StaffValues.Position(Position ?? "");
        person.PoliticalStatus = StaffValues.PoliticalStatus(PoliticalStatus ?? "");
        person.Phone = StaffValues.Phone(Phone ?? "");
        person.JoinedOn = JoinedOn;
        person.VolunteerNumber = StaffValues.VolunteerNumber(VolunteerNumber ?? "");
    }

    private static string? FaultOf(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (CellFaultException e)
        {
            return e.Message;
        }
    }
}
