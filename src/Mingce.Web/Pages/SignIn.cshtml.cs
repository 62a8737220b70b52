using System.ComponentModel.DataAnnotations;
using Mingce.Core.Accounts;
using Mingce.Core.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Mingce.Web.Pages;

[AccessRule(Resource.Session, AccessAction.Create, Relation.Public)]
internal sealed class SignInModel(ServerOptions options, SignInThrottle throttle, TimeProvider time, IDataProtectionProvider protection) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    [Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(100, ErrorMessage = "账号不超过100字。")]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "口令"), Required(ErrorMessage = "请填写口令。"), StringLength(200, ErrorMessage = "口令不超过200字。")]
    public string Password { get; set; } = "";

    /// <summary>A sealed form that was sent when the session was over.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>The form that waits to be sent again.</summary>
    public KeptForm? Resumed { get; private set; }

    public IActionResult OnGet() => User.Identity!.IsAuthenticated ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var name = Name.Trim();
        if (!throttle.Begin(name))
            return this.Unprocessable("", $"登录失败次数过多，请{SignInThrottle.Lock.TotalMinutes:0}分钟后再试，或请管理员重置口令。", StatusCodes.Status429TooManyRequests);

        // Names are unique in the installation; the filter is set aside because the unit is not known yet.
        Account? account;
        await using (var all = options.Folder.OpenDb(null))
        {
            account = await all.Accounts.IgnoreQueryFilters([LedgerDb.Tenant]).AsNoTracking()
                .FirstOrDefaultAsync(a => a.Name == name, HttpContext.RequestAborted);
        }
        var right = await Passwords.CheckAsync(account, Password, HttpContext.RequestAborted);
        if (right is null)
            return this.Unprocessable("", "登录人数较多，请稍后再试。", StatusCodes.Status503ServiceUnavailable);
        if (account is not null)
            await RecordAsync(account, right is false ? "登录失败：口令不正确" : account.ClosedAt is null ? "登录成功" : "登录失败：账号已停用");
        if (right is false)
            return this.Unprocessable("", "账号或口令不正确，请核对后重新填写。");
        throttle.Succeed(name);
        if (account!.ClosedAt is not null)
            return this.Unprocessable("", "账号已停用，请联系本单位管理员。");
        // The token of the waiting form is made for the account that is now signed in.
        HttpContext.User = SessionCookie.Of(account, time.GetUtcNow());
        await HttpContext.SignInAsync(HttpContext.User);
        if (account.MustChangePassword)
            return Redirect("/password");
        Resumed = KeptForm.Open(Kept, protection);
        return Resumed is null ? LocalRedirect(Target) : Page();
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";

    private async Task RecordAsync(Account account, string what)
    {
        await using var db = options.Folder.OpenDb(account.UnitId);
        var from = HttpContext.Connection.RemoteIpAddress is { } address ? $"来自{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}" : "";
        db.Record(new Change(account.Label, time.GetUtcNow().UtcDateTime, from), account, what);
        await db.SaveChangesAsync(HttpContext.RequestAborted);
    }
}
