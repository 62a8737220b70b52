using Mingce.Core;
using Mingce.Core.Units;

namespace Mingce.Web.Infrastructure.ViewComponents;

/// <summary>How many people the roster has on a day, beside a form that asks for a headcount or a ratio: who counts and the day remain for a person to say.</summary>
public sealed class RosterFiguresViewComponent(LedgerDb db, TimeProvider time) : ViewComponent
{
    /// <param name="day">Null for today.</param>
    public async Task<IViewComponentResult> InvokeAsync(DateOnly? day)
    {
        var on = day ?? OfficeCalendar.Today(time);
        var serving = db.People.AsNoTracking().InService(on).Where(p => p.Staffing != StaffingKind.Retired);
        return View(new RosterFigures(
            on, await serving.CountAsync(HttpContext.RequestAborted), await serving.CountAsync(p => p.Staffing == StaffingKind.Established, HttpContext.RequestAborted)));
    }
}

/// <summary>People in service without the retired, and how many of them are 在编在岗.</summary>
public sealed record RosterFigures(DateOnly On, int Serving, int Established);
