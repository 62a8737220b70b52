using Mingce.Core.Spreadsheets;
using Mingce.Core.Staff;

namespace Mingce.Web.Pages.People;

/// <summary>人员名册 as .xlsx; the list as the page shows it, phones masked.</summary>
internal static class RosterDownload
{
    private static readonly Column[] Columns =
        [new("姓名", 12), new("部门", 18), new("职务", 20), new("政治面貌", 14), new("人员性质", 12), new("联系电话", 18), new("入职时间", 16), new("离岗时间", 16)];

    public static void Map(WebApplication app) =>
        app.MapGet("/people.xlsx", SendAsync).WithMetadata(new AccessRuleAttribute(Resource.Person, AccessAction.View, Relation.OwnUnit));

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

    private static async Task<IResult> SendAsync(LedgerDb db, TimeProvider time, [AsParameters] PeopleFilter filter, CancellationToken cancellation)
    {
        var day = filter.Day(time);
        var unit = await db.Units.AsNoTracking().SingleAsync(cancellation);
        return Results.File(await WriteAsync(db, filter, day, isMasked: true, cancellation), SpreadsheetWriter.MediaType, NameOf(unit, day));
    }
}
