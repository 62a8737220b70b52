using Mingce.Core;
using Mingce.Core.Intake;

namespace Mingce.Web.Pages.Imports;

/// <summary>Working through a report: its text with what was read, and the drafts to be decided about.</summary>
[AccessRule(Resource.Draft, AccessAction.Confirm, Relation.OwnUnit)]
internal sealed class DetailsModel(LedgerDb db, Session session, TimeProvider time) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ImportedReport Report { get; private set; } = null!;

    /// <summary>Null once the work is done or its time is over.</summary>
    public ReportWork? Work { get; private set; }

    /// <summary>Doubtful ones first, then as the text goes.</summary>
    public IReadOnlyList<DraftCard> Cards { get; private set; } = [];

    /// <summary>The text by lines.</summary>
    public IReadOnlyList<IReadOnlyList<TextPiece>> Lines { get; private set; } = [];

    public string[] Findings => Work is { Findings.Length: > 0 } work ? work.Findings.Split('\n') : [];
    public int Total => Cards.Count(c => c.Item.State != DraftState.Known);
    public int Waiting => Cards.Count(c => c.IsWaiting);
    public int Unseen => Cards.Count(c => c.IsWaiting && c.Item.SeenAt is null);

    /// <summary>What 一并确认 would take.</summary>
    public int Plain => Cards.Count(c => c.IsWaiting && c.Item.Doubts == Doubts.None);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    /// <param name="act">accept, undo, skip, rest, seen or finish.</param>
    /// <param name="draft">The draft it is about.</param>
    /// <param name="seen">Drafts that were on the screen.</param>
    public async Task<IActionResult> OnPostAsync(string? act, Guid? draft, List<Guid> seen, CancellationToken cancellation)
    {
        if (!await db.ImportedReports.AnyAsync(r => r.Id == Id, cancellation))
            return NotFound();
        if (await db.ReportWorks.SingleOrDefaultAsync(w => w.Id == Id, cancellation) is not { } work)
            return Redirect($"/imports/{Id}");
        work.KeptUntil = OfficeCalendar.Today(time).AddDays(ReportWork.DaysKept);
        var item = await db.ReportDrafts.SingleOrDefaultAsync(d => d.Id == draft && d.ReportId == Id, cancellation);
        try
        {
            var notice = await DecideAsync(act, item, seen, cancellation);
            await db.SaveChangesAsync(cancellation);
            if (notice is not null)
                TempData["Notice"] = notice;
        }
        catch (UserFaultException e)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(cancellation);
            return this.Unprocessable("", e.Message);
        }
        return act == "finish" ? Redirect("/imports") : Redirect($"/imports/{Id}{await PlaceAsync(act, item, cancellation)}");
    }

    private async Task<string?> DecideAsync(string? act, ReportDraft? item, List<Guid> seen, CancellationToken cancellation)
    {
        var decisions = new DraftDecisions(db, session.Change());
        switch (act)
        {
            case "accept" when item is not null:
                await decisions.AcceptAsync(item);
                return null;
            case "skip" when item is not null:
                decisions.Skip(item);
                return null;
            case "undo" when item is not null:
                await decisions.UndoAsync(item);
                return null;
            case "seen":
                var now = time.GetUtcNow().UtcDateTime;
                await db.ReportDrafts.Where(d => d.ReportId == Id && d.SeenAt == null && seen.Contains(d.Id)).ForEachAsync(d => d.SeenAt = now, cancellation);
                return null;
            case "rest":
                var count = await decisions.AcceptRestAsync(Id);
                return count == 0 ? "其余各条都有疑问，请逐条处理。" : $"已一并确认 {count} 条。";
            case "finish":
                await decisions.FinishAsync(Id);
                return "核对完成，底稿已删除。未处理的留作草稿。";
            default:
                return null;
        }
    }

    // Back to the one that comes next; to the same one where it waits again.
    private async Task<string> PlaceAsync(string? act, ReportDraft? item, CancellationToken cancellation)
    {
        if (item is null)
            return "";
        await ReadAsync(cancellation);
        var index = Cards.TakeWhile(c => c.Item.Id != item.Id).Count();
        var place = act == "undo" ? Cards[index] : Cards.Skip(index).Concat(Cards).FirstOrDefault(c => c.IsWaiting);
        return place is null ? "" : $"#d-{place.Item.Id}";
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await db.ImportedReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, cancellation) is not { } report)
            return false;
        Report = report;
        Work = await db.ReportWorks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == Id, cancellation);
        if (Work is null)
            return true;
        var items = await db.ReportDrafts.AsNoTracking().Where(d => d.ReportId == Id).ToListAsync(cancellation);
        var ids = items.Select(d => d.DraftId).OfType<Guid>().ToList();
        var activities = await db.Activities.AsNoTracking().Include(a => a.Kinds).Include(a => a.Quantities).AsSplitQuery()
            .Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancellation);
        var routines = await db.Routines.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellation);
        var cards = items.OrderBy(d => d.Start).ThenBy(d => d.Id)
            .Select(d => new DraftCard(d, activities.GetValueOrDefault(d.DraftId ?? default), routines.GetValueOrDefault(d.DraftId ?? default))).ToList();
        Cards = [.. cards.Where(c => c.Item.State != DraftState.Known).OrderBy(c => c.Item.Doubts == Doubts.None), .. cards.Where(c => c.Item.State == DraftState.Known)];
        Lines = Split(Work.Text, cards);
        return true;
    }

    private static List<IReadOnlyList<TextPiece>> Split(string text, List<DraftCard> cards)
    {
        List<IReadOnlyList<TextPiece>> lines = [];
        var next = 0;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            List<TextPiece> pieces = [];
            var at = start;
            for (; next < cards.Count && cards[next].Item.Start < end; next++)
            {
                // An arrangement and its figure are read from the same words.
                var item = cards[next].Item;
                if (item.Start < at)
                    continue;
                pieces.Add(new(text[at..item.Start], null));
                at = Math.Min(item.End, end);
                pieces.Add(new(text[item.Start..at], cards[next]));
            }
            pieces.Add(new(text[at..end].TrimEnd('\r'), null));
            lines.Add(pieces);
            start = end + 1;
        }
        return lines;
    }
}
