using System.ComponentModel.DataAnnotations;

namespace Mingce.Web.Pages.People;

/// <summary>人员名册 with whole phones: only with a reason, which is recorded.</summary>
[AccessRule(Resource.Roster, AccessAction.Create, Relation.OwnUnit)]
internal sealed class RosterModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [BindProperty]
    [Display(Name = "下载原因"), Required(ErrorMessage = "请填写下载原因。"), StringLength(200, ErrorMessage = "下载原因不超过200字。")]
    public string Reason { get; set; } = "";

    public DateOnly Day { get; private set; }
    public int Count { get; private set; }

    public Task OnGetAsync([FromQuery] PeopleFilter filter, CancellationToken cancellation) => CountAsync(filter, cancellation);

    public async Task<IActionResult> OnPostAsync([FromQuery] PeopleFilter filter, CancellationToken cancellation)
    {
        await CountAsync(filter, cancellation);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var roster = await this.RosterAsync(db, filter, Day, isMasked: false);
        var unit = await db.Units.SingleAsync(cancellation);
        db.Record(session.Change(Reason.Trim()), unit.Id, unit, $"下载含完整电话的人员名册，{Count}人");
        await db.SaveChangesAsync(cancellation);
        return roster;
    }

    private async Task CountAsync(PeopleFilter filter, CancellationToken cancellation)
    {
        Day = filter.Day(time);
        Count = await filter.Apply(db.People, Day).CountAsync(cancellation);
    }
}
