using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Reminders;

/// <summary>催办单: what is overdue or due soon, one sheet and one text for each department.</summary>
[AccessRule(Resource.Routine, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(WorkCalendar calendar, KindCatalogue kinds, Session session, TimeProvider time) : PageModel
{
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var agenda = await calendar.ReadAgendaAsync(Today, cancellation);
        Reminders = [.. agenda.ToDo.GroupBy(e => e.Routine.Responsible)
            .OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Reminder(g.Key.Length > 0 ? g.Key : $"未指定责任{session.Me.DepartmentWord}", [.. g], session.Me.UnitName, Today))];
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        return await this.SheetAsync($"催办单（{Words.Of(Today)}）", OccurrenceColumns.Of(kinds, session.Me.DepartmentWord, Today), Reminders.SelectMany(r => r.Entries));
    }
}

/// <summary>The sheet of one department.</summary>
internal sealed record Reminder(string Name, IReadOnlyList<CalendarEntry> Entries, string UnitName, DateOnly Today)
{
    /// <summary>To paste into a group chat.</summary>
    public string Text => string.Join('\n',
        [
            $"{Name}：以下工作请抓紧办理，办后及时登记。",
            .. Entries.Select((entry, i) => $"{i + 1}. {entry.Occurrence.Title}，{entry.Occurrence.DueOn.Year}年{Words.DueBy(entry.Occurrence)}{StateText(entry.Occurrence)}"),
            $"{UnitName}　{Words.Of(Today)}",
        ]);

    private string StateText(Occurrence occurrence) =>
        (occurrence.Needed > 1 ? $"，已办{occurrence.Deeds.Count}次，还差{occurrence.Needed - occurrence.Deeds.Count}次" : "")
        + (occurrence.State == OccurrenceState.Overdue ? $"，已逾期{Today.DayNumber - occurrence.DueOn.DayNumber}天。" : "。");
}
