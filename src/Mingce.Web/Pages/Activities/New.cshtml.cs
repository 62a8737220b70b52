using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Core.WorkItems;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Activities;

/// <summary>登记活动: bytes first, then the row with its event, then the answer.</summary>
[AccessRule(Resource.Activity, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(Server.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = Server.LargestUpload)]
internal sealed class NewModel(LedgerDb db, Session session, FormFiles files, KindCatalogue kinds, KindRules rules, HostChoices hosts, WorkCalendar calendar, TimeProvider time) : PageModel
{
    /// <summary>A record entered later than this many days after the activity is marked 补录.</summary>
    public const int LateAfterDays = 30;

    private const int DueWithinDays = 7;
    private const int MostDue = 3;

    /// <summary>The id of the record to be, made with the form: a form sent twice gives one record.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public ActivityForm Input { get; set; } = new();

    /// <summary>Files that came ahead of the form.</summary>
    public IReadOnlyList<PendingFile> Waiting => files.Waiting;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The task that the record is registered for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? WorkItem { get; set; }

    public DateOnly Today { get; } = OfficeCalendar.Today(time);

    /// <summary>正逢: what is open and due within a week of today, the nearest first; each fills in the form.</summary>
    public IReadOnlyList<Occurrence> DueNow { get; private set; } = [];

    /// <param name="kind">What an occurrence of a routine proposes; the person may change it.</param>
    public async Task OnGetAsync(string? kind, DateOnly? on, string? title, CancellationToken cancellation)
    {
        if (kind is null && WorkItem is null && session.May(Resource.Routine, AccessAction.View))
            await ReadDueAsync(cancellation);
        Id = Guid.CreateVersion7();
        ModelState.Clear();
        (Input.Kind, Input.On, Input.Title) = (kind, on ?? Today, kind is not null && kinds.HasNoContent(kind) ? null : title);
    }

    private async Task ReadDueAsync(CancellationToken cancellation)
    {
        DueNow = [.. (await calendar.ReadAgendaAsync(Today, cancellation)).ToDo.Select(entry => entry.Occurrence)
            .Where(o => o.Span.From <= Today && DaysAway(o) <= DueWithinDays).OrderBy(DaysAway).Take(MostDue)];

        int DaysAway(Occurrence o) => Math.Abs(o.DueOn.DayNumber - Today.DayNumber);
    }

    /// <summary>更换类型 without JavaScript: the same form with the fields of the chosen kinds.</summary>
    public async Task OnPostKindAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        await KeepFilesAsync(cancellation);
        await files.HoldAsync(Id, cancellation);
    }

    /// <summary>移除 without JavaScript: the same form without a file that came ahead of it.</summary>
    public async Task OnPostDropAsync(string? hash, CancellationToken cancellation)
    {
        await OnPostKindAsync(cancellation);
        await files.DropAsync(Id, hash, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await files.ReadAsync(Id, cancellation);
        foreach (var (field, message) in Input.Faults(kinds, Today).Concat(await rules.FaultsAsync(Input, Files.Count + Waiting.Count > 0, cancellation)))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“登记活动”。");
        else if (await db.Activities.AnyAsync(a => a.Id == Id, cancellation))
            return SavedBefore();
        // Of a kind without content no bytes are kept either.
        if (!Input.KindIds.Any(kinds.HasNoContent))
            await KeepFilesAsync(cancellation);
        if (!ModelState.IsValid)
        {
            await files.HoldAsync(Id, cancellation);
            return this.Unprocessable();
        }

        var change = session.Change();
        var activity = new Activity { Id = Id, UnitId = session.Me.UnitId, Title = "", Status = ActivityStatus.Entered, EnteredAt = change.At, EnteredById = session.Me.Id };
        Input.WriteTo(activity, kinds);
        await hosts.WriteToAsync(activity, Input.Hosts, cancellation);
        if (Today.DayNumber - activity.FromOn.DayNumber > LateAfterDays)
            activity.Mark = EntryMark.Late;
        var kept = await files.TakeAsync(Id, activity, isScreenshot: false, cancellation);
        activity.Evidence.AddRange(kept);
        db.Add(change, activity, kept.Count == 0 ? "登记" : $"登记，附佐证 {kept.Count} 件");
        await db.LinkWorkItemAsync(WorkItem, activity, change, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice at the same moment: the other one was entered.
            db.ChangeTracker.Clear();
            if (!await db.Activities.AnyAsync(a => a.Id == Id, cancellation))
                throw;
            return SavedBefore();
        }
        files.Prepare(kept);
        TempData["Notice"] = "已登记。";
        return Redirect($"/activities/{Id}");
    }

    // Of a talk not even the bytes are kept.
    private Task KeepFilesAsync(CancellationToken cancellation) =>
        Input.KindIds.Any(kinds.HasNoContent) ? Task.CompletedTask : files.KeepAsync(ModelState, nameof(Files), Files, cancellation);

    private RedirectResult SavedBefore()
    {
        TempData["Notice"] = "这份登记此前已保存，未重复登记。还有照片和文件的，请用“补充佐证”。";
        return Redirect($"/activities/{Id}");
    }
}
