using Mingce.Core;
using Mingce.Core.Reporting;
using Mingce.Core.Spreadsheets;

namespace Mingce.Web.Pages.Phrases;

/// <summary>规范表述 of the unit.</summary>
[AccessRule(Resource.Phrase, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, TimeProvider time) : PageModel
{
    [FromQuery]
    public string? Q { get; set; }

    /// <summary>current, over or future; else all.</summary>
    [FromQuery]
    public string? State { get; set; }

    public DateOnly Today { get; } = OfficeCalendar.Today(time);
    public int Count { get; private set; }
    public IReadOnlyList<Phrase> Shown { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Phrase> ById { get; private set; } = new Dictionary<Guid, Phrase>();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await db.Phrases.AsNoTracking().OrderBy(p => p.Slot).ThenByDescending(p => p.ValidFrom).ThenBy(p => p.Id).ToListAsync(cancellation);
        (Count, ById) = (all.Count, all.ToDictionary(p => p.Id));
        Shown = [.. all.Where(IsAskedFor)];
    }

    /// <summary>The whole library, in the form that the import takes.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var all = await db.Phrases.AsNoTracking().OrderBy(p => p.Slot).ThenBy(p => p.ValidFrom).ThenBy(p => p.Id).ToListAsync(cancellation);
        return File(PhraseSheet.Write(all), SpreadsheetWriter.MediaType, $"{unit.DisplayName}规范表述.xlsx");
    }

    private bool IsAskedFor(Phrase phrase) =>
        ListQuery.Words(Q).All(word =>
            phrase.Slot.Contains(word, StringComparison.Ordinal) || phrase.Text.Contains(word, StringComparison.Ordinal) || phrase.Source.Contains(word, StringComparison.Ordinal))
        && State switch { "current" => phrase.IsInForce(Today), "over" => phrase.IsOver(Today), "future" => phrase.ValidFrom > Today, _ => true };
}
