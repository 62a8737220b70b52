using Mingce.Core;
using Mingce.Core.Dossiers;
using Mingce.Core.Reporting;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Reports;

/// <summary>总结与申报: the work report with the records behind every figure, and what is ready of the papers.</summary>
[AccessRule(Resource.WorkReport, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, Scheme scheme, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int ShownYear => Years.Shown(Year, session.WorkYear);

    /// <summary>Null where the year holds no records yet; then <see cref="Nothing"/> says so.</summary>
    public WorkReport? Report { get; private set; }
    public string Nothing { get; private set; } = "";
    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];
    public IReadOnlyDictionary<Guid, RecordLink> Records { get; private set; } = new Dictionary<Guid, RecordLink>();
    public Dossier? Dossier { get; private set; }
    public DateOnly Today => OfficeCalendar.Today(time);

    /// <summary>The report and the statements of the dossier, for what the phrase library says about them.</summary>
    public string WrittenText => string.Join('\n', (Dossier?.Standards ?? []).Select(s => s.Statement.ToText()).Prepend(Report!.Text));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        try
        {
            Report = await new WorkReports(db).ComposeAsync(unit, ShownYear, OfficeCalendar.Today(time), cancellation);
            Dossier = await new DossierPreparation(db).PrepareAsync(
                scheme, unit, new(ShownYear, 1, 1), new(ShownYear, 12, 31), time.GetUtcNow().UtcDateTime, cancellation);
        }
        catch (UserFaultException e)
        {
            Nothing = e.Message;
        }
        if (Report is not null)
        {
            Lines = ReportLine.Of(Report);
            Records = await ReadRecordsAsync([.. Report.Figures.SelectMany(f => f.Records).Distinct()], cancellation);
        }
    }

    private async Task<Dictionary<Guid, RecordLink>> ReadRecordsAsync(List<Guid> ids, CancellationToken cancellation)
    {
        var activities = await db.Activities.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellation);
        var routines = await db.Routines.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellation);
        return activities.Select(a => new RecordLink(a.Id, a.Title, Words.Of(a.Period), $"/activities/{a.Id}"))
            .Concat(routines.Select(r => new RecordLink(r.Id, r.Title, "常态化安排", $"/routines/{r.Id}")))
            .ToDictionary(r => r.Id);
    }
}

/// <summary>A record behind a figure.</summary>
internal sealed record RecordLink(Guid Id, string Title, string When, string Href);
