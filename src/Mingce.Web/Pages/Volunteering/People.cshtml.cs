using Mingce.Core;
using Mingce.Core.Units;
using Mingce.Core.Volunteering;

namespace Mingce.Web.Pages.Volunteering;

/// <summary>Hours by person, in the order of departments and names: for those who keep them, never as a ranking.</summary>
[AccessRule(Resource.Volunteering, AccessAction.View, Relation.OwnUnit)]
internal sealed class PeopleModel(LedgerDb db, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public int Shown { get; private set; }
    public int ThisYear => OfficeCalendar.Today(time).Year;
    public string Word { get; private set; } = "";
    public IReadOnlyList<PersonHours> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Shown = Years.Shown(Year, ThisYear);
        Word = await db.DepartmentWordAsync(cancellation);
        Rows = await db.HoursByPersonAsync(new(Shown, 1, 1), new(Shown, 12, 31), OfficeCalendar.Today(time), null, cancellation);
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        SheetColumn<PersonHours>[] columns =
        [
            new(Word, 18, r => r.Department), new("姓名", 12, r => r.Person.Name), new("志愿者编号", 20, r => r.Person.VolunteerNumber),
            new("本系统记录（小时）", 18, r => HoursText.Hours(r.Own)), new("系统导入（小时）", 18, r => HoursText.Hours(r.Imported)),
        ];
        return await this.SheetAsync($"{Shown}年志愿服务时长（按人员）", columns, Rows);
    }
}
