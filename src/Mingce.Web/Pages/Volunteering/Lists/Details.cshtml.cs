using Mingce.Core.Units;
using Mingce.Core.Volunteering;
using Mingce.Web.Pages.People;

namespace Mingce.Web.Pages.Volunteering.Lists;

/// <summary>One list of hours; printed, it is the sheet that is made public.</summary>
[AccessRule(Resource.Volunteering, AccessAction.View, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, TimeProvider time) : ListPage(db, time)
{
    public string Word { get; private set; } = "";

    /// <summary>Whether the activity is still there to be seen.</summary>
    public bool HasActivity { get; private set; }
    public IReadOnlyList<(PersonRow Person, HoursEntry Entry)> Rows { get; private set; } = [];
    public bool MayConfirm => session.May(Resource.Volunteering, AccessAction.Confirm) && List.MayBeConfirmedBy(session.Me.Id);
    public bool MayWithdraw => session.May(Resource.Volunteering, AccessAction.Edit) && List.WithdrawnAt is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        Word = await Db.DepartmentWordAsync(cancellation);
        HasActivity = await Db.Activities.AnyAsync(a => a.Id == List.ActivityId && a.Status != ActivityStatus.Deleted, cancellation);
        var ids = List.Entries.Select(e => e.PersonId).ToHashSet();
        var people = await PeopleFilter.Rows(Db, Db.People.AsNoTracking().Where(p => ids.Contains(p.Id))).ToListAsync(cancellation);
        Rows = [.. people.SelectMany(p => List.Entries.Where(e => e.PersonId == p.Person.Id).OrderBy(e => e.FromOn).ThenBy(e => e.Ordinal).Select(e => (p, e)))];
        return Page();
    }

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        if (await OnGetAsync(cancellation) is NotFoundResult missing)
            return missing;
        SheetColumn<(PersonRow Person, HoursEntry Entry)>[] columns =
        [
            new("姓名", 12, r => r.Person.Person.Name), new(Word, 18, r => r.Person.Department), new("服务日期", 16, r => r.Entry.FromOn), new("结束日期", 16, r => r.Entry.ToOn), new("服务内容", 40, r => r.Entry.Project), new("时长（小时）", 12, r => HoursText.Hours(r.Entry.Minutes)), new("组织", 24, r => r.Entry.Organisation),
        ];
        return await this.SheetAsync("服务时长名单", columns, Rows);
    }
}
