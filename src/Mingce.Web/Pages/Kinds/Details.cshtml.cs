using Mingce.Core.Audit;

namespace Mingce.Web.Pages.Kinds;

/// <summary>更正 of one of the unit's own kinds: name, fields, out of use.</summary>
[AccessRule(Resource.Kind, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, KindCatalogue kinds) : KindPage(db)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public KindForm Input { get; set; } = new();

    public UnitKind Kind { get; private set; } = null!;
    public bool IsUsed { get; private set; }
    public IReadOnlyList<Event> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        (Version, Input) = (Kind.Version, KindForm.Of(Kind));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
            return NotFound();
        foreach (var (field, message) in Input.Faults(kinds, Kind, await UsedFieldsAsync(Kind, cancellation)))
            ModelState.AddModelError(field.Length > 0 ? $"{nameof(Input)}.{field}" : "", message);
        Input.WithSpareRows();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Kind.Version != Version)
        {
            Version = Kind.Version;
            return this.LostRace();
        }
        var before = KindForm.Told(Kind, kinds);
        Input.WriteTo(Kind);
        Db.Record(session.Change(), Kind, "更正活动类型", FieldChange.Between(before, KindForm.Told(Kind, kinds)));
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "活动类型已保存。";
        return Redirect("/kinds");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } kind)
            return false;
        (Kind, IsUsed) = (kind, await IsUsedAsync(kind, cancellation));
        Events = await Db.ReadHistoryAsync(id, cancellation);
        return true;
    }
}
