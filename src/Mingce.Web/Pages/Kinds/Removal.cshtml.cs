namespace Mingce.Web.Pages.Kinds;

/// <summary>删除 of one of the unit's own kinds that nothing has.</summary>
[AccessRule(Resource.Kind, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class RemovalModel(LedgerDb db, Session session) : KindPage(db)
{
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } kind)
            return NotFound();
        // Taken into use since the page was shown.
        if (await IsUsedAsync(kind, cancellation))
            return Redirect($"/kinds/{id}");
        Db.Remove(kind);
        Db.Record(session.Change(), kind, $"删除活动类型“{kind.Name}”");
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已删除活动类型“{kind.Name}”。";
        return Redirect("/kinds");
    }
}
