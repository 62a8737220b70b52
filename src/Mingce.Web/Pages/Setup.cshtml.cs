using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Accounts;
using Mingce.Core.Audit;
using Mingce.Core.Units;
using Mingce.Web.Pages.Unit;
using Microsoft.AspNetCore.Authentication;

namespace Mingce.Web.Pages;

/// <summary>首次设置: the first unit of an empty ledger and its administrator.</summary>
[AccessRule(Resource.Setup, AccessAction.Create, Relation.Public)]
internal sealed class SetupModel(ServerOptions options, FirstSetup setup, SignInThrottle throttle, TimeProvider time) : PageModel
{
    // The throttle counts by name of account; none can be empty.
    private const string ThrottleName = "";

    [BindProperty]
    [Display(Name = "设置码"), Required(ErrorMessage = "请填写设置码。"), StringLength(40, ErrorMessage = "设置码不正确。")]
    public string Code { get; set; } = "";

    [BindProperty]
    public UnitForm Unit { get; set; } = new();

    /// <summary>科室, one on a line.</summary>
    [BindProperty]
    [Display(Name = "内设机构"), StringLength(5000, ErrorMessage = "内设机构不超过5000字。")]
    public string? Departments { get; set; }

    /// <summary>人员, one on a line.</summary>
    [BindProperty]
    [Display(Name = "人员"), StringLength(60000, ErrorMessage = "人员过多，请在建立后用名册导入。")]
    public string? People { get; set; }

    [BindProperty]
    [Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(100, ErrorMessage = "账号不超过100字。")]
    [RegularExpression(@"\s*\S+\s*", ErrorMessage = "账号中间不能有空格。")]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(30, ErrorMessage = "姓名不超过30字。")]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    [Display(Name = "口令"), Required(ErrorMessage = "请填写口令。"), StringLength(200, ErrorMessage = "口令不超过200字。")]
    public string Password { get; set; } = "";

    [BindProperty]
    [Display(Name = "再次输入口令"), Required(ErrorMessage = "请再次输入口令。"), Compare(nameof(Password), ErrorMessage = "两次输入的口令不一致。")]
    public string Repeated { get; set; } = "";

    public IActionResult OnGet() => setup.IsOpen ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!setup.IsOpen)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (!throttle.Begin(ThrottleName))
            return this.Unprocessable("", $"设置码输错次数过多，请{SignInThrottle.Lock.TotalMinutes:0}分钟后再试。", StatusCodes.Status429TooManyRequests);
        if (!setup.Accepts(Code))
            return this.Unprocessable(nameof(Code), "设置码不正确，请查看启动程序的窗口。");
        throttle.Succeed(ThrottleName);

        var unit = new Core.Units.Unit { FullName = Unit.FullName.Trim() };
        Unit.WriteTo(unit);
        var account = new Account { UnitId = unit.Id, Name = Name.Trim(), DisplayName = DisplayName.Trim(), Role = Role.Administrator };
        if (Passwords.FaultOf(account, Password) is { } fault)
            return this.Unprocessable(nameof(Password), fault);
        account.SetPassword(Password);
        var bodies = FirstBodies.Read(unit.Id, Departments, People);
        foreach (var (field, message) in bodies.Faults)
            ModelState.AddModelError(field, message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        // Tasks of the person are then the account's 我的任务.
        account.PersonId = bodies.People.Where(person => person.Name == account.DisplayName).Select(person => (Guid?)person.Id).FirstOrDefault();
        var change = new Change(account.Label, time.GetUtcNow().UtcDateTime, "首次设置");
        await using var db = options.Folder.OpenDb(unit.Id);
        try
        {
            await db.AddUnitAsync(unit, change);
            db.Add(change, account, "建立账号");
            foreach (var department in bodies.Departments)
                db.Add(change, department, "新增");
            foreach (var person in bodies.People)
                db.Add(change, person, "新增");
            await db.SaveChangesAsync();
        }
        catch (UserFaultException e)
        {
            return this.Unprocessable("Unit.FullName", e.Message);
        }
        setup.Close();
        await HttpContext.SignInAsync(SessionCookie.Of(account, time.GetUtcNow()));
        TempData["Notice"] = "设置完成。请按下面三步开始使用。";
        return Redirect("/");
    }
}
