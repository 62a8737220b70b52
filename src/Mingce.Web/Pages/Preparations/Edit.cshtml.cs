namespace Mingce.Web.Pages.Preparations;

/// <summary>修改 of a plan; papers that nobody changed follow it.</summary>
[AccessRule(Resource.Preparation, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class EditModel(LedgerDb db, Session session, KindCatalogue kinds) : PreparationPage(db, kinds)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(Id, cancellation) is not { } preparation)
            return NotFound();
        await ReadBodiesAsync(cancellation);
        (Version, Input) = (preparation.Version, PreparationForm.Of(preparation));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(Id, cancellation) is not { } preparation)
            return NotFound();
        await ReadBodiesAsync(cancellation);
        if (!IsInputValid())
            return this.Unprocessable();
        if (preparation.Version != Version)
            return Lost(preparation.Version);
        Input.WriteTo(preparation);
        Db.Record(session.Change(), preparation, "修改活动准备");
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Lost(Version + 1);
        }
        TempData["Notice"] = "已保存。";
        return Redirect($"/preparations/{Id}");
    }

    private PageResult Lost(int current)
    {
        Version = current;
        return this.LostRace();
    }
}
