using Mingce.Core.Staff;
using Mingce.Core.Units;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.People;

/// <summary>人员 of the unit on a day, phones masked; no ranking of persons.</summary>
[AccessRule(Resource.Person, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, TimeProvider time) : PageModel
{
    public const int PageSize = 50;

    private IReadOnlyList<Department> departments = [];

    public PeopleFilter Filter { get; private set; } = new();
    public string Word { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public int Count { get; private set; }
    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    /// <summary>Null for a department of too few, and for those who left.</summary>
    public PeopleFigures? Figures { get; private set; }

    public IEnumerable<SelectListItem> DepartmentItems =>
        [new("全部", ""), .. departments.Select(d => new SelectListItem(d.Name, d.Id.ToString(), d.Id == Filter.Department))];

    public IEnumerable<SelectListItem> StaffingItems =>
        [new("全部", ""), .. Enum.GetValues<StaffingKind>().Select(s => new SelectListItem(Words.Of(s), s.ToString(), s == Filter.Staffing))];

    public IEnumerable<SelectListItem> StateItems => [new("在册", "", Filter.State != "left"), new("已离岗", "left", Filter.State == "left")];

    public async Task OnGetAsync([FromQuery] PeopleFilter filter, CancellationToken cancellation)
    {
        Filter = filter;
        Day = filter.Day(time);
        Word = await db.DepartmentWordAsync(cancellation);
        departments = await db.Departments.AsNoTracking().OrderBy(d => d.SortOrder).ThenBy(d => d.Name).ToListAsync(cancellation);
        var found = filter.Apply(db.People.AsNoTracking(), Day);
        Count = await found.CountAsync(cancellation);
        filter.P = ListQuery.PageNumber(filter.P, Count, PageSize);
        Rows = await PeopleFilter.Rows(db, found).Page(filter.P.Value, PageSize).ToListAsync(cancellation);
        if (filter.State != "left")
            Figures = await ReadFiguresAsync(cancellation);
    }

    public Task<FileStreamResult> OnGetSheetAsync([FromQuery] PeopleFilter filter) => this.RosterAsync(db, filter, filter.Day(time), isMasked: true);

    // By department at most: narrower figures would tell of single persons.
    private async Task<PeopleFigures?> ReadFiguresAsync(CancellationToken cancellation)
    {
        var serving = new PeopleFilter { Department = Filter.Department }.Apply(db.People.AsNoTracking(), Day).Where(p => p.Staffing != StaffingKind.Retired);
        var figures = new PeopleFigures(
            await serving.CountAsync(cancellation),
            await serving.CountAsync(p => p.Staffing == StaffingKind.Established, cancellation),
            await serving.CountAsync(p => p.PoliticalStatus == StaffValues.Member || p.PoliticalStatus == StaffValues.ProbationaryMember, cancellation),
            await serving.CountAsync(p => p.VolunteerNumber != "", cancellation));
        return figures.Serving < PeopleFigures.LeastTold ? null : figures;
    }
}

/// <summary>How many are of the unit, without the retired; how many of them are 在编在岗, how many Party members, how many registered volunteers.</summary>
internal sealed record PeopleFigures(int Serving, int Established, int Members, int Volunteers)
{
    /// <summary>No figures for groups under this many.</summary>
    public const int LeastTold = 5;

    public static string Told(int count) => count < LeastTold ? "不足5人" : $"{count} 人";

    /// <summary>12 人，占40%; of too few no figure.</summary>
    public static string Ratio(int count, int all) =>
        count < LeastTold ? Told(count) : $"{count} 人，占{decimal.Round(100m * count / all, 1, MidpointRounding.AwayFromZero):0.#}%";
}
