using Mingce.Core;
using Mingce.Core.Ideas;

namespace Mingce.Web.Pages.Ideas;

/// <summary>修改 of an idea; a delivered one becomes the unit's own.</summary>
[AccessRule(Resource.Idea, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class EditModel(LedgerDb db, Session session, KindCatalogue kinds, IdeaCatalogue ideas) : IdeaPage(db, session, ideas)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public IdeaForm Input { get; set; } = new();

    /// <summary>Whether the unit has put its own in place of the delivered idea.</summary>
    public bool IsChanged { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        IsChanged = Idea.PresetId.Length > 0 && await FindOwnAsync(cancellation) is not null;
        (Version, Input) = (Idea.Version, IdeaForm.Of(Idea));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        foreach (var (field, message) in Input.Faults(kinds))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Idea.Version != Version)
            return Lost(Idea.Version);
        Input.WriteTo(await TakeRowAsync("修改", cancellation));
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || Faults.IsDuplicate(e))
        {
            return Lost(Version + 1);
        }
        TempData["Notice"] = "已保存。";
        return Redirect($"/ideas/{Key}");
    }

    /// <summary>恢复原样: the delivered idea.</summary>
    public async Task<IActionResult> OnPostRestorationAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation) || Idea.PresetId.Length == 0)
            return NotFound();
        if (await FindOwnAsync(cancellation) is { } own)
        {
            Db.Remove(own);
            Db.Record(Session.Change(), own, $"活动参考“{own.Title}”恢复为随程序提供的内容");
            await Db.SaveChangesAsync(cancellation);
            TempData["Notice"] = "已恢复随程序提供的内容。";
        }
        return Redirect($"/ideas/{Key}");
    }

    private Task<Idea?> FindOwnAsync(CancellationToken cancellation) => Db.Ideas.FirstOrDefaultAsync(idea => idea.PresetId == Key, cancellation);

    private PageResult Lost(int current)
    {
        Version = current;
        return this.LostRace();
    }
}
