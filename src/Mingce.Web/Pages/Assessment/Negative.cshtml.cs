using Mingce.Core;
using Mingce.Core.Assessment;
using Mingce.Core.Audit;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>负面清单自查: a named person looks through a list, item by item, and signs it.</summary>
[AccessRule(Resource.NegativeList, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class NegativeModel(LedgerDb db, Session session, Scheme scheme, TimeProvider time) : AssessmentPage(db, session, scheme, time)
{
    private readonly LedgerDb db = db;
    private readonly Session session = session;
    private readonly TimeProvider time = time;

    [FromRoute]
    public string ListId { get; set; } = "";

    public NegativeList List { get; private set; } = null!;
    public NegativeForm Input { get; private set; } = new();

    /// <summary>Who signed it, when; null where nobody has.</summary>
    public AttestationEntry? Signed { get; private set; }

    /// <summary>How the list stands by what is stored.</summary>
    public NegativeResult Result { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindListAsync(cancellation) is not { } stored)
            return NotFound();
        Input = NegativeForm.Of(List, stored, Signed?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] NegativeForm input, CancellationToken cancellation)
    {
        if (await FindListAsync(cancellation) is not { } stored)
            return NotFound();
        Input = input.For(List);
        foreach (var (field, message) in Input.Faults(OfficeCalendar.Today(time)))
            ModelState.AddModelError(field, message);
        if (!HasBegun)
            ModelState.AddModelError("", $"{Year}年度尚未开始，请在年内自查签署。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if ((Signed?.Version ?? 0) != Input.Version)
            return Lost();

        var change = session.Change();
        Write(change, stored);
        Sign(change);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || Input.Version == 0)
        {
            db.ChangeTracker.Clear();
            await FindListAsync(cancellation);
            return Lost();
        }
        TempData["Notice"] = "负面清单已自查并签署。";
        return Redirect($"/assessment?{Query}#negative");
    }

    /// <summary>The incidents that are stored for the year; null where the scheme has no such list.</summary>
    private async Task<List<AttestationEntry>?> FindListAsync(CancellationToken cancellation)
    {
        var list = Scheme.Negative.FirstOrDefault(list => list.Id == ListId);
        List = list!;
        if (list is null)
            return null;
        await ReadScorecardAsync(cancellation);
        Result = Scorecard.Negative.First(result => result.List.Id == ListId);
        Signed = await db.Attestations.FirstOrDefaultAsync(
            a => a.SchemeId == Scheme.Id && a.Year == Year && a.Kind == AttestationKind.SelfCheck && a.Subject == ListId, cancellation);
        var items = NegativeForm.ItemsOf(list).Select(item => item.Id).ToList();
        return await db.Attestations
            .Where(a => a.SchemeId == Scheme.Id && a.Year == Year && a.Kind == AttestationKind.Incident && items.Contains(a.Subject)).ToListAsync(cancellation);
    }

    private void Write(Change change, List<AttestationEntry> stored)
    {
        foreach (var row in Input.Items)
        {
            var entry = stored.FirstOrDefault(entry => entry.Subject == row.Id);
            var why = row.Reason?.Trim() ?? "";
            switch (row.Happened, entry)
            {
                case (true, null):
                    entry = NewEntry(change, AttestationKind.Incident, row.Id, why);
                    row.WriteTo(entry, List);
                    db.Add(change with { Why = why }, entry, $"负面清单 {row.Id}：发生，{row.On:yyyy-MM-dd}");
                    break;
                case (true, { } known) when row.Differs(known, List):
                    row.WriteTo(known, List);
                    (known.Reason, known.GivenBy, known.GivenAt) = (why, change.By, change.At);
                    db.Record(change with { Why = why }, known, $"负面清单 {row.Id}：更正，{row.On:yyyy-MM-dd}");
                    break;
                case (false, { } known):
                    db.Remove(known);
                    db.Record(change, known, $"负面清单 {row.Id}：改为未发生（原：{known.On:yyyy-MM-dd}，{known.Reason}）");
                    break;
            }
        }
    }

    private void Sign(Change change)
    {
        var today = OfficeCalendar.Today(time);
        // A year that is over is signed for its last day.
        var day = today.Year > Year ? new DateOnly(Year, 12, 31) : today;
        var what = $"负面清单 {ListId} 自查签署，发生 {Input.Items.Count(item => item.Happened)} 项";
        if (Signed is null)
        {
            Signed = NewEntry(change, AttestationKind.SelfCheck, ListId, "");
            Signed.On = day;
            db.Add(change, Signed, what);
            return;
        }
        (Signed.On, Signed.GivenBy, Signed.GivenAt) = (day, change.By, change.At);
        // Signing again on the same day is a new signature all the same.
        db.Entry(Signed).Property(entry => entry.GivenAt).IsModified = true;
        db.Record(change, Signed, what);
    }

    private AttestationEntry NewEntry(Change change, AttestationKind kind, string subject, string reason) => new()
    {
        UnitId = session.Me.UnitId,
        SchemeId = Scheme.Id,
        Year = Year,
        Kind = kind,
        Subject = subject,
        Reason = reason,
        GivenBy = change.By,
        GivenAt = change.At,
    };

    private PageResult Lost()
    {
        ModelState.Clear();
        Input.Version = Signed?.Version ?? 0;
        ModelState.AddModelError("", "这份清单刚被他人签署，您的内容未保存，但保留在下面。请核对后再签署。");
        return this.Unprocessable(StatusCodes.Status409Conflict);
    }
}
