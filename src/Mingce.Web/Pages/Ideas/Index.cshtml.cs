using Mingce.Core;
using Mingce.Core.Ideas;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Ideas;

/// <summary>活动参考: ideas by kind and season, and how often the same was held in the last twelve months.</summary>
[AccessRule(Resource.Idea, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, IdeaCatalogue ideas, KindCatalogue catalogue, TimeProvider time) : PageModel
{
    [FromQuery]
    public string? Kind { get; set; }

    /// <summary>A festival by name, or a month by number; else every season.</summary>
    [FromQuery]
    public string? Season { get; set; }

    /// <summary>retired: those out of use; else those in use.</summary>
    [FromQuery]
    public string? State { get; set; }

    public IReadOnlyList<Idea> Shown { get; private set; } = [];

    /// <summary>Kinds that any idea is for.</summary>
    public IReadOnlySet<string> Kinds { get; private set; } = new HashSet<string>();
    public IReadOnlyList<(string KindId, int Activities, IReadOnlyList<Repeat> Repeated)> Repeated { get; private set; } = [];
    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    public bool IsRetired => State == "retired";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await ideas.ReadAsync(db, session.Me.UnitId, cancellation);
        Kinds = all.SelectMany(idea => idea.Kinds).ToHashSet();
        Shown = [.. all.Where(idea => idea.IsRetired == IsRetired && (string.IsNullOrEmpty(Kind) || idea.IsFor(catalogue.LineOf(Kind))) && IsInSeason(idea))
            .OrderByDescending(idea => idea.IsSeasonal && idea.Suits(Today))];
        Repeated = [.. (await Repeats.ReadAsync(db, Today, cancellation)).Where(kind => kind.Repeated.Count > 0 && (string.IsNullOrEmpty(Kind) || kind.KindId == Kind))];
    }

    private bool IsInSeason(Idea idea) => string.IsNullOrEmpty(Season)
        || (int.TryParse(Season, out var month) ? idea.MonthNumbers.Contains(month) || idea.FestivalNames.Any(name => FallsIn(name, month)) : idea.FestivalNames.Contains(Season));

    private bool FallsIn(string festival, int month) => FestivalCalendar.Names.Contains(festival) && FestivalCalendar.DayOf(festival, Today.Year)?.Month == month;
}
