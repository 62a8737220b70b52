using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Audit;

namespace Mingce.Web.Pages;

/// <summary>登录记录 of the unit's accounts, newest first, and what was changed of them.</summary>
[AccessRule(Resource.SignIn, AccessAction.View, Relation.OwnUnit)]
internal sealed class SignInsModel(LedgerDb db) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Count { get; private set; }
    public IReadOnlyList<(Event Event, string Account)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = db.Events.AsNoTracking().Where(e => e.Subject == nameof(Account));
        Count = await found.CountAsync(cancellation);
        P = ListQuery.PageNumber(P, Count, PageSize);
        var rows = await found.OrderByDescending(e => e.Id).Page(P, PageSize)
            .Join(db.Accounts, e => e.SubjectId, a => a.Id, (e, a) => new { Event = e, a.Name }).ToListAsync(cancellation);
        Rows = [.. rows.OrderByDescending(r => r.Event.Id).Select(r => (r.Event, r.Name))];
    }

    /// <summary>All of them, not only a page.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellation)
    {
        var names = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellation);
        SheetColumn<Event>[] columns =
        [
            new("时间", 20, e => OfficeCalendar.ToLocal(e.At)), new("账号", 18, e => names.GetValueOrDefault(e.SubjectId)), new("情况", 24, e => e.What), new("操作人", 18, e => e.By), new("说明", 36, e => e.Why),
        ];
        return await this.SheetAsync("登录记录", columns, db.Events.AsNoTracking().Where(e => e.Subject == nameof(Account)).OrderByDescending(e => e.Id).AsAsyncEnumerable());
    }
}
