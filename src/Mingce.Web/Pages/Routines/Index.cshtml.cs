using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>常态化安排 of the unit: running ones with what is due next, drafts that an import made, and those that have ended.</summary>
[AccessRule(Resource.Routine, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, KindCatalogue kinds, WorkCalendar calendar, TimeProvider time) : PageModel
{
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public IReadOnlyList<Routine> Running { get; private set; } = [];
    public IReadOnlyList<Routine> Drafts { get; private set; } = [];
    public IReadOnlyList<Routine> Others { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Occurrence> Next { get; private set; } = new Dictionary<Guid, Occurrence>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await db.Routines.AsNoTracking().Where(r => r.Status != RoutineStatus.Superseded).OrderBy(r => r.Title).ThenBy(r => r.Id).ToListAsync(cancellation);
        Drafts = [.. all.Where(r => r.Status == RoutineStatus.Draft)];
        Running = [.. all.Where(r => r.Status == RoutineStatus.Active && r.StartsOn is not null && (r.EndsOn is not { } end || end >= Today))];
        Others = [.. all.Except(Drafts).Except(Running)];
        Next = (await calendar.ReadAsync(Today, Today.AddYears(2), Today, null, cancellation))
            .Where(entry => entry.Occurrence.IsOpen && entry.Occurrence.DueOn >= Today)
            .DistinctBy(entry => entry.Routine.Id)
            .ToDictionary(entry => entry.Routine.Id, entry => entry.Occurrence);
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        SheetColumn<Routine>[] columns =
        [
            new("名称", 30, r => r.Title), new("周期", 30, r => RuleText.Write(r.Rule)), new("活动类型", 16, r => kinds.NameOf(r.KindId)), new($"责任{session.Me.DepartmentWord}", 18, r => r.Responsible), new("地点", 18, r => r.Place),
            new("开始执行", 16, r => r.StartsOn), new("结束执行", 16, r => r.EndsOn), new("下次应办", 16, r => Next.TryGetValue(r.Id, out var next) ? next.DueOn : null),
            new("情况", 14, r => r.Status == RoutineStatus.Draft ? "草稿" : Running.Contains(r) ? "执行中" : r.EndsOn is not null ? "已结束" : $"{r.Year}年记录"),
        ];
        return await this.SheetAsync("常态化安排", columns, [.. Running, .. Drafts, .. Others]);
    }
}
