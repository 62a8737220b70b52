using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>对标自评: the total and every gap.</summary>
[AccessRule(Resource.Scorecard, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Scheme scheme, TimeProvider time) : AssessmentPage(db, scheme, time)
{
    public async Task OnGetAsync(CancellationToken cancellation) => await ReadScorecardAsync(cancellation);

    public IEnumerable<(StandardResult Standard, Gap Gap)> Gaps => Scorecard.Standards
        .SelectMany(s => s.Checks.SelectMany(c => c.Gaps.Where(g => g.Points > 0).Select(g => (s, g))))
        .OrderByDescending(g => g.g.Points);
}
