using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Volunteering;
using Mingce.Rules;
using Mingce.Rules.Schemes;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Assessment;

/// <summary>A scorecard together with the very records it was made from.</summary>
public sealed record AssessmentResult(Scorecard Scorecard, ScoringInput Input, IReadOnlyList<Activity> Activities);

/// <summary>自评: hands the unit's entered records to the scorer. Nothing of it is stored, so it is right on any day.</summary>
public sealed class SelfAssessment(LedgerDb db)
{
    private const string Hours = "小时";

    /// <param name="from">First day of the assessed period.</param>
    /// <param name="to">Last day of the assessed period.</param>
    public Task<Scorecard> ScoreAsync(Scheme scheme, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation = default) =>
        db.CachedAsync(
            $"scorecard {scheme.Id} {from:O} {to:O} {today:O}",
            async () => (await AssessAsync(scheme, from, to, today, cancellation)).Scorecard,
            card => 100 * card.Standards.Sum(standard => 10 + standard.Counted.Count + standard.Claimed.Count));

    /// <summary>The scorecard with what it was made from: also earlier records, where the scheme's evidence windows reach back.</summary>
    public async Task<AssessmentResult> AssessAsync(
        Scheme scheme, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation = default)
    {
        var first = scheme.FirstDay(from, to);
        var activities = await db.Activities.AsNoTracking().AsSplitQuery()
            .Include(a => a.Kinds).Include(a => a.Quantities).Include(a => a.Evidence)
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn <= to && a.ToOn >= first)
            .OrderBy(a => a.FromOn).ThenBy(a => a.Id)
            .ToListAsync(cancellation);
        var kinds = await db.ReadKindsAsync(cancellation);
        var minutes = await db.MinutesByActivityAsync(today, cancellation);
        var attestations = await db.Attestations.AsNoTracking().Where(a => a.SchemeId == scheme.Id).OrderBy(a => a.Id).ToListAsync(cancellation);
        var input = new ScoringInput(from, to, today, [.. activities.Select(a => ToRecord(a, kinds, minutes.GetValueOrDefault(a.Id)))], [.. attestations.Select(a => a.ToAttestation())]);
        return new AssessmentResult(Scorer.Score(scheme, input), input, activities);
    }

    private static ScoringRecord ToRecord(Activity activity, KindCatalogue kinds, int minutes) => new(
        activity.Id.ToString(),
        [.. activity.Kinds.OrderBy(k => k.Ordinal).SelectMany(k => kinds.LineOf(k.KindId)).Distinct()],
        activity.Title,
        activity.Text,
        activity.Period,
        activity.Actor,
        activity.Count,
        activity.IsSummary,
        activity.ActualHeadcount,
        [.. activity.Evidence.OrderBy(e => e.Id).Select(e => new ScoringEvidence(e.Form, e.Title))],
        [.. activity.Quantities.OrderBy(q => q.Ordinal).Select(q => q.Value), .. HoursOf(activity, minutes)]);

    // Hours that a second person confirmed and that were made public count where nobody typed a total.
    private static IEnumerable<Quantity> HoursOf(Activity activity, int minutes) =>
        minutes > 0 && !activity.Quantities.Exists(q => q.Unit == Hours) ? [new(minutes / 60m, Hours)] : [];
}
