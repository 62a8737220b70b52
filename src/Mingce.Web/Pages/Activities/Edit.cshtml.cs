using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Audit;

namespace Mingce.Web.Pages.Activities;

/// <summary>更正 of an activity, entered or still a draft; the loser of a race keeps the own text and sees what the other one saved.</summary>
[AccessRule(Resource.Activity, AccessAction.Create, Relation.OwnUnit)]
internal sealed class EditModel(LedgerDb db, Session session, KindCatalogue kinds, KindRules rules, HostChoices hosts, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ActivityForm Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "更正原因"), Required(ErrorMessage = "请填写更正原因。"), StringLength(200, ErrorMessage = "更正原因不超过200字。")]
    public string Reason { get; set; } = "";

    /// <summary>After a lost race: what is saved now, and what this form would make of it.</summary>
    public IReadOnlyList<FieldChange> Differences { get; private set; } = [];

    /// <summary>Who won the race.</summary>
    public Event? LastChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        if (activity.Status == ActivityStatus.Deleted || !session.MayCorrect(activity))
            return Redirect($"/activities/{Id}");
        (Version, Input) = (activity.Version, ActivityForm.Of(activity, kinds));
        return Page();
    }

    /// <summary>更换类型 without JavaScript: the same form with the fields of the chosen kinds.</summary>
    public async Task<IActionResult> OnPostKindAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        if (!session.MayCorrect(activity))
            return Redirect($"/activities/{Id}");
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } activity)
            return NotFound();
        if (!session.MayCorrect(activity))
            return Redirect($"/activities/{Id}");
        foreach (var (field, message) in Input.Faults(kinds, OfficeCalendar.Today(time)).Concat(await rules.FaultsAsync(Input, activity.Evidence.Count > 0, cancellation)))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (activity.Version != Version || activity.Status == ActivityStatus.Deleted)
            return await LoseAsync(activity, cancellation);

        var before = ActivityFacts.Of(activity, kinds);
        await WriteAsync(activity, cancellation);
        // Of a record without content the history keeps no content either.
        var changes = activity.KindIds.Any(kinds.HasNoContent) ? [] : FieldChange.Between(before, ActivityFacts.Of(activity, kinds));
        db.Record(session.Change(Reason.Trim()), activity, "更正", changes);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(cancellation) is { } current ? await LoseAsync(current, cancellation) : NotFound();
        }
        TempData["Notice"] = "已更正。";
        return Redirect($"/activities/{Id}");
    }

    private async Task WriteAsync(Activity activity, CancellationToken cancellation)
    {
        Input.WriteTo(activity, kinds);
        await hosts.WriteToAsync(activity, Input.Hosts, cancellation);
    }

    // The next try is made against the row as it is now, after a look at it.
    private async Task<PageResult> LoseAsync(Activity current, CancellationToken cancellation)
    {
        ModelState.Clear();
        Version = current.Version;
        LastChange = await db.Events.AsNoTracking().Where(e => e.SubjectId == Id).OrderBy(e => e.At).ThenBy(e => e.Id).LastOrDefaultAsync(cancellation);
        var isDeleted = current.Status == ActivityStatus.Deleted;
        var theirs = ActivityFacts.Of(current, kinds);
        await WriteAsync(current, cancellation);
        Differences = FieldChange.Between(theirs, ActivityFacts.Of(current, kinds));
        return this.Unprocessable("", isDeleted
            ? "这条记录刚被他人删除，您的内容未保存，但保留在下面。请先到回收站恢复该记录，再保存。"
            : "这条记录刚被他人修改，您的内容未保存，但保留在下面。请对照下表核对后再保存。", StatusCodes.Status409Conflict);
    }

    // With what was taken out of it: a record without content has no files at all.
    private Task<Activity?> FindAsync(CancellationToken cancellation) =>
        db.Activities.IgnoreQueryFilters([LedgerDb.Removed]).Include(a => a.Kinds).Include(a => a.Hosts).Include(a => a.Quantities).Include(a => a.Details).Include(a => a.Evidence).AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == Id && a.Status != ActivityStatus.Superseded, cancellation);
}
