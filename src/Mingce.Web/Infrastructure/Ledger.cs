using Mingce.Core;
using Mingce.Core.Assessment;
using Mingce.Core.Audit;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Infrastructure;

/// <summary>What several pages read in the same way.</summary>
internal static class Ledger
{
    /// <summary>The name on screen; an id that the catalogue no longer has stands for itself.</summary>
    public static string NameOf(this KindCatalogue kinds, string id) => kinds.Find(id)?.Name ?? id;

    public static string NamesOf(this KindCatalogue kinds, Activity activity) =>
        string.Join("、", activity.KindIds.Select(kinds.NameOf));

    /// <summary>The activity with all its parts, to be read; null where the unit has none of that id.</summary>
    public static Task<Activity?> FindActivityAsync(this LedgerDb db, Guid id, CancellationToken cancellation) =>
        db.Activities.AsNoTracking().AsSplitQuery()
            .Include(a => a.Kinds.OrderBy(k => k.Ordinal)).Include(a => a.Hosts.OrderBy(h => h.Ordinal))
            .Include(a => a.Quantities.OrderBy(q => q.Ordinal)).Include(a => a.Details).Include(a => a.Evidence.OrderBy(e => e.AddedAt).ThenBy(e => e.Id))
            .FirstOrDefaultAsync(a => a.Id == id, cancellation);

    /// <summary>What was done to a row, the oldest first.</summary>
    public static async Task<IReadOnlyList<Event>> ReadHistoryAsync(this LedgerDb db, Guid id, CancellationToken cancellation) =>
        await db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellation);

    /// <summary>The scorecard of a calendar year.</summary>
    public static Task<Scorecard> ScoreYearAsync(this LedgerDb db, Scheme scheme, int year, TimeProvider time, CancellationToken cancellation) =>
        new SelfAssessment(db).ScoreAsync(scheme, new(year, 1, 1), new(year, 12, 31), OfficeCalendar.Today(time), cancellation);
}
