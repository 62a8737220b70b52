using Mingce.Core.Preparations;
using Mingce.Rules;
using Mingce.Web.Pages.Preparations;

namespace Mingce.Web.Infrastructure.ViewComponents;

/// <summary>Beside an activity: the plan that it may have come from, and where the signed 签到表 goes.</summary>
public sealed class ActivityPapersViewComponent(LedgerDb db, Session session, KindCatalogue kinds) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Activity activity)
    {
        if (activity is not { Status: ActivityStatus.Entered, Actor: Actor.Own, IsSummary: false } || activity.KindIds.Any(kinds.HasNoContent) || !session.May(Resource.Evidence, AccessAction.Create))
            return Content("");
        var preparations = session.May(Resource.Preparation, AccessAction.View) ? await db.FindPreparationsAsync(activity, HttpContext.RequestAborted) : [];
        return View(new ActivityPapers(activity, preparations));
    }
}

/// <summary>What a page about an activity shows of its papers.</summary>
public sealed record ActivityPapers(Activity Activity, IReadOnlyList<Preparation> Preparations)
{
    public bool HasSignInSheet => Activity.Evidence.Exists(e => e.Title.Contains("签到", StringComparison.Ordinal));
}
