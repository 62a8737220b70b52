using Mingce.Core.Ideas;

namespace Mingce.Web.Pages.Ideas;

/// <summary>停用 of an idea, or back into use.</summary>
[AccessRule(Resource.Idea, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RetirementModel(LedgerDb db, Session session, IdeaCatalogue ideas) : IdeaPage(db, session, ideas)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        var isRetired = !Idea.IsRetired;
        var row = await TakeRowAsync(isRetired ? "停用" : "恢复使用", cancellation);
        row.IsRetired = isRetired;
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = isRetired ? $"“{row.Title}”已停用，不再推荐。" : $"“{row.Title}”已恢复使用。";
        return Redirect($"/ideas/{Key}");
    }
}
