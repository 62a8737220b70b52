using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>撤销 of a task that is not going to be done, with the reason.</summary>
[AccessRule(Resource.WorkItem, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class WithdrawalModel(LedgerDb db, Session session, TimeProvider time) : StepPage(db, session, time)
{
    protected override string What => "撤销任务";

    protected override string? WhyNot(WorkItem item) => item.IsOpen ? null : $"任务{Words.Of(item.Status)}，无需撤销。";

    protected override void Take(WorkItem item, DateOnly on, string text, WorkItem.Actor by) => item.Withdraw(on, text, by);
}
