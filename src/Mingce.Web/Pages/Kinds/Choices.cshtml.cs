using Mingce.Core;

namespace Mingce.Web.Pages.Kinds;

/// <summary>Which kinds of the catalogue the unit needs; the others are offered no more.</summary>
[AccessRule(Resource.Kind, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class ChoicesModel(LedgerDb db, Session session, KindCatalogue kinds) : PageModel
{
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<CatalogueKind> Kinds { get; } = [.. kinds.All.Where(k => !k.IsOwn)];

    public void OnGet() => Chosen = [.. Kinds.Where(k => !k.IsRetired).Select(k => k.Id)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Kinds.Any(k => Chosen.Contains(k.Id)))
            return this.Unprocessable("", "请至少选用一个类型。");
        var rows = await db.UnitKinds.Where(k => k.CountsAs == "").ToDictionaryAsync(k => k.KindId, cancellation);
        var change = session.Change();
        foreach (var kind in Kinds.Where(k => k.IsRetired == Chosen.Contains(k.Id)))
        {
            var isRetired = !kind.IsRetired;
            if (!rows.TryGetValue(kind.Id, out var row))
                db.Add(row = new UnitKind { UnitId = session.Me.UnitId, KindId = kind.Id });
            row.IsRetired = isRetired;
            db.Record(change, row, $"{(isRetired ? "不选用" : "选用")}活动类型“{kind.Name}”");
        }
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return this.Unprocessable("", "选用情况刚被他人修改，未保存。请重新打开本页。", StatusCodes.Status409Conflict);
        }
        TempData["Notice"] = "已保存选用的活动类型。";
        return Redirect("/kinds");
    }
}
