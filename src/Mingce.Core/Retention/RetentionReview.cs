using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Rules;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Retention;

/// <summary>A record whose term is over.</summary>
/// <param name="ActivityId">The activity that it is or belongs to; null for a person.</param>
public sealed record ReachedRecord(string Title, DateOnly On, Guid? ActivityId, Guid? PersonId);

/// <summary>A material with the term in force and what has reached it.</summary>
/// <param name="Own">The unit's own term; null where the default applies.</param>
/// <param name="Records">The oldest of <paramref name="Count"/>.</param>
public sealed record MaterialReview(Material Material, RetentionTerm? Own, int Count, IReadOnlyList<ReachedRecord> Records)
{
    public int? Years => Own is null ? Material.Years : Own.Years;
}

/// <summary>到期清单: what has reached its term. It only lists; whether something is destroyed, people decide by the rules of archives.</summary>
public sealed class RetentionReview(LedgerDb db, RetentionCatalogue catalogue, KindCatalogue kinds)
{
    private const int MostShown = 20;

    public async Task<IReadOnlyList<MaterialReview>> ReadAsync(DateOnly today, CancellationToken cancellation = default)
    {
        var own = await db.RetentionTerms.AsNoTracking().ToDictionaryAsync(term => term.MaterialId, cancellation);
        var reviews = new List<MaterialReview>();
        foreach (var material in catalogue.All)
        {
            var review = new MaterialReview(material, own.GetValueOrDefault(material.Id), 0, []);
            // A term runs from the first day of the next year.
            if (review.Years is { } years && today.Year - years - 1 is >= 1 and var last && ReachedBy(material, new DateOnly(last, 12, 31)) is { } rows)
            {
                review = review with { Count = await rows.CountAsync(cancellation), Records = await rows.Take(MostShown).ToListAsync(cancellation) };
            }
            reviews.Add(review);
        }
        return reviews;
    }

    private IQueryable<ReachedRecord>? ReachedBy(Material material, DateOnly last)
    {
        var activities = db.Activities.AsNoTracking().Where(a => a.Status == ActivityStatus.Entered && a.ToOn <= last);
        switch (material.Rows)
        {
            case MaterialRows.Activities:
                List<string> own = [.. material.Kinds.SelectMany(kinds.CountingAs)];
                List<string> named = [.. catalogue.All.SelectMany(other => other.Kinds).SelectMany(kinds.CountingAs)];
                var some = own.Count > 0 ? activities.Where(a => a.Kinds.Any(k => own.Contains(k.KindId))) : activities.Where(a => !a.Kinds.Any(k => named.Contains(k.KindId)));
                return some.OrderBy(a => a.ToOn).ThenBy(a => a.Id).Select(a => new ReachedRecord(a.Title, a.ToOn, a.Id, null));
            case MaterialRows.Photos:
                return OfEvidence(activities, db.Evidence.Where(e => e.Form == EvidenceForm.Photo || e.Form == EvidenceForm.Screenshot));
            case MaterialRows.SignInSheets:
                return OfEvidence(activities, db.Evidence.Where(e => e.Title.Contains("签到")));
            case MaterialRows.Departed:
                return db.People.AsNoTracking().Where(p => p.LeftOn != null && p.LeftOn <= last && p.Phone != "")
                    .OrderBy(p => p.LeftOn).ThenBy(p => p.Id).Select(p => new ReachedRecord(p.Name, p.LeftOn!.Value, null, p.Id));
            case MaterialRows.None:
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(material), material.Rows, "Not rows of the ledger");
        }
    }

    // A file that was taken out is still kept.
    private static IQueryable<ReachedRecord> OfEvidence(IQueryable<Activity> activities, IQueryable<Evidence> evidence) =>
        evidence.AsNoTracking().IgnoreQueryFilters([LedgerDb.Removed]).Join(activities, e => new { e.UnitId, Id = e.ActivityId }, a => new { a.UnitId, a.Id }, (e, a) => new { Evidence = e, a.ToOn })
            .OrderBy(x => x.ToOn).ThenBy(x => x.Evidence.Id).Select(x => new ReachedRecord(x.Evidence.Title, x.ToOn, x.Evidence.ActivityId, null));
}
