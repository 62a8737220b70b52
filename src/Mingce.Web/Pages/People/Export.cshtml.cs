namespace Mingce.Web.Pages.People;

/// <summary>人员名册 as the page lists it, phones masked.</summary>
[AccessRule(Resource.Person, AccessAction.View, Relation.OwnUnit)]
internal sealed class ExportModel(LedgerDb db, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery] PeopleFilter filter) => await this.RosterAsync(db, filter, filter.Day(time), isMasked: true);
}
