using Mingce.Core;
using Mingce.Core.Routines;

namespace Mingce.Web.Pages.Routines;

/// <summary>新增常态化安排, from a preset or by an own rule.</summary>
[AccessRule(Resource.Routine, AccessAction.Create, Relation.OwnUnit)]
internal sealed class NewModel(LedgerDb db, Session session, KindCatalogue kinds, RoutineCatalogue catalogue, TimeProvider time) : RoutinePage(db, kinds)
{
    /// <summary>The id of the routine to be, made with the form: a form sent twice gives one routine.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Preset { get; set; }

    /// <summary>Presets that are taken over as they are, several at once.</summary>
    [BindProperty]
    public List<string> Picked { get; set; } = [];

    public RoutinePreset? Chosen { get; private set; }

    /// <summary>What is offered to this unit, by the bodies that it has.</summary>
    public IReadOnlyList<RoutinePreset> Presets { get; private set; } = [];
    public IReadOnlySet<string> Taken { get; private set; } = new HashSet<string>();

    /// <param name="kind">What an idea proposes; the person may change it.</param>
    public async Task OnGetAsync(string? kind, string? title, CancellationToken cancellation)
    {
        Id = Guid.CreateVersion7();
        await ReadAsync(cancellation);
        ModelState.Clear();
        Input = Chosen is not null ? RoutineForm.Of(Chosen) : new() { Kind = kind, Title = title };
        Input.StartsOn = OfficeCalendar.Today(time);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Id == Guid.Empty)
            ModelState.AddModelError("", "表单不完整，请重新打开“新增常态化安排”。");
        if (!IsInputValid())
            return this.Unprocessable();
        if (await Db.Routines.AnyAsync(r => r.Id == Id, cancellation))
            return Redirect($"/routines/{Id}");

        Add(Id, Input, Chosen);
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = "已列入工作日历。";
        return Redirect($"/routines/{Id}");
    }

    /// <summary>列入所选: presets as they are. What is set already, or was sent before, is left alone.</summary>
    public async Task<IActionResult> OnPostPresetsAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        ModelState.Clear();
        var picked = Presets.Where(preset => Picked.Contains(preset.Id) && !Taken.Contains(preset.Id)).ToList();
        if (Picked.Count == 0)
        {
            (Id, Input.StartsOn) = (Guid.CreateVersion7(), OfficeCalendar.Today(time));
            return this.Unprocessable("", "请勾选要列入的常见安排。");
        }
        foreach (var preset in picked)
            Add(IdOf(preset), RoutineForm.Of(preset), preset);
        await Db.SaveChangesAsync(cancellation);
        TempData["Notice"] = picked.Count > 0 ? $"已将 {picked.Count} 项列入工作日历。" : "所选安排此前已列入工作日历。";
        return Redirect("/routines");
    }

    // Made with the form, as the one above.
    private Guid IdOf(RoutinePreset preset) =>
        Guid.TryParse(Request.Form[$"Ids[{preset.Id}]"], out var id) && id != Guid.Empty ? id : Guid.CreateVersion7();

    private void Add(Guid id, RoutineForm form, RoutinePreset? preset)
    {
        var change = session.Change();
        var today = OfficeCalendar.Today(time);
        var routine = new Routine
        {
            Id = id,
            UnitId = session.Me.UnitId,
            Title = "",
            KindId = "",
            Status = RoutineStatus.Active,
            Year = today.Year,
            EnteredAt = change.At,
            StartsOn = form.StartsOn ?? today,
            PresetId = preset?.Id ?? "",
        };
        form.WriteTo(routine);
        Db.Add(change, routine.Ruled(form.ReadRule()!), "新增常态化安排");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await ReadBodiesAsync(cancellation);
        var unit = await Db.Units.AsNoTracking().SingleAsync(cancellation);
        Presets = [.. catalogue.Presets.Where(preset => preset.IsOffered(unit))];
        Chosen = Presets.FirstOrDefault(preset => preset.Id == Preset);
        Taken = (await Db.Routines.Where(r => r.Status == RoutineStatus.Active && r.EndsOn == null).Select(r => r.PresetId).ToListAsync(cancellation)).ToHashSet();
    }
}
