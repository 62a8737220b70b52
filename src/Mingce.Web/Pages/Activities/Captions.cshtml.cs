using Mingce.Core.Audit;

namespace Mingce.Web.Pages.Activities;

/// <summary>照片说明: proposed from the record, and kept only when a person has checked them.</summary>
[AccessRule(Resource.Evidence, AccessAction.Create, Relation.OwnUnit)]
internal sealed class CaptionsModel(LedgerDb db, Session session) : PageModel
{
    public const int Longest = 200;

    [FromRoute]
    public Guid Id { get; set; }

    public Activity Activity { get; private set; } = null!;
    public IReadOnlyList<Evidence> Photos { get; private set; } = [];

    /// <summary>By the id of the photo.</summary>
    [BindProperty(Name = nameof(Captions))] // by name, or every other field of the form is taken for one
    public Dictionary<Guid, string?> Captions { get; set; } = [];

    /// <summary>已核对: ids of photos.</summary>
    [BindProperty]
    public List<Guid> Checked { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        Captions = Photos.ToDictionary(e => e.Id, e => (string?)(e.Caption.Length > 0 ? e.Caption : Proposal));
        Checked = [.. Photos.Where(e => e.Caption.Length > 0).Select(e => e.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        foreach (var (photo, i) in Photos.Select((photo, i) => (photo, i)))
        {
            var typed = TypedFor(photo);
            if (typed.Length > Longest)
                ModelState.AddModelError($"Captions[{photo.Id}]", $"第{i + 1}张的说明超过{Longest}字，请缩短。");
            else if (Checked.Contains(photo.Id) && typed.Length == 0)
                ModelState.AddModelError($"Captions[{photo.Id}]", $"请填写第{i + 1}张的说明，或去掉“已核对”。");
            else if (!Checked.Contains(photo.Id) && typed.Length > 0 && typed != photo.Caption && typed != Proposal)
                ModelState.AddModelError($"Captions[{photo.Id}]", $"第{i + 1}张的说明已修改，核对无误请勾选“已核对”。");
        }
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var changes = new List<FieldChange>();
        foreach (var photo in Photos)
        {
            var caption = Checked.Contains(photo.Id) ? TypedFor(photo) : "";
            if (caption == photo.Caption)
                continue;
            changes.Add(new FieldChange(photo.CaptionField, photo.Caption, caption));
            photo.Caption = caption;
        }
        if (changes.Count > 0)
        {
            db.Record(session.Change(), Activity, "核对照片说明", changes);
            await db.SaveChangesAsync(cancellation);
            TempData["Notice"] = $"已保存 {changes.Count} 张照片的说明。";
        }
        return Redirect($"/activities/{Id}#evidence");
    }

    public string Proposal => CaptionProposal.Of(Activity);

    private string TypedFor(Evidence photo) => Captions.GetValueOrDefault(photo.Id)?.Trim().ReplaceLineEndings(" ") ?? "";

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var found = await db.Activities.Include(a => a.Hosts).Include(a => a.Evidence.OrderBy(e => e.AddedAt).ThenBy(e => e.Id)).AsSplitQuery()
            .FirstOrDefaultAsync(a => a.Id == Id && a.Status == ActivityStatus.Entered, cancellation);
        (Activity, Photos) = (found!, [.. found?.Evidence.Where(e => e.IsPicture) ?? []]);
        return found is not null;
    }
}
