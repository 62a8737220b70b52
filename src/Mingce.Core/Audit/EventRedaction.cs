using Mingce.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Audit;

/// <summary>Takes words out of old events, where what they tell has to go; who and when stays.</summary>
public static class EventRedaction
{
    /// <summary>Rewrites the words of what was recorded of a subject, at once and beside what is still to be saved.</summary>
    /// <param name="rewrite">The words as they may stay.</param>
    public static async Task RedactEventsAsync(this LedgerDb db, Guid subjectId, Func<string, string> rewrite, CancellationToken cancellation)
    {
        foreach (var old in await db.Events.AsNoTracking().Where(e => e.SubjectId == subjectId).ToListAsync(cancellation))
        {
            var (what, why) = (rewrite(old.What), rewrite(old.Why));
            var changes = FieldChange.ToJson([.. old.Changes.Select(c => c with { From = rewrite(c.From), To = rewrite(c.To) })]);
            if ((what, why, changes) != (old.What, old.Why, old.ChangesJson))
            {
                await db.Events.Where(e => e.Id == old.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(e => e.What, what).SetProperty(e => e.Why, why).SetProperty(e => e.ChangesJson, changes), cancellation);
            }
        }
    }
}
