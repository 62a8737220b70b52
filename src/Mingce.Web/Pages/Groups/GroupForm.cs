using System.ComponentModel.DataAnnotations;
using Mingce.Core.Units;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Groups;

/// <summary>名称 and 类别 of a group.</summary>
public sealed class GroupForm
{
    private static readonly string[] Known = ["班子", "党组", "党支部", "党小组", "工会", "团支部", "妇委会", "志愿服务队", "专班", "领导小组", "先锋队", "其他"];

    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(50, ErrorMessage = "名称不超过50字。")]
    public string? Name { get; set; }

    [Display(Name = "类别"), Required(ErrorMessage = "请选择类别。"), StringLength(20, ErrorMessage = "请选择类别。")]
    public string? Form { get; set; }

    /// <summary>The known forms, and the group's own where an import brought another.</summary>
    public IEnumerable<SelectListItem> Forms =>
        [new("请选择", ""), .. Known.Concat(Form is { Length: > 0 } own ? [own] : []).Distinct().Select(form => new SelectListItem(form, form))];

    public static GroupForm Of(Group group) => new() { Name = group.Name, Form = group.Form };

    public void WriteTo(Group group) => (group.Name, group.Form) = (Name!.Trim(), Form!);
}
