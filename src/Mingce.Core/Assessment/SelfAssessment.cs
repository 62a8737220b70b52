using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Rules.Schemes;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Assessment;

/// <summary>自评: hands the unit's entered records to the scorer. Nothing of it is stored, so it is right on any day.</summary>
public sealed class SelfAssessment(LedgerDb db)
{
    /// <param name="from">First day of the window.</param>
    /// <param name="to">Last day of the window.</param>
    public async Task<Scorecard> ScoreAsync(Scheme scheme, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation = default) =>
        (await AssessAsync(scheme, from, to, today, cancellation)).Scorecard;

    /// <summary>The scorecard together with the very records it was made from.</summary>
    public async Task<(Scorecard Scorecard, IReadOnlyList<Activity> Activities)> AssessAsync(
        Scheme scheme, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation = default)
    {
        var activities = await db.Activities.AsNoTracking().AsSplitQuery()
            .Include(a => a.Kinds).Include(a => a.Quantities).Include(a => a.Evidence)
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn <= to && a.ToOn >= from)
            .OrderBy(a => a.FromOn).ThenBy(a => a.Id)
            .ToListAsync(cancellation);
        var grades = await db.HandGrades.AsNoTracking().Where(g => g.SchemeId == scheme.Id && g.Year == to.Year).ToListAsync(cancellation);
        return (Scorer.Score(scheme, new ScoringInput(from, to, today, [.. activities.Select(ToRecord)])
        {
            Grades = [.. grades.Select(g => new Grade(g.CheckId, g.Points, g.GivenBy, g.Reason))],
        }), activities);
    }

    private static ScoringRecord ToRecord(Activity activity) => new(
        activity.Id.ToString(),
        [.. activity.Kinds.OrderBy(k => k.Ordinal).Select(k => k.KindId)],
        activity.Title,
        activity.Text,
        activity.Period,
        activity.Actor,
        activity.Count,
        activity.IsSummary,
        activity.ActualHeadcount,
        [.. activity.Evidence.OrderBy(e => e.Id).Select(e => new ScoringEvidence(e.Form, e.Title))]);
}
