using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;

namespace Mingce.Web.Pages.People;

/// <summary>人员名册 as .xlsx.</summary>
internal static class RosterFile
{
    private static readonly Column[] Columns =
        [new("姓名", 12), new("部门", 18), new("职务", 20), new("政治面貌", 14), new("人员性质", 12), new("联系电话", 18), new("入职时间", 16), new("离岗时间", 16)];

    /// <summary>The roster of the filter.</summary>
    public static async Task<byte[]> WriteAsync(LedgerDb db, PeopleFilter filter, DateOnly day, bool isMasked, CancellationToken cancellation)
    {
        var rows = await PeopleFilter.Rows(db, filter.Apply(db.People.AsNoTracking(), day)).ToListAsync(cancellation);
        return SpreadsheetWriter.Write("人员名册", Columns, rows.Select(row => (IReadOnlyList<object?>)[
            row.Person.Name, row.Department, row.Person.Position, row.Person.PoliticalStatus, Words.Of(row.Person.Staffing),
            isMasked && row.Person.Phone.Length > 0 ? StaffValues.Masked(row.Person.Phone) : row.Person.Phone, row.Person.JoinedOn, row.Person.LeftOn,
        ]));
    }

    public static string NameOf(Core.Units.Unit unit, DateOnly day) => $"{unit.DisplayName}人员名册（截至{Words.Of(day)}）.xlsx";
}
