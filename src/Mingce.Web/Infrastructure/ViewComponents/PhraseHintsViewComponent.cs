using Mingce.Core.Reporting;

namespace Mingce.Web.Infrastructure.ViewComponents;

/// <summary>What the office's phrase library says about a text: phrases that are over and incomplete ones. Nothing where all is well.</summary>
public sealed class PhraseHintsViewComponent(LedgerDb db) : ViewComponent
{
    /// <param name="day">The day of the text.</param>
    public async Task<IViewComponentResult> InvokeAsync(string text, DateOnly day)
    {
        var library = await db.Phrases.AsNoTracking().ToListAsync(HttpContext.RequestAborted);
        return View(PhraseCheck.Find(text, day, library));
    }
}
