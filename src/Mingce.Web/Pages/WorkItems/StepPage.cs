using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>A page that adds one step to a task: 进展, 办结, 复查, 撤销, 重新办理.</summary>
internal abstract class StepPage(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "日期")]
    public DateOnly? On { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "请填写情况或原因。"), StringLength(2000, ErrorMessage = "不超过2000字。")]
    public string? Text { get; set; }

    public WorkItem Item { get; private set; } = null!;

    protected DateOnly Today { get; } = OfficeCalendar.Today(time);
    protected Session Session => session;

    /// <summary>What the event is called.</summary>
    protected abstract string What { get; }

    /// <summary>Why the step cannot be taken as the task stands; null where it can.</summary>
    protected abstract string? WhyNot(WorkItem item);

    /// <summary>Takes the step, after everything has been checked.</summary>
    protected abstract void Take(WorkItem item, DateOnly on, string text, WorkItem.Actor by);

    /// <summary>What else can be wrong.</summary>
    protected virtual IEnumerable<(string Field, string Message)> Faults() => [];

    protected virtual string NextAddress => $"/work-items/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!await db.MayStepAsync(session, Item, cancellation))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (WhyNot(Item) is { } reason)
        {
            TempData["Notice"] = reason;
            return Redirect($"/work-items/{Id}");
        }
        On = Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!await db.MayStepAsync(session, Item, cancellation))
            return StatusCode(StatusCodes.Status403Forbidden);
        if (string.IsNullOrWhiteSpace(Text) && ModelState.IsValid)
            ModelState.AddModelError(nameof(Text), "请填写情况或原因。");
        if (On > Today)
            ModelState.AddModelError(nameof(On), "日期不能晚于今天。");
        foreach (var (field, message) in Faults())
            ModelState.AddModelError(field, message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (WhyNot(Item) is { } reason)
            return this.Unprocessable("", reason, StatusCodes.Status409Conflict);
        var before = Said(Item);
        Take(Item, On ?? Today, Text!.Trim().ReplaceLineEndings("\n"), new(session.Me.Signature, session.Me.Id));
        // Sent twice: it is there already.
        if (Said(Item) == before)
            return Redirect(NextAddress);
        db.Record(session.Change(), Item, What);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return this.Unprocessable("", "这项任务刚被他人修改，您的内容未保存，但保留在下面。请查看最新情况，核对后再保存。", StatusCodes.Status409Conflict);
        }
        TempData["Notice"] = $"{What}，已保存。";
        return Redirect(NextAddress);
    }

    private static (WorkStepForm Form, DateOnly On, int? Percent, string Text, Guid AccountId)? Said(WorkItem item) =>
        item.Steps.MaxBy(s => s.Ordinal) is { } last ? (last.Form, last.On, last.Percent, last.Text, last.AccountId) : null;

    private async Task<bool> FindAsync(CancellationToken cancellation) =>
        (Item = (await db.WorkItems.Include(i => i.Bodies).Include(i => i.Steps).AsSplitQuery().FirstOrDefaultAsync(i => i.Id == Id, cancellation))!) is not null;
}
