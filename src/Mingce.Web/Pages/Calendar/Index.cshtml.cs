using System.Globalization;
using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Calendar;

/// <summary>工作日历: a month as grid and list, or everything that is overdue.</summary>
[AccessRule(Resource.Routine, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, KindCatalogue kinds, WorkCalendar calendar, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    /// <summary>The overdue ones of every month instead of a month.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public DateOnly First { get; private set; }
    public bool HasRoutines { get; private set; }
    public OfficeDays Days { get; private set; } = OfficeDays.WeekendsOnly;
    public IReadOnlyList<CalendarEntry> Entries { get; private set; } = [];
    public IReadOnlyList<CalendarDay[]> Weeks { get; private set; } = [];
    public int Asked { get; private set; }
    public int Done { get; private set; }

    /// <summary>Whose notice the days off are by; a year without one has weekends only, and the page says so.</summary>
    public string HolidayText => Days.NoticeOf(First.Year) is { } notice
        ? $"放假和调休按{notice.Source.Split('，')[0]}。"
        : $"尚无{First.Year}年放假通知，只按周末计算，没有放假和调休；可在“设置—节假日”中录入。";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Days = await calendar.ReadDaysAsync(cancellation);
        HasRoutines = await db.Routines.AnyAsync(r => r.Status == RoutineStatus.Active && r.StartsOn != null, cancellation);
        First = ReadMonth();
        var last = First.AddMonths(1).AddDays(-1);
        if (Overdue)
        {
            Entries = (await calendar.ReadAgendaAsync(Today, cancellation)).Overdue;
            return;
        }
        Entries = await calendar.ReadAsync(First, last, Today, null, cancellation);
        var due = Entries.Where(e => First <= e.Occurrence.DueOn && e.Occurrence.DueOn <= last).ToList();
        (Asked, Done) = (due.Count, due.Count(e => e.Occurrence.State == OccurrenceState.Done));
        var byDay = Entries.SelectMany(e => DaysOf(e.Occurrence, last).Distinct().Select(day => (Day: day, Entry: e))).ToLookup(x => x.Day, x => x.Entry);
        var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7));
        var sunday = last.AddDays((7 - (int)last.DayOfWeek) % 7);
        Weeks = [.. Enumerable.Range(0, sunday.DayNumber - monday.DayNumber + 1).Select(monday.AddDays)
            .Select(day => new CalendarDay(day, day.Month == First.Month, [.. byDay[day].Where(_ => day.Month == First.Month)], Days)).Chunk(7)];
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return await this.SheetAsync(Overdue ? "逾期事项" : $"{First.Year}年{First.Month}月工作日历", OccurrenceColumns.Of(kinds, session.Me.DepartmentWord, Today), Entries);
    }

    // What was held stands on the day that it was held. What was put off stands on its first day too, so that the gap there is explained.
    private DateOnly[] DaysOf(Occurrence occurrence, DateOnly last)
    {
        var day = occurrence is { State: OccurrenceState.Done, HeldOn: { } held } && First <= held && held <= last ? held : occurrence.DueOn;
        return occurrence.DueOn == occurrence.Span.Due ? [day] : [occurrence.Span.Due, day];
    }

    private DateOnly ReadMonth()
    {
        var asked = DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Today;
        return asked.Year is >= 2000 and <= 2098 ? new DateOnly(asked.Year, asked.Month, 1) : new DateOnly(Today.Year, Today.Month, 1);
    }
}

/// <summary>A day of the grid.</summary>
/// <param name="On">The day.</param>
/// <param name="IsOfMonth">Whether it belongs to the month shown.</param>
/// <param name="Entries">What is due on it.</param>
/// <param name="Office">Working days.</param>
internal sealed record CalendarDay(DateOnly On, bool IsOfMonth, IReadOnlyList<CalendarEntry> Entries, OfficeDays Office)
{
    public string Festivals { get; } = string.Join('、', FestivalCalendar.On(On));
    public string Mark { get; } = Office.HolidayOn(On) is not null ? "休" : Office.IsWorkedWeekend(On) ? "班" : "";
    public string MarkTitle => Mark == "班" ? "调休上班" : $"{Office.HolidayOn(On)}放假";

    /// <summary>On its own day the day is not said again.</summary>
    public string NameOf(Occurrence occurrence) => occurrence.Span.From == On && occurrence.Span.Due == On ? occurrence.Plan.Title : occurrence.Title;

    public string CssClass => (IsOfMonth ? "" : "other-month ") + (Office.IsWorkingDay(On) ? "" : "day-off");
}
