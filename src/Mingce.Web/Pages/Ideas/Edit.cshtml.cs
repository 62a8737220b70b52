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

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
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

    private PageResult Lost(int current)
    {
        Version = current;
        return this.LostRace();
    }
}
