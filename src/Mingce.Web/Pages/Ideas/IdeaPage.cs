using Mingce.Core.Ideas;

namespace Mingce.Web.Pages.Ideas;

/// <summary>A page about one idea, delivered or own.</summary>
internal abstract class IdeaPage(LedgerDb db, Session session, IdeaCatalogue ideas) : PageModel
{
    /// <summary>The id of a delivered idea, or of a row of the unit.</summary>
    [FromRoute]
    public string Key { get; set; } = "";

    public Idea Idea { get; private set; } = null!;

    protected LedgerDb Db => db;
    protected Session Session => session;

    protected async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Idea = (await ideas.ReadAsync(db, session.Me.UnitId, cancellation)).FirstOrDefault(idea => idea.Key == Key)!;
        return Idea is not null;
    }

    /// <summary>The row to change: that of the unit, or a new one in place of the delivered idea.</summary>
    /// <param name="what">What is done, in words.</param>
    protected async Task<Idea> TakeRowAsync(string what, CancellationToken cancellation)
    {
        var change = session.Change();
        if (await db.Ideas.FirstOrDefaultAsync(idea => idea.Id == Idea.Id, cancellation) is { } stored)
        {
            db.Record(change, stored, what);
            return stored;
        }
        db.Add(change, Idea, what);
        return Idea;
    }
}
