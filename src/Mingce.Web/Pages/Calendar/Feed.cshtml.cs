using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Calendar;

/// <summary>日历订阅 of the own account: off until its owner switches it on.</summary>
[AccessRule(Resource.CalendarFeed, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class FeedModel(LedgerDb db, Session session) : PageModel
{
    /// <summary>Null while it is off.</summary>
    public CalendarFeed? Feed { get; private set; }

    /// <summary>The address, shown once after it was made.</summary>
    public string? Address { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Feed = await FindAsync(cancellation);
        Address = TempData["FeedAddress"] as string;
    }

    /// <param name="act">on makes a new address, off revokes it.</param>
    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken cancellation)
    {
        var change = session.Change();
        var feed = await FindAsync(cancellation);
        if (act == "on")
        {
            var isNew = feed is null;
            feed ??= new CalendarFeed { UnitId = session.Me.UnitId, AccountId = session.Me.Id };
            var secret = feed.Renew(change.At);
            if (isNew)
                db.Add(change, feed, "开启日历订阅");
            else
                db.Record(change, feed, "更换日历订阅地址");
            await db.SaveChangesAsync(cancellation);
            TempData["FeedAddress"] = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/calendar/feeds/{feed.Id}/{secret}.ics";
        }
        else if (act == "off" && feed is not null)
        {
            db.Remove(feed);
            db.Record(change, feed, "关闭日历订阅");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "日历订阅已关闭，原地址立即失效。";
        }
        return Redirect("/calendar/feed");
    }

    private Task<CalendarFeed?> FindAsync(CancellationToken cancellation) => db.CalendarFeeds.SingleOrDefaultAsync(f => f.AccountId == session.Me.Id, cancellation);
}
