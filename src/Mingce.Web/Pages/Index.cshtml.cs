using Mingce.Web.Infrastructure.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mingce.Web.Pages;

[AccessRule(Resource.Workbench, AccessAction.View, Relation.OwnUnit)]
internal sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
