using Mingce.Core;
using Mingce.Core.Accounts;

namespace Mingce.Web.Pages.Accounts;

/// <summary>An account: name and role, and the way to a new password or its closure.</summary>
[AccessRule(Resource.Account, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public AccountForm Input { get; set; } = new();

    public Account Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        (Version, Input) = (Account.Version, new() { DisplayName = Account.DisplayName, Role = Account.Role, Person = Account.PersonId });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        if (Input.Person is { } person && !await db.People.AnyAsync(p => p.Id == person, cancellation))
            ModelState.AddModelError("Input.Person", "请从列表中选择人员。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Account.Version != Version)
        {
            Version = Account.Version;
            return this.LostRace();
        }
        var role = Input.Role!.Value;
        if (role != Account.Role)
        {
            try
            {
                await Administrators.GuardLastAsync(db, Account, cancellation);
            }
            catch (UserFaultException e)
            {
                return this.Unprocessable("Input.Role", e.Message);
            }
        }
        var what = role == Account.Role ? "更正账号" : $"角色由{Words.Of(Account.Role)}改为{Words.Of(role)}";
        (Account.DisplayName, Account.Role, Account.PersonId) = (Input.DisplayName.Trim(), role, Input.Person);
        db.Record(session.Change(), Account, what);
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "账号已保存。";
        return Redirect("/accounts");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        ViewData["People"] = await AccountForm.PeopleAsync(db, OfficeCalendar.Today(time), cancellation);
        return (Account = (await db.Accounts.FirstOrDefaultAsync(a => a.Id == id, cancellation))!) is not null;
    }
}
