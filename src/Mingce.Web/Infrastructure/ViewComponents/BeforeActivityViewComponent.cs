using Mingce.Core.Ideas;
using Mingce.Core.Preparations;
using Mingce.Core.Routines;

namespace Mingce.Web.Infrastructure.ViewComponents;

/// <summary>Beside an occurrence: its papers, and ideas for its kind and season.</summary>
public sealed class BeforeActivityViewComponent(LedgerDb db, Session session, IdeaCatalogue ideas, KindCatalogue kinds) : ViewComponent
{
    private const int MostIdeas = 5;

    public async Task<IViewComponentResult> InvokeAsync(CalendarEntry entry)
    {
        if (kinds.HasNoContent(entry.Routine.KindId))
            return Content("");
        var (routine, day) = (entry.Routine.Id, entry.Occurrence.Span.Due);
        var preparation = await db.Preparations.AsNoTracking().FirstOrDefaultAsync(p => p.RoutineId == routine && p.OccurrenceOn == day, HttpContext.RequestAborted);
        var fitting = (await ideas.ReadAsync(db, session.Me.UnitId, HttpContext.RequestAborted))
            .Where(idea => !idea.IsRetired && idea.IsFor(kinds.LineOf(entry.Routine.KindId)) && idea.Suits(entry.Occurrence.DueOn))
            .OrderByDescending(idea => idea.IsSeasonal).Take(MostIdeas);
        return View(new BeforeActivity(entry, preparation, [.. fitting]));
    }
}

/// <summary>What the office can begin with.</summary>
public sealed record BeforeActivity(CalendarEntry Entry, Preparation? Preparation, IReadOnlyList<Idea> Ideas)
{
    /// <summary>活动准备 of the occurrence, begun with an idea or without.</summary>
    public string NewHref(Idea? idea = null)
    {
        var query = new Dictionary<string, string?> { ["routine"] = $"{Entry.Routine.Id}", ["day"] = $"{Entry.Occurrence.Span.Due:yyyy-MM-dd}" };
        if (idea is not null)
            query["idea"] = idea.Key;
        return "/preparations/new" + QueryString.Create(query);
    }
}
