using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>重新办理 of a task that was closed or withdrawn.</summary>
[AccessRule(Resource.WorkItem, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class ReopeningModel(LedgerDb db, Session session, TimeProvider time) : StepPage(db, session, time)
{
    protected override string What => "重新办理";

    protected override string? WhyNot(WorkItem item) => item.IsOpen ? "任务正在办理，无需重新办理。" : null;

    protected override void Take(WorkItem item, DateOnly on, string text, WorkItem.Actor by) => item.Reopen(on, text, by);
}
