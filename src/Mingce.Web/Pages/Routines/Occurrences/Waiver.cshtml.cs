using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines.Occurrences;

/// <summary>本期不开展; not for Party meetings.</summary>
[AccessRule(Resource.Routine, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class WaiverModel(LedgerDb db, Session session, WorkCalendar calendar, RoutineCatalogue catalogue, TimeProvider time)
    : DecisionPage(db, session, calendar, catalogue, time)
{
    protected override (string Field, string Message)? Fault() =>
        IsPartyMeeting ? ("", "党内组织生活不能登记为不开展，请改为延期或合并开展。") : null;

    protected override string Decide(Waiver waiver, string reason)
    {
        waiver.DeclareNotHeld(reason);
        return "本期不开展";
    }
}
