namespace Mingce.Web.Pages.Activities;

/// <summary>移出 of a wrong but harmless photo or file: it counts and shows nowhere, and its bytes stay until it comes back or is destroyed.</summary>
[AccessRule(Resource.Activity, AccessAction.Create, Relation.OwnUnit)]
internal sealed class EvidenceRemovalModel(LedgerDb db, Session session) : EvidenceRemovalPage(db, session)
{
    protected override bool Removes => true;

    protected override void Tell()
    {
        TempData["Notice"] = $"“{Evidence.Title}”已移出，不再作为这项活动的佐证。";
        TempData["Undo"] = $"{Address}/evidence/{EvidenceId}/restoration";
    }
}
