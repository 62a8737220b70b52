using System.ComponentModel.DataAnnotations;
using Mingce.Core.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace Mingce.Web.Pages;

/// <summary>修改口令: everybody's own; the only page of an account that still has its one-time password.</summary>
[AccessRule(Resource.Session, AccessAction.Edit, Relation.SignedIn)]
internal sealed class PasswordModel(LedgerDb db, Session session, SignInThrottle throttle, TimeProvider time) : PageModel
{
    [BindProperty]
    [Display(Name = "原口令"), Required(ErrorMessage = "请填写原口令。"), StringLength(200, ErrorMessage = "口令不超过200字。")]
    public string Current { get; set; } = "";

    [BindProperty]
    [Display(Name = "新口令"), Required(ErrorMessage = "请填写新口令。"), StringLength(200, ErrorMessage = "口令不超过200字。")]
    public string Chosen { get; set; } = "";

    [BindProperty]
    [Display(Name = "再次输入新口令"), Required(ErrorMessage = "请再次输入新口令。"), Compare(nameof(Chosen), ErrorMessage = "两次输入的新口令不一致。")]
    public string Repeated { get; set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var account = await db.Accounts.SingleAsync(a => a.Id == session.Me.Id, cancellation);
        if (!throttle.Begin(account.Name))
            return this.Unprocessable("", $"口令输错次数过多，请{SignInThrottle.Lock.TotalMinutes:0}分钟后再试。", StatusCodes.Status429TooManyRequests);
        var right = await Passwords.CheckAsync(account, Current, cancellation);
        if (right is null)
            return this.Unprocessable("", "使用人数较多，请稍后再试。", StatusCodes.Status503ServiceUnavailable);
        if (right is false)
            return this.Unprocessable(nameof(Current), "原口令不正确，请重新填写。");
        throttle.Succeed(account.Name);
        if (Passwords.FaultOf(account, Chosen) is { } fault)
            return this.Unprocessable(nameof(Chosen), fault);
        if (Chosen == Current)
            return this.Unprocessable(nameof(Chosen), "新口令不能与原口令相同。");
        account.SetPassword(Chosen);
        db.Record(session.Change(), account, "修改口令");
        await db.SaveChangesAsync(cancellation);
        await HttpContext.SignInAsync(SessionCookie.Of(account, time.GetUtcNow()));
        TempData["Notice"] = "口令已修改。";
        return Redirect("/");
    }
}
