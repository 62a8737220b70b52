using System.Text;
using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Calendar;

/// <summary>The calendar by its secret address: whoever has the address reads days and titles, without signing in.</summary>
internal static class FeedFile
{
    private const int DaysBack = 31;
    private const int DaysAhead = 183;

    public static void Map(WebApplication app) =>
        app.MapGet("/calendar/feeds/{feedId:guid}/{secret}.ics", SendAsync)
            .WithMetadata(new AccessRuleAttribute(Resource.CalendarFeed, AccessAction.View, Relation.Public));

    private static async Task<IResult> SendAsync(Guid feedId, string secret, ServerOptions options, OfficeDays delivered, TimeProvider time, CancellationToken cancellation)
    {
        await using var all = options.Folder.OpenDb(null);
        var found = await (from feed in all.CalendarFeeds.IgnoreQueryFilters([LedgerDb.Tenant]).AsNoTracking()
                           join account in all.Accounts.IgnoreQueryFilters([LedgerDb.Tenant]) on new { feed.UnitId, Id = feed.AccountId } equals new { account.UnitId, account.Id }
                           where feed.Id == feedId
                           select new { Feed = feed, account.Role, account.ClosedAt }).SingleOrDefaultAsync(cancellation);
        // A wrong address and a wrong secret cannot be told apart.
        if (!(found?.Feed ?? new CalendarFeed { UnitId = default, AccountId = default }).Accepts(secret)
            || found is not { ClosedAt: null } || !Permissions.Allow(found.Role, Resource.Routine, AccessAction.View))
            return Results.NotFound();
        await using var db = options.Folder.OpenDb(found.Feed.UnitId);
        var today = OfficeCalendar.Today(time);
        var entries = await new WorkCalendar(db, delivered).ReadAsync(today.AddDays(-DaysBack), today.AddDays(DaysAhead), today, null, cancellation);
        return Results.Text(CalendarFile.Write("明册工作日历", entries, time.GetUtcNow().UtcDateTime), CalendarFile.MediaType, Encoding.UTF8);
    }
}
