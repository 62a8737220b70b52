using Mingce.Core;
using Mingce.Core.Intake;
using Mingce.Web.Pages.Activities;

namespace Mingce.Web.Pages.Imports.Drafts;

/// <summary>拆分 of a total into records with their days, as far as they are known.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class SplitModel(LedgerDb db, Session session, TimeProvider time) : DraftPage(db)
{
    private const int MostRows = 24;

    [BindProperty]
    public List<PartForm> Parts { get; set; } = [];

    public int Rows => Math.Min(Draft.Count, MostRows);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        if (Draft.Count < 2)
            return Redirect(BackHref);
        Parts = [.. Enumerable.Range(0, Rows).Select(_ => new PartForm())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } elsewhere)
            return elsewhere;
        var today = OfficeCalendar.Today(time);
        foreach (var (i, part) in Parts.Index().Where(p => p.Item.IsFilled))
        {
            foreach (var (field, message) in part.Faults(i + 1, today))
                ModelState.AddModelError($"Parts[{i}].{field}", message);
        }
        if (!ModelState.IsValid)
            return this.Unprocessable();
        try
        {
            await new DraftDecisions(Db, session.Change()).SplitAsync(Item, [.. Parts.Where(p => p.IsFilled).Select(p => p.ToPart([]))]);
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable("", e.Message);
        }
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已拆分出 {Parts.Count(p => p.IsFilled)} 条有日期的记录。";
        return Redirect(BackHref);
    }
}
