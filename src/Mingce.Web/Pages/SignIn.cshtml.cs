using System.ComponentModel.DataAnnotations;
using Mingce.Core.Accounts;
using Mingce.Core.Audit;
using Microsoft.AspNetCore.Authentication;

namespace Mingce.Web.Pages;

[AccessRule(Resource.Session, AccessAction.Create, Relation.Public)]
internal sealed class SignInModel(ServerOptions options, SignInThrottle throttle, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    [Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(100, ErrorMessage = "账号不超过100字。")]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "口令"), Required(ErrorMessage = "请填写口令。"), StringLength(200, ErrorMessage = "口令不超过200字。")]
    public string Password { get; set; } = "";

    public IActionResult OnGet() => User.Identity!.IsAuthenticated ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status422UnprocessableEntity, null);
        var name = Name.Trim();
        if (!throttle.Begin(name))
            return Again(StatusCodes.Status429TooManyRequests, $"登录失败次数过多，请{SignInThrottle.Lock.TotalMinutes:0}分钟后再试，或请管理员重置口令。");

        // Names are unique in the installation; the filter is set aside because the unit is not known yet.
        Account? account;
        await using (var all = options.Folder.OpenDb(null))
        {
            account = await all.Accounts.IgnoreQueryFilters([LedgerDb.Tenant]).AsNoTracking()
                .FirstOrDefaultAsync(a => a.Name == name, HttpContext.RequestAborted);
        }
        var right = await Passwords.CheckAsync(account, Password, HttpContext.RequestAborted);
        if (right is null)
            return Again(StatusCodes.Status503ServiceUnavailable, "登录人数较多，请稍后再试。");
        if (account is not null)
            await RecordAsync(account, right.Value);
        if (right is false)
            return Again(StatusCodes.Status422UnprocessableEntity, "账号或口令不正确，请核对后重新填写。");
        throttle.Succeed(name);
        await HttpContext.SignInAsync(SessionCookie.Of(account!));
        return LocalRedirect(Target);
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";

    private PageResult Again(int status, string? message)
    {
        if (message is not null)
            ModelState.AddModelError("", message);
        Response.StatusCode = status;
        return Page();
    }

    private async Task RecordAsync(Account account, bool right)
    {
        await using var db = options.Folder.OpenDb(account.UnitId);
        var change = new Change(account.DisplayName.Length > 0 ? account.DisplayName : account.Name, time.GetUtcNow().UtcDateTime);
        db.Record(change, account, right ? "登录成功" : "登录失败：口令不正确");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}
