namespace Mingce.Web.Pages.Activities;

/// <summary>恢复 of evidence that was taken out; also 撤销 right after that.</summary>
[AccessRule(Resource.Activity, AccessAction.Create, Relation.OwnUnit)]
internal sealed class EvidenceRestorationModel(LedgerDb db, Session session) : EvidenceRemovalPage(db, session)
{
    protected override bool Removes => false;

    protected override void Tell() => TempData["Notice"] = $"“{Evidence.Title}”已恢复为这项活动的佐证。";
}
