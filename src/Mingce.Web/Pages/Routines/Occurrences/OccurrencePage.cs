using Mingce.Core;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines.Occurrences;

/// <summary>A page about one occurrence of a routine.</summary>
internal abstract class OccurrencePage(WorkCalendar calendar, RoutineCatalogue catalogue, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public DateOnly Day { get; set; }

    public required CalendarEntry Entry { get; set; }
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public bool IsPartyMeeting => catalogue.IsPartyMeeting(Entry.Routine.KindId);

    /// <summary>The address of the occurrence.</summary>
    public string Address => OccurrenceLinks.Href(Entry.Occurrence);

    protected WorkCalendar Calendar => calendar;

    /// <summary>Reads the occurrence; false where the routine asks for nothing on that day.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (Day.Year is < 2000 or > 2098 || await calendar.FindAsync(Id, Day, Today, cancellation) is not { } entry)
            return false;
        Entry = entry;
        return true;
    }
}
