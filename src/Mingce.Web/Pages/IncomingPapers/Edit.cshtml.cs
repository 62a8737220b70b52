using Mingce.Core;
using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>核对 of what was read off a paper, and its later 更正.</summary>
[AccessRule(Resource.IncomingPaper, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class EditModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public PaperForm Input { get; set; } = new();

    public IncomingPaper Paper { get; private set; } = null!;

    /// <summary>Other papers with the same number or the same file: most likely this one, sent twice.</summary>
    public IReadOnlyList<IncomingPaper> Same { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        (Version, Input) = (Paper.Version, PaperForm.Of(Paper));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        foreach (var (field, message) in Input.Faults(OfficeCalendar.Today(time), hasFile: false))
            ModelState.AddModelError($"{nameof(Input)}.{field}", message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if (Paper.Version != Version)
            return Lost(Paper.Version);
        db.Record(session.Change(), Paper, Paper.IsChecked ? "更正来文" : "核对来文");
        Input.WriteTo(Paper);
        Paper.IsChecked = true;
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Lost(Version + 1);
        }
        TempData["Notice"] = "已保存。";
        return Redirect($"/incoming-papers/{Id}");
    }

    private PageResult Lost(int current)
    {
        Version = current;
        return this.LostRace();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await db.IncomingPapers.Include(p => p.Deadlines).FirstOrDefaultAsync(p => p.Id == Id, cancellation) is not { } paper)
            return false;
        Paper = paper;
        Same = await db.IncomingPapers.AsNoTracking()
            .Where(p => p.Id != Id && ((p.Number != "" && p.Number == paper.Number) || (p.Sha256 != "" && p.Sha256 == paper.Sha256)))
            .OrderBy(p => p.ReceivedOn).ThenBy(p => p.Id).ToListAsync(cancellation);
        return true;
    }
}
