using Mingce.Core.Preparations;

namespace Mingce.Web.Pages.Templates;

/// <summary>模板 of the papers that are made before an activity.</summary>
[AccessRule(Resource.Template, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class IndexModel(LedgerDb db, PaperCatalogue papers) : PageModel
{
    public IReadOnlyList<PaperForm> Forms => papers.All;
    public IReadOnlySet<string> Own { get; private set; } = new HashSet<string>();

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Own = (await db.PaperTemplates.Select(t => t.Form).ToListAsync(cancellation)).ToHashSet();
}
