using System.ComponentModel.DataAnnotations;
using Mingce.Core.Reporting;

namespace Mingce.Web.Pages.Phrases;

/// <summary>删除 of a phrase entered by mistake; the event of its going stays.</summary>
[AccessRule(Resource.Phrase, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "删除原因"), Required(ErrorMessage = "请填写删除原因。"), StringLength(200, ErrorMessage = "删除原因不超过200字。")]
    public string Reason { get; set; } = "";

    public Phrase Phrase { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var change = session.Change(Reason.Trim());
        foreach (var other in await db.Phrases.Where(p => p.SuccessorId == Id).ToListAsync(cancellation))
        {
            other.SuccessorId = null;
            db.Record(change, other, "替代表述已删除");
        }
        db.Remove(Phrase);
        db.Record(change, Phrase, $"删除规范表述“{Phrase.Text}”");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "已删除。";
        return Redirect("/phrases");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Phrase = (await db.Phrases.FirstOrDefaultAsync(p => p.Id == Id, cancellation))!;
        return Phrase is not null;
    }
}
