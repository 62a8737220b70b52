using System.ComponentModel.DataAnnotations;
using Mingce.Core.Preparations;

namespace Mingce.Web.Pages.Preparations;

/// <summary>删除 of a plan with its papers; the event of its going stays.</summary>
[AccessRule(Resource.Preparation, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "删除原因"), Required(ErrorMessage = "请填写删除原因。"), StringLength(200, ErrorMessage = "删除原因不超过200字。")]
    public string Reason { get; set; } = "";

    public Preparation Preparation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        db.RemoveRange(await db.Papers.Where(p => p.PreparationId == Id).ToListAsync(cancellation));
        db.Remove(Preparation);
        db.Record(session.Change(Reason.Trim()), Preparation, $"删除活动准备“{Preparation.Title}”");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "活动准备已删除。";
        return Redirect("/preparations");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Preparation = (await db.Preparations.FirstOrDefaultAsync(p => p.Id == Id, cancellation))!;
        return Preparation is not null;
    }
}
