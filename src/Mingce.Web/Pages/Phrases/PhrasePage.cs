using Mingce.Core.Preparations;
using Mingce.Core.Reporting;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Phrases;

/// <summary>A page with the form of a phrase.</summary>
internal abstract class PhrasePage(LedgerDb db, PaperCatalogue papers) : PageModel
{
    private const int LongestOption = 40;

    // The frame of the work report.
    private const string Frame = "帽段";

    [BindProperty]
    public PhraseForm Input { get; set; } = new();

    protected LedgerDb Db => db;

    /// <summary>Reads what the form proposes.</summary>
    /// <param name="id">The phrase itself.</param>
    protected async Task<IReadOnlySet<Guid>> ReadChoicesAsync(Guid? id, CancellationToken cancellation)
    {
        var all = await db.Phrases.AsNoTracking().OrderBy(p => p.Slot).ThenByDescending(p => p.ValidFrom).ToListAsync(cancellation);
        var templates = await db.PaperTemplates.AsNoTracking().Select(t => t.Text).ToListAsync(cancellation);
        ViewData["Slots"] = all.Select(p => p.Slot).Append(Frame).Concat(papers.All.Select(form => form.Delivered).Concat(templates).SelectMany(PaperFilling.SlotsIn)).Distinct();
        ViewData["Phrases"] = all.Where(p => p.Id != id).Select(p => new SelectListItem($"{p.Slot}：{(p.Text.Length > LongestOption ? p.Text[..LongestOption] + "……" : p.Text)}", $"{p.Id}")).Prepend(new("无", ""));
        return all.Select(p => p.Id).ToHashSet();
    }

    protected bool IsInputValid(Guid? id, IReadOnlySet<Guid> others)
    {
        foreach (var (field, message) in Input.Faults(id, others))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        return ModelState.IsValid;
    }

    protected Task<Phrase?> FindAsync(Guid id, CancellationToken cancellation) => db.Phrases.FirstOrDefaultAsync(p => p.Id == id, cancellation);
}
