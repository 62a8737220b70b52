using Mingce.Core.Volunteering;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Volunteering.Lists;

/// <summary>确认 of a list by somebody who did not enter it; its days of publicity begin.</summary>
[AccessRule(Resource.Volunteering, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class ConfirmationModel(LedgerDb db, Session session, WorkCalendar calendar, TimeProvider time) : ListPage(db, time)
{
    public int Days { get; private set; }
    public bool IsOwnList => List.EnteredById == session.Me.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        Days = (await Db.Units.AsNoTracking().SingleAsync(cancellation)).PublicityDays;
        return List.StateOn(Today) == HoursState.Waiting ? Page() : Redirect($"/volunteering/lists/{ListId}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        Days = (await Db.Units.AsNoTracking().SingleAsync(cancellation)).PublicityDays;
        if (List.StateOn(Today) != HoursState.Waiting)
            return Redirect($"/volunteering/lists/{ListId}"); // A second click, or a colleague was faster.
        if (!List.MayBeConfirmedBy(session.Me.Id))
            return this.Unprocessable("", "登记人不能确认自己登记的时长，请由另一人登录后确认。");
        var change = session.Change();
        List.Confirm(change.By, change.At, Today, Days, await calendar.ReadDaysAsync(cancellation));
        Db.Record(change, List, $"确认服务时长，公示至{Words.Of(List.PublicToOn!.Value)}");
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已确认，公示至{Words.Of(List.PublicToOn.Value)}，期满后有效。";
        return Redirect($"/volunteering/lists/{ListId}");
    }
}
