using System.ComponentModel.DataAnnotations;

namespace Mingce.Web.Pages.Destructions;

/// <summary>Why, and the name once more, so that nothing is destroyed by a slip.</summary>
public sealed class DestructionInput
{
    [Display(Name = "销毁原因"), Required(ErrorMessage = "请填写销毁原因。"), StringLength(200, ErrorMessage = "销毁原因不超过200字。")]
    public string Reason { get; set; } = "";

    [Display(Name = "名称")]
    public string? Title { get; set; }
}
