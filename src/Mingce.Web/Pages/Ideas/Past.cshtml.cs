using Mingce.Core;
using Mingce.Core.Ideas;
using Mingce.Rules;

namespace Mingce.Web.Pages.Ideas;

/// <summary>从以往活动加入: what the unit held in earlier years, each title once, to take over as ideas.</summary>
[AccessRule(Resource.Idea, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class PastModel(LedgerDb db, Session session, KindCatalogue kinds, TimeProvider time) : PageModel
{
    private const int MostShown = 100;
    private const int LongestTitle = 40;
    private const int LongestSteps = 2000;

    [FromQuery]
    public string? Kind { get; set; }

    [FromQuery]
    public int? Month { get; set; }

    /// <summary>Ids of activities.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public IReadOnlyList<PastTitle> Titles { get; private set; } = [];
    public IEnumerable<CatalogueKind> Kinds => kinds.All.Where(kind => !kinds.HasNoContent(kind.Id));

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var taken = Titles.Where(title => Chosen.Contains(title.Activity.Id)).ToList();
        if (taken.Count == 0)
            return this.Unprocessable(nameof(Chosen), "请勾选要加入的活动。");
        var change = session.Change();
        foreach (var (title, activity, _) in taken)
        {
            db.Add(change, new Idea
            {
                UnitId = session.Me.UnitId,
                Title = title.Length > LongestTitle ? title[..LongestTitle] : title,
                KindIds = string.Join(',', activity.Kinds.OrderBy(k => k.Ordinal).Select(k => k.KindId)),
                Months = activity.Period.Precision == PeriodPrecision.Year ? "" : $"{activity.FromOn.Month}",
                Steps = activity.Text.Length > LongestSteps ? activity.Text[..LongestSteps] : activity.Text,
                ActivityId = activity.Id,
            }, "从以往活动加入");
        }
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已加入 {taken.Count} 个，可以补充步骤和准备事项。";
        return Redirect("/ideas");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var thisYear = new DateOnly(OfficeCalendar.Today(time).Year, 1, 1);
        var past = db.Activities.AsNoTracking().Include(a => a.Kinds)
            .Where(a => a.Status == ActivityStatus.Entered && a.Actor == Actor.Own && a.FromOn < thisYear);
        if (!string.IsNullOrEmpty(Kind))
            past = past.Where(a => a.Kinds.Any(k => k.KindId == Kind));
        if (Month is { } month)
            past = past.Where(a => a.FromOn.Month == month && a.Precision != PeriodPrecision.Year);
        var known = (await db.Ideas.AsNoTracking().Select(idea => idea.Title).ToListAsync(cancellation)).ToHashSet();
        List<string> bare = [.. kinds.All.Where(kind => kinds.HasNoContent(kind.Id)).Select(kind => kind.Id)];
        var rows = await past.Where(a => !a.Kinds.Any(k => bare.Contains(k.KindId))).OrderByDescending(a => a.FromOn).ThenByDescending(a => a.Id).Take(20 * MostShown).ToListAsync(cancellation);
        Titles = [.. rows.GroupBy(a => Repeats.Core(a.Title)).Where(same => !known.Contains(same.Key.Length > LongestTitle ? same.Key[..LongestTitle] : same.Key))
            .Select(same => new PastTitle(same.Key, same.First(), same.Count())).Take(MostShown)];
    }
}

/// <summary>A title of earlier years with its latest record.</summary>
internal sealed record PastTitle(string Title, Activity Activity, int Times);
