using Mingce.Core;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>What the pages of 对标自评 share: the scheme in force and the scorecard of a year.</summary>
internal abstract class AssessmentPage(LedgerDb db, Session session, Scheme scheme, TimeProvider time) : PageModel
{
    private int? year;

    /// <summary>The calendar year, by default 工作年度.</summary>
    [BindProperty(SupportsGet = true)]
    public int Year
    {
        get => Years.Shown(year, session.WorkYear);
        set => year = value;
    }

    /// <summary>The scheme where the address names it; null leaves the main one.</summary>
    public string? SchemeInAddress => Request.Query.ContainsKey(SchemesInForce.Query) ? scheme.Id : null;

    /// <summary>Year and scheme, for the addresses of the other pages.</summary>
    public string Query => QueryOf(Year);

    public int LatestYear => session.LatestYear;

    /// <summary>Nothing can be looked through in a year that has not begun.</summary>
    public bool HasBegun => Year <= OfficeCalendar.Today(time).Year;
    public Scheme Scheme => scheme;
    public Scorecard Scorecard { get; private set; } = null!;

    public IReadOnlyDictionary<string, StandardResult> Results { get; private set; } = new Dictionary<string, StandardResult>();

    /// <summary>The standard of the page, marked in the tree; null on the first page.</summary>
    public virtual string? CurrentId => null;

    public string QueryOf(int year) => $"year={year}" + (SchemeInAddress is { } id ? $"&{SchemesInForce.Query}={Uri.EscapeDataString(id)}" : "");

    protected async Task ReadScorecardAsync(CancellationToken cancellation)
    {
        Scorecard = await db.ScoreYearAsync(scheme, Year, time, cancellation);
        Results = Scorecard.Standards.ToDictionary(s => s.Id);
    }
}
