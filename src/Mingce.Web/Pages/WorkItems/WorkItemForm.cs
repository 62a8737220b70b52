using System.ComponentModel.DataAnnotations;
using Mingce.Core.WorkItems;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>What a person fills in about a task; only the title and the list are required.</summary>
public sealed class WorkItemForm
{
    [Display(Name = "任务"), Required(ErrorMessage = "请填写任务名称。"), StringLength(100, ErrorMessage = "任务名称不超过100字。")]
    public string? Title { get; set; }

    [Display(Name = "所属清单"), Required(ErrorMessage = "请选择所属清单。"), EnumDataType(typeof(WorkList), ErrorMessage = "请选择所属清单。")]
    public WorkList? List { get; set; }

    [Display(Name = "完成时限")]
    public DateOnly? DueOn { get; set; }

    public List<Guid> Leads { get; set; } = [];
    public List<Guid> Supports { get; set; } = [];

    [Display(Name = "责任人"), StringLength(200, ErrorMessage = "责任人不超过200字。")]
    public string? People { get; set; }

    [Display(Name = "目标"), StringLength(20, ErrorMessage = "目标不超过20字。")]
    public string? Target { get; set; }

    [Display(Name = "内容和要求"), StringLength(2000, ErrorMessage = "内容和要求不超过2000字。")]
    public string? Text { get; set; }

    [EnumDataType(typeof(Finding), ErrorMessage = "请选择发现途径。")]
    public Finding Finding { get; set; }

    [Display(Name = "发现日期")]
    public DateOnly? FoundOn { get; set; }

    [Display(Name = "整改措施"), StringLength(1000, ErrorMessage = "整改措施不超过1000字。")]
    public string? Measure { get; set; }

    public static IEnumerable<SelectListItem> Lists => [new("请选择", ""), .. Enum.GetValues<WorkList>().Select(l => new SelectListItem(Words.Of(l), l.ToString()))];

    public static IEnumerable<SelectListItem> Findings =>
        Enum.GetValues<Finding>().Select(f => new SelectListItem(f == Finding.None ? "不是问题整改" : Words.Of(f), f.ToString()));

    public static WorkItemForm Of(WorkItem item) => new()
    {
        Title = item.Title,
        List = item.List,
        DueOn = item.DueOn,
        Leads = [.. item.Of(BodyPart.Lead).Select(b => b.LinkedId).OfType<Guid>()],
        Supports = [.. item.Of(BodyPart.Support).Select(b => b.LinkedId).OfType<Guid>()],
        People = string.Join('、', item.Of(BodyPart.Person).Select(b => b.Name)),
        Target = Words.TargetOf(item),
        Text = item.Text,
        Finding = item.Finding,
        FoundOn = item.FoundOn,
        Measure = item.Measure,
    };

    /// <summary>What is wrong beyond single fields.</summary>
    public IEnumerable<(string Field, string Message)> Faults(DateOnly today)
    {
        if (DueOn is { Year: < 2000 or > 2098 })
            yield return (nameof(DueOn), "完成时限不正确，请更正。");
        if (!string.IsNullOrWhiteSpace(Target) && !WorkItem.IsTarget(Target))
            yield return (nameof(Target), "目标应为数字加单位，如“12场”“95%”；文字目标写入“内容和要求”。");
        if (FoundOn > today)
            yield return (nameof(FoundOn), "发现日期不能晚于今天。");
        if (List == WorkList.Rectification && Finding == Finding.None)
            yield return (nameof(Finding), "问题整改请选择发现途径。");
    }

    /// <summary>Writes everything; a department that has gone meanwhile and is known by name only stays.</summary>
    internal void WriteTo(WorkItem item, Responsibles responsibles)
    {
        item.Title = Title!.Trim();
        item.List = List!.Value;
        item.DueOn = DueOn;
        item.Text = Text?.Trim().ReplaceLineEndings("\n") ?? "";
        var isProblem = List == WorkList.Rectification;
        (item.Finding, item.FoundOn, item.Measure) = isProblem ? (Finding, FoundOn, Measure?.Trim().ReplaceLineEndings("\n") ?? "") : (Finding.None, null, "");
        item.SetTarget(Target ?? "");
        List<Responsible> leads = [.. responsibles.Bodies(BodyPart.Lead, Leads), .. ByNameOnly(item, BodyPart.Lead)];
        item.AssignedTo([.. leads, .. responsibles.Bodies(BodyPart.Support, Supports), .. ByNameOnly(item, BodyPart.Support), .. responsibles.PeopleNamed(People ?? "", leads)]);
    }

    private static IEnumerable<Responsible> ByNameOnly(WorkItem item, BodyPart part) =>
        item.Of(part).Where(b => b.LinkedId is null).Select(b => new Responsible(part, b.Name));
}
