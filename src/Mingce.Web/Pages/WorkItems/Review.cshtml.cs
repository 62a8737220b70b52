using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>复查 of a problem that is said to be put right, by somebody else.</summary>
[AccessRule(Resource.WorkItem, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class ReviewModel(LedgerDb db, Session session, TimeProvider time) : StepPage(db, session, time)
{
    /// <summary>pass or return.</summary>
    [BindProperty]
    public string? Result { get; set; }

    public WorkItemStep? Rectified => Item.Last(WorkStepForm.Rectified);

    protected override string What => Result == "pass" ? "复查通过，办结" : "复查退回";

    protected override string? WhyNot(WorkItem item) =>
        item.Status != WorkStatus.Rectified ? "没有待复查的整改。"
        : item.MayBeRecheckedBy(Session.Me.Id) ? null
        : "整改完成由您填报，请由另一人复查。";

    protected override IEnumerable<(string Field, string Message)> Faults()
    {
        if (Result is not ("pass" or "return"))
            yield return (nameof(Result), "请选择复查结果。");
    }

    protected override void Take(WorkItem item, DateOnly on, string text, WorkItem.Actor by) => item.Recheck(Result == "pass", on, text, by);
}
