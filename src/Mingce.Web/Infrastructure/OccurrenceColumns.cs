using Mingce.Core.Routines;

namespace Mingce.Web.Infrastructure;

/// <summary>应办 in a list that is taken away.</summary>
internal static class OccurrenceColumns
{
    public static SheetColumn<CalendarEntry>[] Of(KindCatalogue kinds, string departmentWord, DateOnly today) =>
    [
        new("责任" + departmentWord, 18, e => e.Routine.Responsible), new("事项", 36, e => e.Occurrence.Title), new("活动类型", 16, e => kinds.NameOf(e.Routine.KindId)), new("应办时间", 26, e => Words.SpanOf(e.Occurrence)), new("截止日期", 16, e => e.Occurrence.DueOn),
        new("情况", 14, e => Words.Of(e.Occurrence).Word), new("逾期天数", 10, e => e.Occurrence.State == Rules.Routines.OccurrenceState.Overdue ? today.DayNumber - e.Occurrence.DueOn.DayNumber : null),
        new("开展日期", 16, e => e.Occurrence.State == Rules.Routines.OccurrenceState.Done ? e.Occurrence.HeldOn : null), new("说明", 36, e => e.Waiver is { } waiver ? $"{Words.Of(waiver.Form)}：{waiver.Reason}" : ""),
    ];
}
