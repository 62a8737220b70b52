using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Audit;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Unit;

/// <summary>单位情况: names, type and bodies, and the year that it works on.</summary>
[AccessRule(Resource.Unit, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    private const string FollowsCalendar = "随日历";

    private readonly int thisYear = OfficeCalendar.Today(time).Year;

    private int? stored;

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public UnitForm Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "工作年度")]
    public int? WorkYear { get; set; }

    /// <summary>The years around this one, and the one that is set.</summary>
    public IEnumerable<SelectListItem> Years => Offered
        .Select(year => new SelectListItem(year == thisYear - 1 ? $"{year}年（上年）" : year == thisYear ? $"{year}年（今年）" : year == thisYear + 1 ? $"{year}年（明年）" : $"{year}年", $"{year}"))
        .Prepend(new SelectListItem($"{FollowsCalendar}（今年，{thisYear}年）", ""));

    private IEnumerable<int> Offered => new[] { stored, thisYear - 1, thisYear, thisYear + 1 }.OfType<int>().Distinct().Order();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var unit = await db.Units.SingleAsync(cancellation);
        (Version, Input, WorkYear, stored) = (unit.Version, UnitForm.Of(unit), unit.WorkYear, unit.WorkYear);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var unit = await db.Units.SingleAsync(cancellation);
        stored = unit.WorkYear;
        if (WorkYear is { } year && !Offered.Contains(year))
            ModelState.AddModelError(nameof(WorkYear), "请在所列年度中选择工作年度。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (unit.Version != Version)
        {
            Version = unit.Version;
            return this.LostRace();
        }
        Input.WriteTo(unit);
        unit.WorkYear = WorkYear;
        db.Record(session.Change(), unit.Id, unit, "更正单位情况", FieldChange.Between([("工作年度", NameOf(stored))], [("工作年度", NameOf(WorkYear))]));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return this.Unprocessable("Input.FullName", "已有同名单位，请核对单位全称。");
        }
        TempData["Notice"] = "单位情况已保存。";
        return Redirect("/unit");
    }

    private static string NameOf(int? year) => year is { } chosen ? $"{chosen}年" : FollowsCalendar;
}
