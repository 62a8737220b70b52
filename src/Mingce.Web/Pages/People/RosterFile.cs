using Mingce.Core.Staff;

namespace Mingce.Web.Pages.People;

/// <summary>人员名册 as .xlsx.</summary>
internal static class RosterFile
{
    /// <summary>The roster of the filter.</summary>
    public static Task<FileStreamResult> RosterAsync(this PageModel page, LedgerDb db, PeopleFilter filter, DateOnly day, bool isMasked)
    {
        SheetColumn<PersonRow>[] columns =
        [
            new("姓名", 12, r => r.Person.Name), new("部门", 18, r => r.Department), new("职务", 20, r => r.Person.Position), new("政治面貌", 14, r => r.Person.PoliticalStatus), new("人员性质", 12, r => Words.Of(r.Person.Staffing)),
            new("联系电话", 18, r => isMasked && r.Person.Phone.Length > 0 ? StaffValues.Masked(r.Person.Phone) : r.Person.Phone), new("入职时间", 16, r => r.Person.JoinedOn), new("离岗时间", 16, r => r.Person.LeftOn),
        ];
        return page.SheetAsync($"人员名册（截至{Words.Of(day)}）", columns, PeopleFilter.Rows(db, filter.Apply(db.People.AsNoTracking(), day)).AsAsyncEnumerable());
    }
}
