using Mingce.Core;
using Mingce.Core.Retention;

namespace Mingce.Web.Pages.Retention;

/// <summary>保管期限: the terms in force, and what has reached them. Nothing is deleted from here.</summary>
[AccessRule(Resource.Retention, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, RetentionCatalogue catalogue, KindCatalogue kinds, TimeProvider time) : PageModel
{
    public IReadOnlyList<MaterialReview> Reviews { get; private set; } = [];
    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    public async Task OnGetAsync(CancellationToken cancellation) => Reviews = await new RetentionReview(db, catalogue, kinds).ReadAsync(Today, cancellation);
}
