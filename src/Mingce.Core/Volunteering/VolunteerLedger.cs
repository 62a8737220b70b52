using Mingce.Core.Activities;
using Mingce.Core.Data;
using Mingce.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Mingce.Core.Volunteering;

/// <summary>Valid hours of one person in a span of days.</summary>
/// <param name="Own">Minutes kept here.</param>
/// <param name="Imported">Minutes of another system.</param>
public sealed record PersonHours(Person Person, string Department, int Own, int Imported);

/// <summary>What the valid lists say, on a day. People are told in the order of departments and names, never by their hours.</summary>
public static class VolunteerLedger
{
    /// <summary>Entries that count on the day: of valid lists only, and not while their activity is in the 回收站.</summary>
    public static IQueryable<HoursEntry> ValidEntries(this LedgerDb db, DateOnly today, HoursSource? source = null) => db.HoursEntries.AsNoTracking().Where(e => db.HoursLists.Any(l =>
        l.Id == e.ListId && l.WithdrawnAt == null && (source == null || l.Source == source) && (l.Source == HoursSource.System || (l.PublicToOn != null && l.PublicToOn < today))
        && !db.Activities.Any(a => a.Id == l.ActivityId && a.Status == ActivityStatus.Deleted)));

    public static async Task<IReadOnlyList<PersonHours>> HoursByPersonAsync(this LedgerDb db, DateOnly from, DateOnly to, DateOnly today, Guid? personId = null, CancellationToken cancellation = default)
    {
        var own = await SumsAsync(HoursSource.Own);
        var imported = await SumsAsync(HoursSource.System);
        var ids = own.Keys.Union(imported.Keys).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellation);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id, cancellation);
        return [.. people.OrderBy(p => p.DepartmentId is { } id ? departments[id].SortOrder : -1).ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id)
            .Select(p => new PersonHours(p, p.DepartmentId is { } id ? departments[id].Name : "", own.GetValueOrDefault(p.Id), imported.GetValueOrDefault(p.Id)))];

        Task<Dictionary<Guid, int>> SumsAsync(HoursSource source) => db.ValidEntries(today, source)
            .Where(e => e.FromOn >= from && e.FromOn <= to && (personId == null || e.PersonId == personId))
            .GroupBy(e => e.PersonId).Select(g => new { g.Key, Minutes = g.Sum(e => e.Minutes) }).ToDictionaryAsync(g => g.Key, g => g.Minutes, cancellation);
    }

    /// <summary>Minutes of all who served, by activity: of lists kept here, and of imported hours that bear its name and day.</summary>
    public static async Task<Dictionary<Guid, int>> MinutesByActivityAsync(this LedgerDb db, DateOnly today, CancellationToken cancellation = default) =>
        await (from list in db.HoursLists.AsNoTracking()
               join entry in db.HoursEntries on list.Id equals entry.ListId
               where list.WithdrawnAt == null && (entry.ActivityId != null || (list.ActivityId != null && list.PublicToOn != null && list.PublicToOn < today))
               group entry by (list.ActivityId ?? entry.ActivityId)!.Value into sums
               select new { sums.Key, Minutes = sums.Sum(e => e.Minutes) }).ToDictionaryAsync(s => s.Key, s => s.Minutes, cancellation);
}
