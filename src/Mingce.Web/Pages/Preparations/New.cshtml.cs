using Mingce.Core;
using Mingce.Core.Ideas;
using Mingce.Core.Preparations;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Preparations;

/// <summary>准备活动: from an occurrence, from an idea, or on its own.</summary>
[AccessRule(Resource.Preparation, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class NewModel(
    LedgerDb db, Session session, KindCatalogue kinds, WorkCalendar calendar, IdeaCatalogue ideas, PaperCatalogue papers, TimeProvider time) : PreparationPage(db, kinds)
{
    /// <summary>The id of the row to be, made with the form: a form sent twice gives one row.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    /// <summary>The occurrence that is prepared.</summary>
    [FromQuery]
    public Guid? Routine { get; set; }

    [FromQuery]
    public DateOnly? Day { get; set; }

    /// <summary>The key of the idea that it begins with.</summary>
    [FromQuery]
    public string? Idea { get; set; }

    public CalendarEntry? Entry { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindOccurrenceAsync(cancellation))
            return NotFound();
        if (await FindPreparedAsync(cancellation) is { } prepared)
            return Redirect($"/preparations/{prepared}");
        await ReadBodiesAsync(cancellation);
        var today = OfficeCalendar.Today(time);
        var idea = Idea is { Length: > 0 } ? (await ideas.ReadAsync(Db, session.Me.UnitId, cancellation)).FirstOrDefault(i => i.Key == Idea) : null;
        Input = Entry is not null ? PreparationForm.Of(Entry, today) : idea is not null ? PreparationForm.Of(idea) : new() { On = today };
        if (Entry is not null && idea is not null)
            Input.Steps = idea.Steps;
        if (string.IsNullOrEmpty(Input.Steps) && Input.Kind is { } kind)
            Input.Steps = string.Join('\n', papers.StepsOf(kind, kinds));
        (Id, Input.On) = (Guid.CreateVersion7(), Input.On ?? today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindOccurrenceAsync(cancellation))
            return NotFound();
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“准备活动”。");
        if (!IsInputValid())
        {
            await ReadBodiesAsync(cancellation);
            return this.Unprocessable();
        }
        if (await FindPreparedAsync(cancellation) is { } prepared)
            return Redirect($"/preparations/{prepared}");
        var change = session.Change();
        var preparation = new Preparation
        {
            Id = Id,
            UnitId = session.Me.UnitId,
            Title = "",
            KindId = "",
            HeldOn = default,
            RoutineId = Routine,
            OccurrenceOn = Day,
            EnteredAt = change.At,
        };
        Input.WriteTo(preparation);
        Db.Add(change, preparation, "新建活动准备");
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "已保存，可以查看和下载下列文稿。";
        return Redirect($"/preparations/{Id}");
    }

    // Neither routine nor day, or both and the routine asks for something on that day.
    private async Task<bool> FindOccurrenceAsync(CancellationToken cancellation)
    {
        if (Routine is not { } routine || Day is not { } day)
            return Routine is null && Day is null;
        Entry = day.Year is < 2000 or > 2098 ? null : await calendar.FindAsync(routine, day, OfficeCalendar.Today(time), cancellation);
        return Entry is not null;
    }

    private async Task<Guid?> FindPreparedAsync(CancellationToken cancellation) =>
        await Db.Preparations.Where(p => p.Id == Id || (Routine != null && p.RoutineId == Routine && p.OccurrenceOn == Day)).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation);
}
