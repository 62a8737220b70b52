using Mingce.Core.Reporting;
using Mingce.Core.Spreadsheets;

namespace Mingce.Web.Pages.Phrases;

/// <summary>The library as .xlsx, in the form that the import takes.</summary>
[AccessRule(Resource.Phrase, AccessAction.View, Relation.OwnUnit)]
internal sealed class ExportModel(LedgerDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        var all = await db.Phrases.AsNoTracking().OrderBy(p => p.Slot).ThenBy(p => p.ValidFrom).ThenBy(p => p.Id).ToListAsync(cancellation);
        return File(PhraseSheet.Write(all), SpreadsheetWriter.MediaType, $"{unit.DisplayName}规范表述.xlsx");
    }
}
