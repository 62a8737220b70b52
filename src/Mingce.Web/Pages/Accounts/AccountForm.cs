using System.ComponentModel.DataAnnotations;
using Mingce.Core.Accounts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Accounts;

/// <summary>What can be changed of an account.</summary>
public sealed class AccountForm
{
    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(30, ErrorMessage = "姓名不超过30字。")]
    public string DisplayName { get; set; } = "";

    [Display(Name = "角色"), Required(ErrorMessage = "请选择角色。"), EnumDataType(typeof(Role), ErrorMessage = "请选择角色。")]
    public Role? Role { get; set; }

    public static IEnumerable<SelectListItem> Roles =>
        [new("请选择", ""), .. Enum.GetValues<Role>().Select(role => new SelectListItem(Words.Of(role), role.ToString()))];
}
