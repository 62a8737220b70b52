using Mingce.Core;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Holidays;

/// <summary>节假日: the years with their notices, those of the program and the office's own.</summary>
[AccessRule(Resource.Holiday, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, OfficeDays delivered, TimeProvider time) : PageModel
{
    public IReadOnlyList<HolidayRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var own = await db.HolidayYears.AsNoTracking().ToDictionaryAsync(h => h.Year, cancellation);
        var today = OfficeCalendar.Today(time).Year;
        Rows = [.. Enumerable.Range(today - 1, 3).Union(own.Keys).OrderDescending()
            .Select(year => new HolidayRow(year, own.GetValueOrDefault(year)?.Notice ?? delivered.NoticeOf(year), own.ContainsKey(year)))];
    }
}

/// <summary>A year; null where nothing is known of it but its weekends.</summary>
internal sealed record HolidayRow(int Year, HolidayNotice? Notice, bool IsOwn);
