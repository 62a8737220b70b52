using Mingce.Core.Audit;
using Mingce.Core.Preparations;

namespace Mingce.Web.Pages.Phrases;

/// <summary>A phrase: changed here, with its history.</summary>
[AccessRule(Resource.Phrase, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, PaperCatalogue papers) : PhrasePage(db, papers)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Event> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(Id, cancellation) is not { } phrase)
            return NotFound();
        await ReadAsync(cancellation);
        (Version, Input) = (phrase.Version, PhraseForm.Of(phrase));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(Id, cancellation) is not { } phrase)
            return NotFound();
        if (!IsInputValid(Id, await ReadAsync(cancellation)))
            return this.Unprocessable();
        if (phrase.Version != Version)
            return Lost(phrase.Version);
        Input.WriteTo(phrase);
        Db.Record(session.Change(), phrase, "修改规范表述");
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Lost(Version + 1);
        }
        TempData["Notice"] = "已保存。";
        return Redirect("/phrases");
    }

    private PageResult Lost(int current)
    {
        Version = current;
        return this.LostRace();
    }

    private async Task<IReadOnlySet<Guid>> ReadAsync(CancellationToken cancellation)
    {
        Events = await Db.ReadHistoryAsync(Id, cancellation);
        return await ReadChoicesAsync(Id, cancellation);
    }
}
