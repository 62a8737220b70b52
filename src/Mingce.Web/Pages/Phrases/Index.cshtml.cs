using Mingce.Core;
using Mingce.Core.Reporting;

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

    private bool IsAskedFor(Phrase phrase) =>
        (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word =>
            phrase.Slot.Contains(word, StringComparison.Ordinal) || phrase.Text.Contains(word, StringComparison.Ordinal) || phrase.Source.Contains(word, StringComparison.Ordinal))
        && State switch { "current" => phrase.IsInForce(Today), "over" => phrase.IsOver(Today), "future" => phrase.ValidFrom > Today, _ => true };
}
