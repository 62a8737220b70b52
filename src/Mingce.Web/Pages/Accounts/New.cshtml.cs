using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Accounts;

namespace Mingce.Web.Pages.Accounts;

/// <summary>新建账号; its one-time password is shown once.</summary>
[AccessRule(Resource.Account, AccessAction.Create, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [BindProperty]
    [Display(Name = "账号"), Required(ErrorMessage = "请填写账号。"), StringLength(100, ErrorMessage = "账号不超过100字。")]
    [RegularExpression(@"\s*\S+\s*", ErrorMessage = "账号中间不能有空格。")]
    public string Name { get; set; } = "";

    [BindProperty]
    public AccountForm Input { get; set; } = new();

    public OneTimePassword? Made { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadPeopleAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadPeopleAsync(cancellation);
        if (Input.Person is { } person && !await db.People.AnyAsync(p => p.Id == person, cancellation))
            ModelState.AddModelError("Input.Person", "请从列表中选择人员。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var account = new Account { UnitId = session.Me.UnitId, Name = Name.Trim(), DisplayName = Input.DisplayName.Trim(), Role = Input.Role!.Value, PersonId = Input.Person };
        var password = account.SetOneTimePassword();
        db.Add(session.Change(), account, $"新建账号，角色为{Words.Of(account.Role)}");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return this.Unprocessable(nameof(Name), "这个账号名称已被使用，请换一个。");
        }
        Made = new(account.Name, password);
        return Page();
    }

    private async Task ReadPeopleAsync(CancellationToken cancellation) =>
        ViewData["People"] = await AccountForm.PeopleAsync(db, OfficeCalendar.Today(time), cancellation);
}
