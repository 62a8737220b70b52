using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Accounts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.StandIns;

/// <summary>指定代理: everybody for the own account, administrators for any account of the unit.</summary>
[AccessRule(Resource.StandIn, AccessAction.Create, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    private IReadOnlyList<Account> accounts = [];

    /// <summary>Made with the form: a form sent twice gives one stand-in.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public StandInForm Input { get; set; } = new();

    public bool MayChooseHolder { get; } = session.May(Resource.Account, AccessAction.Edit);

    public IEnumerable<SelectListItem> AccountItems =>
        [new("请选择", ""), .. accounts.Select(a => new SelectListItem($"{a.Label}（{Words.Of(a.Role)}）", a.Id.ToString()))];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Id = Guid.CreateVersion7();
        Input = new() { Holder = session.Me.Id, FromOn = OfficeCalendar.Today(time) };
        await ReadAccountsAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAccountsAsync(cancellation);
        // Whoever does not keep the accounts gives away the own rights only.
        var holder = MayChooseHolder ? Input.Holder ?? session.Me.Id : session.Me.Id;
        foreach (var (field, message) in Faults(holder))
            ModelState.AddModelError(field, message);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“指定代理”。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (await db.StandIns.AnyAsync(s => s.Id == Id, cancellation))
            return Redirect("/stand-ins");
        if (await db.StandIns.AnyAsync(s => s.HolderId == holder && s.RevokedAt == null && s.FromOn <= Input.ToOn && s.ToOn >= Input.FromOn, cancellation))
            return this.Unprocessable("Input.FromOn", "这段时间已指定代理。请先撤销原来的代理，或另选时间。");

        var standIn = new StandIn
        {
            Id = Id,
            UnitId = session.Me.UnitId,
            HolderId = holder,
            DeputyId = Input.Deputy!.Value,
            FromOn = Input.FromOn!.Value,
            ToOn = Input.ToOn!.Value,
            Reason = Input.Reason!.Trim(),
        };
        var deputy = accounts.First(a => a.Id == standIn.DeputyId);
        var what = $"{accounts.First(a => a.Id == holder).Label}由{deputy.Label}代理，{Words.Of(standIn.FromOn)}至{Words.Of(standIn.ToOn)}";
        db.Add(session.Change(standIn.Reason), standIn, what);
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已指定：{what}。";
        return Redirect("/stand-ins");
    }

    private IEnumerable<(string Field, string Message)> Faults(Guid holder)
    {
        if (accounts.All(a => a.Id != holder))
            yield return ("Input.Holder", "请从列表中选择被代理人。");
        if (Input.Deputy is { } deputy && accounts.All(a => a.Id != deputy))
            yield return ("Input.Deputy", "请从列表中选择代理人。");
        if (Input.Deputy == holder)
            yield return ("Input.Deputy", "代理人不能是本人，请另选。");
        if (Input.FromOn < OfficeCalendar.Today(time))
            yield return ("Input.FromOn", "开始日期不能早于今天。");
        if (Input.ToOn < Input.FromOn)
            yield return ("Input.ToOn", "结束日期早于开始日期，请更正。");
        else if (Input.FromOn is { } from && Input.ToOn is { } to && to.DayNumber - from.DayNumber >= StandIn.LongestDays)
            yield return ("Input.ToOn", "代理期间不超过一年。");
    }

    private async Task ReadAccountsAsync(CancellationToken cancellation) =>
        accounts = await db.Accounts.AsNoTracking().Where(a => a.ClosedAt == null).OrderBy(a => a.DisplayName).ThenBy(a => a.Name).ToListAsync(cancellation);
}

/// <summary>What is filled in about a stand-in.</summary>
public sealed class StandInForm
{
    public Guid? Holder { get; set; }

    [Display(Name = "代理人"), Required(ErrorMessage = "请选择代理人。")]
    public Guid? Deputy { get; set; }

    [Display(Name = "开始日期"), Required(ErrorMessage = "请填写开始日期。")]
    public DateOnly? FromOn { get; set; }

    [Display(Name = "结束日期"), Required(ErrorMessage = "请填写结束日期。")]
    public DateOnly? ToOn { get; set; }

    [Display(Name = "原因"), Required(ErrorMessage = "请填写原因。"), StringLength(100, ErrorMessage = "原因不超过100字。")]
    public string? Reason { get; set; }
}
