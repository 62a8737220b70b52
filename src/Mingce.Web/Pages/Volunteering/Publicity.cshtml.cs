using System.ComponentModel.DataAnnotations;
using Mingce.Core.Volunteering;

namespace Mingce.Web.Pages.Volunteering;

/// <summary>公示期: working days for which hours are made public before they count.</summary>
[AccessRule(Resource.Volunteering, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class PublicityModel(LedgerDb db, Session session) : PageModel
{
    [BindProperty]
    [Display(Name = "公示期"), Range(HoursList.FewestPublicityDays, 60, ErrorMessage = "公示期应为3至60个工作日。")]
    public int Days { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation) => Days = (await db.Units.AsNoTracking().SingleAsync(cancellation)).PublicityDays;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var unit = await db.Units.SingleAsync(cancellation);
        if (unit.PublicityDays != Days)
        {
            db.Record(session.Change(), unit.Id, unit, $"公示期由{unit.PublicityDays}个工作日改为{Days}个工作日");
            unit.PublicityDays = Days;
            await db.SaveChangesAsync(cancellation);
        }
        TempData["Notice"] = $"公示期为 {Days} 个工作日，以后确认的时长按此公示。";
        return Redirect("/volunteering");
    }
}
