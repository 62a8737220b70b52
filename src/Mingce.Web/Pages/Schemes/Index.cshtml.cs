using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Schemes;

/// <summary>在用测评体系: by which schemes the unit assesses itself, and which is the main one.</summary>
[AccessRule(Resource.Unit, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, Session session, SchemeShelf shelf, SchemesInForce inForce) : PageModel
{
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public string? Main { get; set; }

    /// <summary>Those in force first.</summary>
    public IReadOnlyList<Scheme> Offered { get; } = [.. inForce.All.Union(shelf.Usable)];

    public void OnGet() => (Chosen, Main) = ([.. inForce.All.Select(s => s.Id)], inForce.All[0].Id);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var chosen = Offered.Where(s => Chosen.Contains(s.Id)).OrderByDescending(s => s.Id == Main).ToList();
        if (chosen.Count == 0)
            return this.Unprocessable("", "请至少勾选一个在用的体系。");
        if (chosen[0].Id != Main)
            return this.Unprocessable("", "主用的体系须同时勾选在用。");
        var unit = await db.Units.SingleAsync(cancellation);
        unit.SchemeIds = string.Join(' ', chosen.Select(s => s.Id));
        db.Record(session.Change(), unit.Id, unit, $"在用测评体系：{string.Join('、', chosen.Select(s => $"“{s.Title}”"))}，主用第一个");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已保存，自评按“{chosen[0].Title}”。";
        return Redirect("/schemes");
    }
}
