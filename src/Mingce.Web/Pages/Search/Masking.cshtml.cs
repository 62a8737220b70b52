using System.ComponentModel.DataAnnotations;
using Mingce.Core.Search;

namespace Mingce.Web.Pages.Search;

/// <summary>下架 of one person: in the chosen places the name is masked in one go.</summary>
[AccessRule(Resource.Activity, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class MaskingModel(LedgerDb db, Session session, KindCatalogue kinds) : PersonPlacesPage(db, session, kinds)
{
    /// <summary>Noun and id of each chosen place.</summary>
    [BindProperty]
    public List<string> Places { get; set; } = [];

    [BindProperty]
    [Display(Name = "下架原因"), Required(ErrorMessage = "请填写下架原因。"), StringLength(200, ErrorMessage = "下架原因不超过200字。")]
    public string Reason { get; set; } = "";

    public async Task OnGetAsync(string? q, CancellationToken cancellation)
    {
        Name = q?.Trim() ?? "";
        await ReadAsync(cancellation);
        // What is typed can be masked everywhere; the person takes away what shall stay.
        Places = [.. Groups.SelectMany(g => g.Hits).Select(h => $"{h.Entry.Noun}:{h.Entry.SubjectId}")];
    }

    public async Task<IActionResult> OnPostAsync(string? q, CancellationToken cancellation)
    {
        Name = q?.Trim() ?? "";
        await ReadAsync(cancellation);
        var places = Groups.SelectMany(g => g.Hits).Select(h => h.Entry).Where(e => !SearchEntry.Files.Contains(e.Noun) && Places.Contains($"{e.Noun}:{e.SubjectId}")).ToList();
        if (places.Count == 0)
            ModelState.AddModelError("", "请选择至少一处。");
        if (IsName && ModelState.IsValid && Reason.Contains(Name, StringComparison.Ordinal))
            ModelState.AddModelError(nameof(Reason), "原因中不要写被隐去的姓名。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var count = await new PersonMasking(Db, Session.Change(Reason!.Trim())).MaskAsync(Folding.Fold(Name), [.. places.Select(e => (e.Noun, e.SubjectId))], cancellation);
        TempData["Notice"] = $"已在 {count} 处改为“{PersonMasking.Mask(Name)}”。";
        return Redirect($"/search/people{QueryString.Create("q", Name)}");
    }
}
