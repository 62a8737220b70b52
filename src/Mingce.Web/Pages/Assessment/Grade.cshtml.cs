using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>人工评定: points that only a person can judge, with name and reason.</summary>
[AccessRule(Resource.Grade, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class GradeModel(LedgerDb db, Session session, Scheme scheme, TimeProvider time) : AssessmentPage(db, scheme, time)
{
    private readonly LedgerDb db = db;

    [FromRoute]
    public string StandardId { get; set; } = "";

    [FromRoute]
    public string CheckId { get; set; } = "";

    public GradeCheck Check { get; private set; } = null!;
    public GradeForm Input { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!FindCheck())
            return NotFound();
        Input = GradeForm.Of(StandardId, Check, Year, await FindGradeAsync(cancellation));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] GradeForm input, CancellationToken cancellation)
    {
        if (!FindCheck())
            return NotFound();
        var grade = await FindGradeAsync(cancellation);
        Input = input.For(StandardId, Check, Year, grade);
        if (Input.Points is not null && Input.Hundredths is null)
            ModelState.AddModelError(nameof(GradeForm.Points), $"得分应在 0 至 {Input.Most} 之间，最多两位小数。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        if ((grade?.Version ?? 0) != Input.Version)
            return Lost();

        Write(grade, Input.Hundredths!.Value, Input.Reason.Trim());
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || grade is null)
        {
            // Somebody changed it, or gave the first one, between our look and our write.
            db.ChangeTracker.Clear();
            Input.For(StandardId, Check, Year, await FindGradeAsync(cancellation));
            return Lost();
        }
        TempData["Notice"] = "人工评定已保存。";
        return Redirect($"/assessment/{Uri.EscapeDataString(StandardId)}?year={Year}");
    }

    private bool FindCheck()
    {
        var check = Scheme.Standards.FirstOrDefault(s => s.Id == StandardId)?.Checks.OfType<GradeCheck>().FirstOrDefault(c => c.Id == CheckId);
        Check = check!;
        return check is not null;
    }

    private Task<AttestationEntry?> FindGradeAsync(CancellationToken cancellation) =>
        db.Attestations.FirstOrDefaultAsync(g => g.SchemeId == Scheme.Id && g.Year == Year && g.Kind == AttestationKind.Grade && g.Subject == CheckId, cancellation);

    private void Write(AttestationEntry? grade, int points, string reason)
    {
        var change = session.Change(reason);
        var what = $"人工评定 {CheckId}：{PointsText.Of(points)} 分";
        if (grade is null)
        {
            db.Add(change, new AttestationEntry
            {
                UnitId = session.Me.UnitId,
                SchemeId = Scheme.Id,
                Kind = AttestationKind.Grade,
                Subject = CheckId,
                Year = Year,
                Points = points,
                Reason = reason,
                GivenBy = change.By,
                GivenAt = change.At,
            }, what);
            return;
        }
        what += $"（原 {PointsText.Of(grade.Points ?? 0)} 分）";
        (grade.Points, grade.Reason, grade.GivenBy, grade.GivenAt) = (points, reason, change.By, change.At);
        db.Record(change, grade, what);
    }

    // The next try is made against the grade as it is now, which the page shows.
    private PageResult Lost()
    {
        ModelState.Clear();
        Input.Version = Input.Given?.Version ?? 0;
        ModelState.AddModelError("", "这项评定刚被他人修改，您的内容未保存，但保留在下面。请核对现有评定后再保存。");
        return this.Unprocessable(StatusCodes.Status409Conflict);
    }
}
