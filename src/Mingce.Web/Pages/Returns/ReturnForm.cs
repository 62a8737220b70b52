using System.ComponentModel.DataAnnotations;
using Mingce.Core.Papers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Returns;

/// <summary>What is recorded of something that was handed in.</summary>
public sealed class ReturnForm
{
    [Display(Name = "报送内容"), Required(ErrorMessage = "请填写报送内容。"), StringLength(150, ErrorMessage = "报送内容不超过150字。")]
    public string? Title { get; set; }

    [Display(Name = "报送对象"), Required(ErrorMessage = "请填写报送对象。"), StringLength(60, ErrorMessage = "报送对象不超过60字。")]
    public string? Recipient { get; set; }

    [Display(Name = "报送日期"), Required(ErrorMessage = "请填写报送日期。")]
    public DateOnly? SentOn { get; set; }

    [EnumDataType(typeof(ReturnWay), ErrorMessage = "请选择报送方式。")]
    public ReturnWay Way { get; set; }

    [Display(Name = "版本"), StringLength(100, ErrorMessage = "版本不超过100字。")]
    public string? Edition { get; set; }

    [Display(Name = "回执"), StringLength(200, ErrorMessage = "回执不超过200字。")]
    public string? Receipt { get; set; }

    [Display(Name = "报送人"), StringLength(100, ErrorMessage = "报送人不超过100字。")]
    public string? SentBy { get; set; }

    public static IEnumerable<SelectListItem> Ways => Enum.GetValues<ReturnWay>().Select(w => new SelectListItem(Words.Of(w), w.ToString()));

    public static ReturnForm Of(Return sent) => new()
    {
        Title = sent.Title,
        Recipient = sent.Recipient,
        SentOn = sent.SentOn,
        Way = sent.Way,
        Edition = sent.Edition,
        Receipt = sent.Receipt,
        SentBy = sent.SentBy,
    };

    public void WriteTo(Return sent)
    {
        sent.Title = Title!.Trim();
        sent.Recipient = Recipient!.Trim();
        sent.SentOn = SentOn!.Value;
        sent.Way = Way;
        sent.Edition = Edition?.Trim() ?? "";
        sent.Receipt = Receipt?.Trim() ?? "";
        sent.SentBy = SentBy?.Trim() ?? "";
    }
}
