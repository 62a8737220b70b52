using Mingce.Core;
using Mingce.Core.Audit;
using Mingce.Core.Routines;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Activities;

/// <summary>活动记录: its facts, evidence, where it is used, and its history.</summary>
[CachedPage]
[AccessRule(Resource.Activity, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, Scheme scheme, WorkCalendar calendar, TimeProvider time) : PageModel
{
    public required Activity Activity { get; set; }
    public Activity? Resembles { get; private set; }
    public IReadOnlyList<Event> Events { get; private set; } = [];
    public string SchemeTitle => scheme.Title;

    /// <summary>Null for a role that does not see the self-score, and for drafts, which count nowhere.</summary>
    public IReadOnlyList<Use>? Uses { get; private set; }

    /// <summary>What of the 常态化安排 it fulfils.</summary>
    public IReadOnlyList<CalendarEntry> Fulfils { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.FindActivityAsync(id, cancellation) is not { } activity)
            return NotFound();
        Activity = activity;
        Events = await db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellation);
        if (activity.ResemblesId is { } other)
            Resembles = await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == other, cancellation);
        if (activity.Status == ActivityStatus.Entered && session.May(Resource.Scorecard, AccessAction.View))
            Uses = await ReadUsesAsync(activity, cancellation);
        if (activity.Status == ActivityStatus.Entered && session.May(Resource.Routine, AccessAction.View))
            Fulfils = await calendar.FulfilledByAsync(activity, OfficeCalendar.Today(time), cancellation);
        return Page();
    }

    private async Task<IReadOnlyList<Use>> ReadUsesAsync(Activity activity, CancellationToken cancellation)
    {
        var id = activity.Id.ToString();
        var scorecard = await db.ScoreYearAsync(scheme, activity.ToOn.Year, time, cancellation);
        return [.. scorecard.Standards
            .Where(s => s.Counted.Contains(id) || s.Claimed.Contains(id))
            .Select(s => new Use(s.Id, s.Name, s.Counted.Contains(id)))];
    }
}

/// <summary>A standard that an activity counts for, or is only claimed for.</summary>
internal sealed record Use(string StandardId, string Name, bool Counts);
