using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>测评标准: what counted for each of its checks, what is only claimed, what is missing.</summary>
[AccessRule(Resource.Scorecard, AccessAction.View, Relation.OwnUnit)]
internal sealed class StandardModel(LedgerDb db, Scheme scheme, TimeProvider time) : AssessmentPage(db, scheme, time)
{
    private readonly LedgerDb db = db;
    private Dictionary<string, Activity> activities = [];
    private Dictionary<string, AttestationEntry> grades = [];

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

        var ids = Result.Counted.Concat(Result.Claimed).Select(Guid.Parse).ToList();
        activities = (await db.Activities.AsNoTracking().Include(a => a.Evidence).Include(a => a.Kinds).AsSplitQuery()
            .Where(a => ids.Contains(a.Id)).ToListAsync(cancellation)).ToDictionary(a => a.Id.ToString());
        grades = await db.Attestations.AsNoTracking()
            .Where(g => g.SchemeId == Scheme.Id && g.Year == Year && g.Kind == AttestationKind.Grade).ToDictionaryAsync(g => g.Subject, cancellation);
        return Page();
    }

    public IEnumerable<Activity> Find(IEnumerable<string> ids) => ids.Select(id => activities[id]).OrderBy(a => a.FromOn);

    public GradeForm FormOf(GradeCheck check) => GradeForm.Of(StandardId, check, Year, grades.GetValueOrDefault(check.Id));
}
