using Mingce.Core;

namespace Mingce.Web.Pages.Unit;

/// <summary>单位情况: names, type and bodies.</summary>
[AccessRule(Resource.Unit, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public UnitForm Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var unit = await db.Units.SingleAsync(cancellation);
        (Version, Input) = (unit.Version, UnitForm.Of(unit));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var unit = await db.Units.SingleAsync(cancellation);
        if (unit.Version != Version)
        {
            Version = unit.Version;
            return this.LostRace();
        }
        Input.WriteTo(unit);
        db.Record(session.Change(), unit.Id, unit, "更正单位情况");
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
}
