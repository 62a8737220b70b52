using Mingce.Core;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;

namespace Mingce.Web.Pages.Volunteering;

/// <summary>我的服务时长: what is recorded of the person whose account this is, seen by that person.</summary>
[AccessRule(Resource.OwnHours, AccessAction.View, Relation.OwnUnit)]
internal sealed class MineModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    /// <summary>Null where the account belongs to nobody of the list of people.</summary>
    public Person? Person { get; private set; }
    public IReadOnlyList<(HoursEntry Entry, HoursList List)> Rows { get; private set; } = [];
    public int Valid => Rows.Where(r => r.List.StateOn(Today) == HoursState.Valid).Sum(r => r.Entry.Minutes);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == session.Me.Id, cancellation);
        if (account.PersonId is not { } id || (Person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation)) is null)
            return;
        var rows = await db.HoursEntries.AsNoTracking().Where(e => e.PersonId == id)
            .Join(db.HoursLists, e => e.ListId, l => l.Id, (e, l) => new { e, l }).OrderByDescending(r => r.e.FromOn).ThenBy(r => r.l.Id).ToListAsync(cancellation);
        Rows = [.. rows.Select(r => (r.e, r.l))];
    }
}
