using Mingce.Core;
using Mingce.Core.Papers;
using Mingce.Core.Routines;
using Mingce.Core.Storage;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>登记来文: a file, off which title, number and deadlines are read, or by hand.</summary>
[AccessRule(Resource.IncomingPaper, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(Server.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = Server.LargestUpload)]
internal sealed class NewModel(LedgerDb db, Session session, EvidenceStore store, WorkCalendar calendar, TimeProvider time) : PageModel
{
    /// <summary>Made with the form: a form sent twice gives one paper.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public void OnGet()
    {
        Id = Guid.CreateVersion7();
        Input.ReceivedOn = OfficeCalendar.Today(time);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var file = Files.FirstOrDefault(f => f.Length > 0);
        foreach (var (field, message) in Input.Faults(OfficeCalendar.Today(time), file is not null))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“登记来文”。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (await db.IncomingPapers.IgnoreQueryFilters([LedgerDb.Removed]).AnyAsync(p => p.Id == Id, cancellation))
            return Redirect($"/incoming-papers/{Id}");

        var change = session.Change();
        var paper = new IncomingPaper { Id = Id, UnitId = session.Me.UnitId, Title = "", ReceivedOn = Input.ReceivedOn!.Value, EnteredAt = change.At, IsChecked = file is null };
        Input.WriteTo(paper);
        if (file is not null)
        {
            try
            {
                await using var content = file.OpenReadStream();
                await PaperIntake.TakeAsync(store, paper, file.FileName, content, await calendar.ReadDaysAsync(cancellation), cancellation);
            }
            catch (UserFaultException e)
            {
                return this.Unprocessable(nameof(Files), e.Message);
            }
        }
        db.Add(change, paper, $"登记来文“{paper.Title}”");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = paper.HasFile ? "来文已保存，请核对读出的内容。" : "来文已登记。";
        return Redirect(paper.HasFile ? $"/incoming-papers/{Id}/edit" : $"/incoming-papers/{Id}");
    }
}
