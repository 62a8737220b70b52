using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>测评标准: what counted for each of its checks, what is only claimed, what is missing.</summary>
[AccessRule(Resource.Scorecard, AccessAction.View, Relation.OwnUnit)]
internal sealed class StandardModel(LedgerDb db, Session session, Scheme scheme, TimeProvider time) : AssessmentPage(db, session, scheme, time)
{
    private readonly LedgerDb db = db;
    private Dictionary<string, Activity> activities = [];
    private List<AttestationEntry> stated = [];

    [FromRoute]
    public string StandardId { get; set; } = "";

    public override string CurrentId => StandardId;
    public Standard Standard { get; private set; } = null!;
    public Section Section { get; private set; } = null!;
    public StandardResult Result { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Scheme.Standards.FirstOrDefault(s => s.Id == StandardId) is not { } standard)
            return NotFound();
        Standard = standard;
        Section = Scheme.Sections.First(s => s.Standards.Contains(standard));
        await ReadScorecardAsync(cancellation);
        Result = Results[StandardId];

        var ids = Result.Checks.SelectMany(check => check.Counted.Concat(check.Claimed.Select(claim => claim.Id))).Distinct().Select(Guid.Parse).ToList();
        activities = (await db.Activities.AsNoTracking().Include(a => a.Evidence).Include(a => a.Kinds).AsSplitQuery()
            .Where(a => ids.Contains(a.Id)).ToListAsync(cancellation)).ToDictionary(a => a.Id.ToString());
        stated = await db.Attestations.AsNoTracking()
            .Where(a => a.SchemeId == Scheme.Id && a.Year == Year && a.Kind != AttestationKind.Bonus).ToListAsync(cancellation);
        return Page();
    }

    public IEnumerable<Activity> Find(IEnumerable<string> ids) => ids.Select(id => activities[id]).OrderBy(a => a.FromOn);

    public bool HasOneForm => Standard.Checks.Sum(check => AttestationTarget.Of(StandardId, check).Count()) == 1;

    /// <summary>Whether a record is older than the assessed period.</summary>
    public bool IsEarlier(string id) => activities[id].ToOn < Scorecard.From;

    /// <summary>A form for everything that can be stated for the check.</summary>
    public IEnumerable<AttestationForm> FormsOf(Check check) => AttestationTarget.Of(StandardId, check)
        .Select(target => AttestationForm.Of(target, this, stated.FirstOrDefault(a => a.Kind == target.Kind && a.Subject == target.Subject)));
}
