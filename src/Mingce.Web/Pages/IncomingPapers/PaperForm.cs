using System.ComponentModel.DataAnnotations;
using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>What a person fills in about a 来文, or checks after the program has read it.</summary>
public sealed class PaperForm
{
    [Display(Name = "标题"), StringLength(PaperIntake.LongestTitle, ErrorMessage = "标题不超过150字。")]
    public string? Title { get; set; }

    [Display(Name = "文号"), StringLength(PaperIntake.LongestNumber, ErrorMessage = "文号不超过50字。")]
    public string? Number { get; set; }

    [Display(Name = "来文单位"), StringLength(PaperIntake.LongestIssuer, ErrorMessage = "来文单位不超过60字。")]
    public string? Issuer { get; set; }

    [Display(Name = "收文日期"), Required(ErrorMessage = "请填写收文日期。")]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "原件存放处"), StringLength(100, ErrorMessage = "原件存放处不超过100字。")]
    public string? OriginalPlace { get; set; }

    [Display(Name = "保管人"), StringLength(50, ErrorMessage = "保管人不超过50字。")]
    public string? OriginalKeeper { get; set; }

    [Display(Name = "备注"), StringLength(500, ErrorMessage = "备注不超过500字。")]
    public string? Remark { get; set; }

    public static PaperForm Of(IncomingPaper paper) => new()
    {
        Title = paper.Title,
        Number = paper.Number,
        Issuer = paper.Issuer,
        ReceivedOn = paper.ReceivedOn,
        OriginalPlace = paper.OriginalPlace,
        OriginalKeeper = paper.OriginalKeeper,
        Remark = paper.Remark,
    };

    /// <param name="hasFile">What the fields lack may be read off the file.</param>
    public IEnumerable<(string Field, string Message)> Faults(DateOnly today, bool hasFile)
    {
        if (!hasFile && string.IsNullOrWhiteSpace(Title))
            yield return (nameof(Title), "请填写标题；有电子文件的，选择文件后可不填。");
        if (ReceivedOn is { } day && (day > today || day.Year < 2000))
            yield return (nameof(ReceivedOn), "收文日期不能晚于今天，请更正。");
    }

    public void WriteTo(IncomingPaper paper)
    {
        paper.Title = Title?.Trim() ?? "";
        paper.Number = Number?.Trim() ?? "";
        paper.Issuer = Issuer?.Trim() ?? "";
        paper.ReceivedOn = ReceivedOn!.Value;
        paper.OriginalPlace = OriginalPlace?.Trim() ?? "";
        paper.OriginalKeeper = OriginalKeeper?.Trim() ?? "";
        paper.Remark = Remark?.Trim().ReplaceLineEndings("\n") ?? "";
    }
}
