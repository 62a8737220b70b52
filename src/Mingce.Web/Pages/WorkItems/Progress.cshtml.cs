using System.ComponentModel.DataAnnotations;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>填报进展.</summary>
[AccessRule(Resource.WorkStep, AccessAction.Create, Relation.OwnUnit)]
internal sealed class ProgressModel(LedgerDb db, Session session, TimeProvider time) : StepPage(db, session, time)
{
    [BindProperty]
    [Display(Name = "完成进度"), Range(0, 100, ErrorMessage = "完成进度应为0至100。")]
    public int? Percent { get; set; }

    protected override string What => Percent is { } percent ? $"填报进展（{percent}%）" : "填报进展";

    protected override string? WhyNot(WorkItem item) => item.Status switch
    {
        WorkStatus.NotStarted or WorkStatus.Running => null,
        WorkStatus.Rectified => "整改已报完成，正待复查。",
        WorkStatus.Closed or WorkStatus.Withdrawn => $"任务{Words.Of(item.Status)}，不能填报进展。需要继续的，请先重新办理。",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Status, "Not a status"),
    };

    protected override void Take(WorkItem item, DateOnly on, string text, WorkItem.Actor by) => item.Report(on, Percent, text, by);
}
