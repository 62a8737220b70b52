using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Rules.Schemes;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Assessment;

/// <summary>自评: hands the unit's ledger to the scorer. Drafts and superseded records take no part.</summary>
public static class SelfAssessment
{
    public static async Task<Scorecard> ScoreAsync(
        LedgerDb db, Scheme scheme, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var activities = await db.Activities.AsNoTracking().AsSplitQuery()
            .Include(a => a.Kinds.OrderBy(k => k.Ordinal)).Include(a => a.Quantities).Include(a => a.Evidence)
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn <= to && a.ToOn >= from)
            .ToListAsync(cancellation);
        var grades = await db.HandGrades.AsNoTracking()
            .Where(g => g.SchemeId == scheme.Id && g.Year == to.Year)
            .ToListAsync(cancellation);
        return Scorer.Score(scheme, new ScoringInput(from, to, today, [.. activities.Select(ToRecord)], Grades: [.. grades.Select(ToGrade)]));
    }

    private static ScoringRecord ToRecord(Activity a) => new(
        a.Id.ToString(),
        [.. a.Kinds.Select(k => k.KindId)],
        a.Title,
        a.Text,
        a.Period,
        a.Actor,
        a.Count,
        a.IsSummary,
        a.ActualHeadcount,
        [.. a.Quantities.Select(q => q.Value)],
        [.. a.Evidence.Select(e => new ScoringEvidence(ToForm(e.Form), e.Title))]);

    private static Rules.Schemes.HandGrade ToGrade(HandGrade g) => new(g.CheckId, g.Points, g.GivenBy, g.Reason);

    private static Rules.Schemes.EvidenceForm ToForm(Activities.EvidenceForm form) => form switch
    {
        Activities.EvidenceForm.Photo => Rules.Schemes.EvidenceForm.Photo,
        Activities.EvidenceForm.Document => Rules.Schemes.EvidenceForm.Document,
        Activities.EvidenceForm.Link => Rules.Schemes.EvidenceForm.Link,
        Activities.EvidenceForm.Screenshot => Rules.Schemes.EvidenceForm.Screenshot,
        Activities.EvidenceForm.Original => Rules.Schemes.EvidenceForm.Original,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form"),
    };
}
