using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Mingce.Core.Retention;

namespace Mingce.Web.Pages.Retention;

/// <summary>The unit's own term for a material, or back to the default.</summary>
[AccessRule(Resource.Retention, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class TermModel(LedgerDb db, Session session, RetentionCatalogue catalogue) : PageModel
{
    [FromRoute]
    public string MaterialId { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    /// <summary>永久, or a number of years.</summary>
    [BindProperty]
    [Display(Name = "期限"), Required(ErrorMessage = "请填写期限。")]
    public string Term { get; set; } = "";

    [BindProperty]
    [Display(Name = "依据"), Required(ErrorMessage = "请填写依据。"), StringLength(200, ErrorMessage = "依据不超过200字。")]
    public string Source { get; set; } = "";

    public Material Material { get; private set; } = null!;
    public RetentionTerm? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        (Version, Term, Source) = (Own?.Version ?? 0, Words.Term(Own is null ? Material.Years : Own.Years), Own?.Source ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        var years = ReadYears();
        if (Term?.Length > 0 && years is null && Term.Trim() != RetentionCatalogue.Permanent)
            ModelState.AddModelError(nameof(Term), "期限写成“永久”或年数，如“10年”，不超过200年。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Version != (Own?.Version ?? 0))
        {
            Version = Own?.Version ?? 0;
            return this.LostRace();
        }
        var what = $"{Material.Name}的保管期限改为{Words.Term(years)}";
        if (Own is { } own)
        {
            (own.Years, own.Source) = (years, Source.Trim());
            db.Record(session.Change(), own, what);
        }
        else
        {
            db.Add(session.Change(), new RetentionTerm { UnitId = session.Me.UnitId, MaterialId = MaterialId, Years = years, Source = Source.Trim() }, what);
        }
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "保管期限已保存。";
        return Redirect("/retention");
    }

    /// <summary>恢复默认.</summary>
    public async Task<IActionResult> OnPostRestorationAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Own is { } own)
        {
            db.Remove(own);
            db.Record(session.Change(), own, $"{Material.Name}的保管期限恢复默认");
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "已恢复默认期限。";
        }
        return Redirect("/retention");
    }

    private int? ReadYears() =>
        int.TryParse(Term?.Trim().TrimEnd('年').Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= 200 ? years : null;

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Material = catalogue.Find(MaterialId)!;
        Own = await db.RetentionTerms.FirstOrDefaultAsync(t => t.MaterialId == MaterialId, cancellation);
        return Material is not null;
    }
}
