using Mingce.Core;
using Mingce.Core.Volunteering;

namespace Mingce.Web.Pages.Volunteering.Lists;

/// <summary>What the pages of one list of hours share.</summary>
internal abstract class ListPage(LedgerDb db, TimeProvider time) : PageModel
{
    [FromRoute(Name = "hoursId")]
    public Guid ListId { get; set; }

    public HoursList List { get; private set; } = null!;
    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    protected LedgerDb Db => db;

    protected async Task<bool> FindAsync(CancellationToken cancellation) =>
        (List = (await db.HoursLists.Include(l => l.Entries).FirstOrDefaultAsync(l => l.Id == ListId, cancellation))!) is not null;
}
