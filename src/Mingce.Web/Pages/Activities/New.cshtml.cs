using Mingce.Core;
using Mingce.Core.Storage;
using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.Activities;

/// <summary>登记活动: bytes first, then the row with its event, then the answer.</summary>
[AccessRule(Resource.Activity, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(Server.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = Server.LargestUpload)]
internal sealed class NewModel(LedgerDb db, Session session, EvidenceStore store, KindCatalogue kinds, KindRules rules, HostChoices hosts, TimeProvider time) : PageModel
{
    /// <summary>A record entered later than this many days after the activity is marked 补录.</summary>
    public const int LateAfterDays = 30;

    /// <summary>The id of the record to be, made with the form: a form sent twice gives one record.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public ActivityForm Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    /// <summary>The task that the record is registered for.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? WorkItem { get; set; }

    /// <param name="kind">What an occurrence of a routine proposes; the person may change it.</param>
    public void OnGet(string? kind, DateOnly? on, string? title)
    {
        Id = Guid.CreateVersion7();
        ModelState.Clear();
        (Input.Kind, Input.On, Input.Title) = (kind, on ?? OfficeCalendar.Today(time), kind is not null && kinds.HasNoContent(kind) ? null : title);
    }

    /// <summary>更换类型 without JavaScript: the same form with the fields of the chosen kinds.</summary>
    public void OnPostKind() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var today = OfficeCalendar.Today(time);
        foreach (var (field, message) in Input.Faults(kinds, today).Concat(await rules.FaultsAsync(Input, Files.Count > 0, cancellation)))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        ModelState.RefuseSecrecyMarks(nameof(Files), Files);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“登记活动”。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (await db.Activities.AnyAsync(a => a.Id == Id, cancellation))
            return Redirect($"/activities/{Id}");

        var change = session.Change();
        var activity = new Activity { Id = Id, UnitId = session.Me.UnitId, Title = "", Status = ActivityStatus.Entered, EnteredAt = change.At };
        Input.WriteTo(activity, kinds);
        await hosts.WriteToAsync(activity, Input.Hosts, cancellation);
        if (today.DayNumber - activity.FromOn.DayNumber > LateAfterDays)
            activity.Mark = EntryMark.Late;
        if (await this.KeepFilesAsync(store, activity, Files, isScreenshot: false, change.At, cancellation) is not { } kept)
            return this.Unprocessable();
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
        }
        TempData["Notice"] = "已登记。";
        return Redirect($"/activities/{Id}");
    }
}
