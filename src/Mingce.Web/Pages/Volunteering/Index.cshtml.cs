using Mingce.Core;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Mingce.Web.Pages.People;

namespace Mingce.Web.Pages.Volunteering;

/// <summary>志愿服务: the lists of hours of a year with how each stands, and totals of the unit; no ranking of persons.</summary>
[AccessRule(Resource.Volunteering, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int Shown { get; private set; }
    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public IReadOnlyList<HoursRow> Rows { get; private set; } = [];

    /// <summary>Valid minutes kept here and imported.</summary>
    public int Own { get; private set; }
    public int Imported { get; private set; }

    /// <summary>People in service without the retired; those of them with a volunteer's number.</summary>
    public int Serving { get; private set; }
    public int Volunteers { get; private set; }
    public string Ratio => PeopleFigures.Ratio(Volunteers, Serving);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Shown = Years.Shown(Year, Today.Year);
        var (first, last) = (new DateOnly(Shown, 1, 1), new DateOnly(Shown, 12, 31));
        Rows = await db.HoursLists.AsNoTracking().Where(l => l.Entries.Any(e => e.FromOn >= first && e.FromOn <= last)).OrderByDescending(l => l.Id)
            .Select(l => new HoursRow(l, l.Entries.Select(e => e.PersonId).Distinct().Count(), l.Entries.Sum(e => e.Minutes))).ToListAsync(cancellation);
        Own = await SumAsync(HoursSource.Own);
        Imported = await SumAsync(HoursSource.System);
        var serving = db.People.InService(Today).Where(p => p.Staffing != StaffingKind.Retired);
        (Serving, Volunteers) = (await serving.CountAsync(cancellation), await serving.CountAsync(p => p.VolunteerNumber != "", cancellation));

        Task<int> SumAsync(HoursSource source) => db.ValidEntries(Today, source).Where(e => e.FromOn >= first && e.FromOn <= last).SumAsync(e => e.Minutes, cancellation);
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        SheetColumn<HoursRow>[] columns =
        [
            new("活动或文件", 36, r => r.List.Title), new("来源", 16, r => Words.Of(r.List.Source)), new("人数", 10, r => r.People), new("时长（小时）", 12, r => HoursText.Hours(r.Minutes)), new("情况", 26, r => Words.StateOf(r.List, Today)),
            new("登记人", 14, r => r.List.EnteredBy), new("登记时间", 20, r => OfficeCalendar.ToLocal(r.List.EnteredAt)), new("确认人", 14, r => r.List.ConfirmedBy), new("公示开始", 16, r => r.List.PublicFromOn), new("公示结束", 16, r => r.List.PublicToOn), new("撤回原因", 30, r => r.List.WithdrawnReason),
        ];
        return await this.SheetAsync($"{Shown}年志愿服务时长登记", columns, Rows);
    }
}

/// <summary>A list with how many people and minutes it holds.</summary>
internal sealed record HoursRow(HoursList List, int People, int Minutes);
