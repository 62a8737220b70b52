using System.ComponentModel.DataAnnotations;
using Mingce.Core.Accounts;
using Mingce.Core.WorkItems;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Accounts;

/// <summary>What can be changed of an account.</summary>
public sealed class AccountForm
{
    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(30, ErrorMessage = "姓名不超过30字。")]
    public string DisplayName { get; set; } = "";

    [Display(Name = "角色"), Required(ErrorMessage = "请选择角色。"), EnumDataType(typeof(Role), ErrorMessage = "请选择角色。")]
    public Role? Role { get; set; }

    /// <summary>The person whose account it is.</summary>
    public Guid? Person { get; set; }

    public static IEnumerable<SelectListItem> Roles =>
        [new("请选择", ""), .. Enum.GetValues<Role>().Select(role => new SelectListItem(Words.Of(role), role.ToString()))];

    /// <summary>The people in service, to be chosen from.</summary>
    internal static async Task<IReadOnlyList<SelectListItem>> PeopleAsync(LedgerDb db, DateOnly day, CancellationToken cancellation)
    {
        var choices = await Responsibles.ReadAsync(db, day, cancellation);
        var departments = choices.Departments.ToDictionary(d => d.Id, d => d.Name);
        return [new("不关联", ""), .. choices.People.Select(p => new SelectListItem(p.DepartmentId is { } id ? $"{p.Name}（{departments.GetValueOrDefault(id)}）" : p.Name, p.Id.ToString()))];
    }
}
