using System.ComponentModel.DataAnnotations;
using Mingce.Core;
using Mingce.Core.Routines;
using Mingce.Rules.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>修改 of a routine. Another rule begins a new one, so that what was due before stays as it was.</summary>
[AccessRule(Resource.Routine, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class EditModel(LedgerDb db, Session session, KindCatalogue kinds, TimeProvider time) : RoutinePage(db, kinds)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    [Display(Name = "修改原因"), Required(ErrorMessage = "请填写修改原因。"), StringLength(200, ErrorMessage = "修改原因不超过200字。")]
    public string Reason { get; set; } = "";

    /// <summary>The draft of a report that the routine is, where the page was opened from the work on the report.</summary>
    [FromQuery]
    public Guid? Draft { get; set; }

    public string BackHref { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } routine)
            return NotFound();
        (Version, Input) = (routine.Version, RoutineForm.Of(routine));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } routine)
            return NotFound();
        var isSameRule = Input.Rule?.Trim() == RuleText.Write(routine.Rule);
        if (!IsInputValid(isSameRule))
            return this.Unprocessable();
        if (routine.Version != Version)
            return Lost(routine.Version);

        var change = session.Change(Reason.Trim());
        var today = OfficeCalendar.Today(time);
        var saved = routine;
        if (!isSameRule && routine is { Status: RoutineStatus.Active, StartsOn: { } start, EndsOn: null } && start < today)
        {
            routine.EndsOn = today.AddDays(-1);
            Db.Record(change, routine, "改动周期，原安排结束");
            saved = routine.Successor(today, change.At);
            Db.Add(saved);
        }
        Input.WriteTo(saved);
        if (!isSameRule)
            saved.Ruled(Input.ReadRule()!);
        if (saved == routine && saved.Status == RoutineStatus.Active)
            saved.StartsOn = Input.StartsOn ?? saved.StartsOn;
        Db.Record(change, saved, saved == routine ? "修改" : "改动周期，新安排开始");
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Lost(Version + 1);
        }
        TempData["Notice"] = "已修改。";
        return Redirect(saved == routine ? BackHref : $"/routines/{saved.Id}");
    }

    private PageResult Lost(int current)
    {
        Version = current;
        return this.LostRace();
    }

    private async Task<Routine?> ReadAsync(CancellationToken cancellation)
    {
        await ReadBodiesAsync(cancellation);
        var draft = Draft is null ? null : await Db.ReportDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == Draft && d.DraftId == Id, cancellation);
        BackHref = draft is null ? $"/routines/{Id}" : $"/imports/{draft.ReportId}#d-{draft.Id}";
        return await FindAsync(Id, cancellation);
    }
}
