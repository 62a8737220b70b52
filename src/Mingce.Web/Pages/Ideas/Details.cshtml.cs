using Mingce.Core.Audit;
using Mingce.Core.Ideas;

namespace Mingce.Web.Pages.Ideas;

/// <summary>An idea, and what can be made of it.</summary>
[AccessRule(Resource.Idea, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, IdeaCatalogue ideas) : IdeaPage(db, session, ideas)
{
    /// <summary>The past record that it was taken from.</summary>
    public Activity? From { get; private set; }
    public IReadOnlyList<Event> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Idea.ActivityId is { } activity)
            From = await Db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == activity && a.Status != ActivityStatus.Deleted, cancellation);
        var id = Idea.Id;
        Events = await Db.ReadHistoryAsync(id, cancellation);
        return Page();
    }

    public string RegistrationHref => "/activities/new" + Query();

    public string RoutineHref => "/routines/new" + Query();

    private QueryString Query() => QueryString.Create(new Dictionary<string, string?> { ["kind"] = Idea.MainKind, ["title"] = Idea.Title });
}
