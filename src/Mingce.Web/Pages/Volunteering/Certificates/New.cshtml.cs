using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Volunteering;
using Mingce.Web.Pages.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Mingce.Web.Pages.Volunteering.Certificates;

/// <summary>出具证明 of the valid hours that were kept here; each gets the next number of the year.</summary>
[AccessRule(Resource.Certificate, AccessAction.Create, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    private const int MostServices = 200;

    /// <summary>The id of the certificate to be, made with the form: a form sent twice gives one certificate.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "志愿者"), Required(ErrorMessage = "请选择志愿者。")]
    public Guid? PersonId { get; set; }

    [BindProperty]
    [Display(Name = "服务期间自"), Required(ErrorMessage = "请填写开始日期。")]
    public DateOnly? From { get; set; }

    [BindProperty]
    [Display(Name = "至"), Required(ErrorMessage = "请填写结束日期。")]
    public DateOnly? To { get; set; }

    [BindProperty]
    [Display(Name = "负责人"), Required(ErrorMessage = "请填写负责人。"), StringLength(30, ErrorMessage = "负责人不超过30字。")]
    public string Responsible { get; set; } = "";

    [BindProperty]
    [Display(Name = "经办人"), Required(ErrorMessage = "请填写经办人。"), StringLength(30, ErrorMessage = "经办人不超过30字。")]
    public string Handler { get; set; } = "";

    [BindProperty]
    [Display(Name = "联系方式"), Required(ErrorMessage = "请填写联系方式。"), StringLength(60, ErrorMessage = "联系方式不超过60字。")]
    public string Contact { get; set; } = "";

    public IReadOnlyList<SelectListItem> PersonItems { get; private set; } = [];

    public async Task OnGetAsync(Guid? person, CancellationToken cancellation)
    {
        var today = OfficeCalendar.Today(time);
        (Id, PersonId, From, To, Handler) = (Guid.CreateVersion7(), person, new(today.Year, 1, 1), today, session.Me.Label);
        var last = await db.Certificates.AsNoTracking().OrderByDescending(c => c.Year).ThenByDescending(c => c.Ordinal).FirstOrDefaultAsync(cancellation);
        (Responsible, Contact) = (last?.Responsible ?? "", last?.Contact ?? "");
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“出具证明”。");
        if (To < From)
            ModelState.AddModelError(nameof(To), "结束日期早于开始日期，请更正。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == PersonId, cancellation) is not { } person)
            return this.Unprocessable(nameof(PersonId), "请从列表中选择志愿者。");
        var today = OfficeCalendar.Today(time);
        var entries = await db.ValidEntries(today, HoursSource.Own).Where(e => e.PersonId == person.Id && e.FromOn >= From && e.ToOn <= To).OrderBy(e => e.FromOn).ThenBy(e => e.ListId).ToListAsync(cancellation);
        if (entries.Count is 0 or > MostServices)
            return this.Unprocessable(nameof(PersonId), entries.Count == 0 ? $"“{person.Name}”在这段时间没有由本系统记录并公示期满的时长。从志愿服务系统导入的，请在原系统出具证明。" : $"这段时间的服务超过{MostServices}次，请分段出具。");
        if (await db.Certificates.AnyAsync(c => c.Id == Id, cancellation))
            return Redirect($"/volunteering/certificates/{Id}"); // The same form came twice.
        var certificate = new VolunteerCertificate
        {
            Id = Id,
            UnitId = session.Me.UnitId,
            Year = today.Year,
            Ordinal = 1 + await db.Certificates.Where(c => c.Year == today.Year).MaxAsync(c => (int?)c.Ordinal, cancellation) ?? 1,
            PersonId = person.Id,
            PersonName = person.Name,
            VolunteerNumber = person.VolunteerNumber,
            FromOn = From!.Value,
            ToOn = To!.Value,
            Minutes = entries.Sum(e => e.Minutes),
            Services = string.Join('\n', entries.Select(e => $"{Words.Of(e.FromOn)}\t{e.Project.Replace('\t', ' ').ReplaceLineEndings(" ")}\t{e.Minutes}")),
            Responsible = Responsible.Trim(),
            Handler = Handler.Trim(),
            Contact = Contact.Trim(),
            IssuedOn = today,
            IssuedBy = session.Me.Label,
        };
        db.Add(session.Change(), certificate, $"出具{certificate.Number}");
        // Two that are given at the same moment cannot have one number: the second is asked to send its form again.
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (Faults.IsDuplicate(e))
        {
            return this.Unprocessable("", "刚有另一份证明取用了同一编号，请再点一次“出具证明”。", StatusCodes.Status409Conflict);
        }
        TempData["Notice"] = $"已出具{certificate.Number}，请下载打印并加盖公章。";
        return Redirect($"/volunteering/certificates/{Id}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var people = await PeopleFilter.Rows(db, db.People.AsNoTracking().Where(p => db.HoursEntries.Any(e => e.PersonId == p.Id))).ToListAsync(cancellation);
        PersonItems = [new("请选择", ""), .. people.Select(p => new SelectListItem(p.Department.Length > 0 ? $"{p.Person.Name}（{p.Department}）" : p.Person.Name, p.Person.Id.ToString()))];
    }
}
