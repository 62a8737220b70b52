namespace Mingce.Web.Pages.Kinds;

/// <summary>A new kind of the unit's own.</summary>
[AccessRule(Resource.Kind, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, KindCatalogue kinds) : PageModel
{
    [BindProperty]
    public KindForm Input { get; set; } = new();

    public void OnGet() => Input = KindForm.Of(null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        foreach (var (field, message) in Input.Faults(kinds, null, new HashSet<string>()))
            ModelState.AddModelError(field.Length > 0 ? $"{nameof(Input)}.{field}" : "", message);
        if (!ModelState.IsValid)
        {
            Input.WithSpareRows();
            return this.Unprocessable();
        }
        var id = Guid.CreateVersion7();
        var row = new UnitKind { UnitId = session.Me.UnitId, Id = id, KindId = id.ToString() };
        Input.WriteTo(row);
        db.Add(session.Change(), row, $"新增活动类型“{row.Name}”");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已新增活动类型“{row.Name}”。";
        return Redirect("/kinds");
    }
}
