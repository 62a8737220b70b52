using Mingce.Core.Spreadsheets;

namespace Mingce.Web.Pages.People;

/// <summary>人员名册 as the page lists it, phones masked.</summary>
[AccessRule(Resource.Person, AccessAction.View, Relation.OwnUnit)]
internal sealed class ExportModel(LedgerDb db, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery] PeopleFilter filter, CancellationToken cancellation)
    {
        var day = filter.Day(time);
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        return File(await RosterFile.WriteAsync(db, filter, day, isMasked: true, cancellation), SpreadsheetWriter.MediaType, RosterFile.NameOf(unit, day));
    }
}
