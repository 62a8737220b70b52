using Mingce.Core;
using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>认定: what no record can show, stated by a named person with the reason.</summary>
[AccessRule(Resource.Attestation, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class AttestationModel(LedgerDb db, Session session, Scheme scheme, TimeProvider time) : AssessmentPage(db, session, scheme, time)
{
    private readonly LedgerDb db = db;
    private readonly Session session = session;
    private readonly TimeProvider time = time;

    [FromRoute]
    public string StandardId { get; set; } = "";

    /// <summary>A check, a fault of one, not-applicable, or the id of an earlier document.</summary>
    [FromRoute]
    public string Place { get; set; } = "";

    public AttestationTarget Target { get; private set; } = null!;
    public AttestationForm Input { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindTargetAsync(cancellation))
            return NotFound();
        Input = AttestationForm.Of(Target, this, await FindEntryAsync(cancellation));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] AttestationForm input, CancellationToken cancellation)
    {
        if (!await FindTargetAsync(cancellation))
            return NotFound();
        var entry = await FindEntryAsync(cancellation);
        Input = input.For(Target, this, entry);
        foreach (var (field, message) in Input.Faults(Year, OfficeCalendar.Today(time)))
            ModelState.AddModelError(field, message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if ((entry?.Version ?? 0) != Input.Version)
            return Lost();
        Write(entry);
        return await SaveAsync(entry is null, $"{Target.Name}已保存。", cancellation);
    }

    /// <summary>Takes back what was stated: it then counts as not stated.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync([FromForm] AttestationForm input, CancellationToken cancellation)
    {
        if (!await FindTargetAsync(cancellation))
            return NotFound();
        var entry = await FindEntryAsync(cancellation);
        Input = AttestationForm.Of(Target, this, entry);
        if (entry is null || entry.Version != input.Version)
            return Lost();
        db.Remove(entry);
        db.Record(session.Change(), entry, "撤回" + AttestationForm.Told(Target, entry));
        return await SaveAsync(isNew: false, $"{Target.Name}已撤回。", cancellation);
    }

    private async Task<bool> FindTargetAsync(CancellationToken cancellation)
    {
        var standard = Scheme.Standards.FirstOrDefault(s => s.Id == StandardId);
        Target = standard is null ? null!
            : Place == "not-applicable" ? AttestationTarget.Of(standard)
            : Guid.TryParse(Place, out var id) ? (await FindDocumentAsync(standard, id, cancellation))!
            : standard.Checks.SelectMany(check => AttestationTarget.Of(standard.Id, check)).FirstOrDefault(target => target.Place == Place)!;
        return Target is not null;
    }

    private async Task<AttestationTarget?> FindDocumentAsync(Standard standard, Guid id, CancellationToken cancellation) =>
        standard.Checks.Any(check => check is DocumentsCheck { InForce: true })
            && await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Status == ActivityStatus.Entered, cancellation) is { } activity
            ? AttestationTarget.Of(standard.Id, activity)
            : null;

    private Task<AttestationEntry?> FindEntryAsync(CancellationToken cancellation) => db.Attestations.FirstOrDefaultAsync(
        a => a.SchemeId == Scheme.Id && a.Year == Year && a.Kind == Target.Kind && a.Subject == Target.Subject, cancellation);

    private void Write(AttestationEntry? entry)
    {
        var change = session.Change(Input.Reason?.Trim() ?? "");
        if (entry is null)
        {
            var stated = new AttestationEntry
            {
                UnitId = session.Me.UnitId,
                SchemeId = Scheme.Id,
                Year = Year,
                Kind = Target.Kind,
                Subject = Target.Subject,
                Reason = "",
                GivenBy = change.By,
                GivenAt = change.At,
            };
            Input.WriteTo(stated);
            db.Add(change, stated, AttestationForm.Told(Target, stated));
            return;
        }
        var former = AttestationForm.Told(Target, entry);
        Input.WriteTo(entry);
        (entry.GivenBy, entry.GivenAt) = (change.By, change.At);
        db.Record(change, entry, $"{AttestationForm.Told(Target, entry)}（原：{former}）");
    }

    private async Task<IActionResult> SaveAsync(bool isNew, string notice, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || isNew)
        {
            // Somebody changed it, or stated the first one, between our look and our write.
            db.ChangeTracker.Clear();
            Input.For(Target, this, await FindEntryAsync(cancellation));
            return Lost();
        }
        TempData["Notice"] = notice;
        return Redirect($"/assessment/{Uri.EscapeDataString(StandardId)}?{Query}");
    }

    // The next try is made against what is stated now, which the page shows.
    private PageResult Lost()
    {
        ModelState.Clear();
        Input.Version = Input.Given?.Version ?? 0;
        ModelState.AddModelError("", "这项内容刚被他人修改，您的内容未保存，但保留在下面。请核对现有内容后再保存。");
        return this.Unprocessable(StatusCodes.Status409Conflict);
    }
}
