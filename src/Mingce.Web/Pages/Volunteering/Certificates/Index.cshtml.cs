using Mingce.Core.Volunteering;

namespace Mingce.Web.Pages.Volunteering.Certificates;

/// <summary>证明登记簿: every certificate that was given, also the revoked ones.</summary>
[AccessRule(Resource.Certificate, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Count { get; private set; }
    public IReadOnlyList<VolunteerCertificate> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Count = await db.Certificates.CountAsync(cancellation);
        P = ListQuery.PageNumber(P, Count, PageSize);
        Rows = await All().Page(P, PageSize).ToListAsync(cancellation);
    }

    public Task<FileStreamResult> OnGetSheetAsync()
    {
        SheetColumn<VolunteerCertificate>[] columns =
        [
            new("证明编号", 20, c => c.Number), new("姓名", 12, c => c.PersonName), new("志愿者编号", 20, c => c.VolunteerNumber), new("服务开始", 16, c => c.FromOn), new("服务结束", 16, c => c.ToOn), new("时长（小时）", 12, c => HoursText.Hours(c.Minutes)),
            new("出具日期", 16, c => c.IssuedOn), new("出具人", 14, c => c.IssuedBy), new("负责人", 12, c => c.Responsible), new("经办人", 12, c => c.Handler), new("情况", 10, c => c.RevokedAt is null ? "有效" : "已作废"), new("作废原因", 30, c => c.RevokedReason),
        ];
        return this.SheetAsync("志愿服务证明登记簿", columns, All().AsAsyncEnumerable());
    }

    private IQueryable<VolunteerCertificate> All() => db.Certificates.AsNoTracking().OrderByDescending(c => c.Year).ThenByDescending(c => c.Ordinal);
}
