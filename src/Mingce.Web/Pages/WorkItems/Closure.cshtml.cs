using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>办结: what was done and what came of it; of a problem, 整改完成.</summary>
[AccessRule(Resource.WorkStep, AccessAction.Create, Relation.OwnUnit)]
internal sealed class ClosureModel(LedgerDb db, Session session, TimeProvider time) : StepPage(db, session, time)
{
    public bool IsProblem => Item.List == WorkList.Rectification;

    protected override string What => IsProblem ? "整改完成，待复查" : "办结";

    // What a paper asked for was handed in to somebody.
    protected override string NextAddress =>
        Item.PaperId is not null && Session.May(Resource.Return, AccessAction.Create) ? $"/returns/new?workItem={Id}" : $"/work-items/{Id}";

    protected override string? WhyNot(WorkItem item) => item.Status switch
    {
        WorkStatus.NotStarted or WorkStatus.Running => null,
        WorkStatus.Rectified => "整改已报完成，正待复查。",
        WorkStatus.Closed or WorkStatus.Withdrawn => $"任务{Words.Of(item.Status)}，无需再次办结。",
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Status, "Not a status"),
    };

    protected override void Take(WorkItem item, DateOnly on, string text, WorkItem.Actor by) => item.Close(on, text, by);
}
