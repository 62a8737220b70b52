using Microsoft.AspNetCore.Authentication;

namespace Mingce.Web.Pages;

[AccessRule(Resource.Session, AccessAction.Edit, Relation.SignedIn)]
internal sealed class SignOutModel : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        return Redirect("/sign-in");
    }
}
