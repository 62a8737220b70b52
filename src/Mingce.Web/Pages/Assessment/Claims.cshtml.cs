using System.ComponentModel.DataAnnotations;
using Mingce.Core.Assessment;
using Mingce.Rules.Schemes;

namespace Mingce.Web.Pages.Assessment;

/// <summary>加分申报: honours claimed under one check, each with the record that proves it.</summary>
[AccessRule(Resource.Attestation, AccessAction.Edit, Relation.OwnUnit)]
internal sealed class ClaimsModel(LedgerDb db, Session session, Scheme scheme, TimeProvider time) : AssessmentPage(db, session, scheme, time)
{
    private readonly LedgerDb db = db;
    private readonly Session session = session;

    [FromRoute]
    public string StandardId { get; set; } = "";

    [FromRoute]
    public string CheckId { get; set; } = "";

    public BonusCheck Check { get; private set; } = null!;
    public ClaimForm Input { get; private set; } = new();
    public IReadOnlyList<AttestationEntry> Claims { get; private set; } = [];

    /// <summary>Records of the year that can prove an honour: 评选表彰 first.</summary>
    public IReadOnlyList<Activity> Records { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindCheckAsync(cancellation))
            return NotFound();
        Input = new ClaimForm().For(Check, Records);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] ClaimForm input, CancellationToken cancellation)
    {
        if (!await FindCheckAsync(cancellation))
            return NotFound();
        Input = input.For(Check, Records);
        foreach (var (field, message) in Input.Faults())
            ModelState.AddModelError(field, message);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var change = session.Change(Input.Reason!.Trim());
        var entry = new AttestationEntry
        {
            UnitId = session.Me.UnitId,
            SchemeId = Scheme.Id,
            Year = Year,
            Kind = AttestationKind.Bonus,
            Subject = CheckId,
            About = Input.Work!.Trim(),
            Choice = Check.Levels.Count > 0 ? Input.Level! : "",
            Points = Check.Levels.Count > 0 ? null : (int)(Input.Points!.Value * 100),
            ActivityId = Input.ActivityId,
            Reason = change.Why,
            GivenBy = change.By,
            GivenAt = change.At,
        };
        db.Add(change, entry, $"申报加分 {CheckId}：{entry.About}");
        await db.SaveChangesAsync(cancellation);
        return Done("加分申报已保存。");
    }

    public async Task<IActionResult> OnPostRemovalAsync([FromForm] Guid id, CancellationToken cancellation)
    {
        if (!await FindCheckAsync(cancellation))
            return NotFound();
        if (await db.Attestations.FirstOrDefaultAsync(
            a => a.Id == id && a.SchemeId == Scheme.Id && a.Kind == AttestationKind.Bonus && a.Subject == CheckId && a.Year == Year, cancellation) is not { } entry)
            return NotFound();
        db.Remove(entry);
        db.Record(session.Change(), entry, $"撤回加分申报 {CheckId}：{entry.About}");
        await db.SaveChangesAsync(cancellation);
        return Done("加分申报已撤回。");
    }

    public string TitleOf(Guid? activityId) => Records.FirstOrDefault(a => a.Id == activityId)?.Title ?? "记录已不在本年度台账中";

    private async Task<bool> FindCheckAsync(CancellationToken cancellation)
    {
        var check = Scheme.Standards.FirstOrDefault(s => s.Id == StandardId)?.Checks.OfType<BonusCheck>().FirstOrDefault(c => c.Id == CheckId);
        Check = check!;
        if (check is null)
            return false;
        Claims = await db.Attestations.AsNoTracking()
            .Where(a => a.SchemeId == Scheme.Id && a.Year == Year && a.Kind == AttestationKind.Bonus && a.Subject == CheckId)
            .OrderBy(a => a.About).ThenBy(a => a.Id).ToListAsync(cancellation);
        DateOnly first = new(Year, 1, 1), last = new(Year, 12, 31);
        Records = await db.Activities.AsNoTracking().Include(a => a.Kinds).Include(a => a.Evidence).AsSplitQuery()
            .Where(a => a.Status == ActivityStatus.Entered && a.FromOn >= first && a.ToOn <= last && a.Kinds.Any(k => k.KindId == "honor"))
            .OrderByDescending(a => a.FromOn).ToListAsync(cancellation);
        return true;
    }

    private RedirectResult Done(string notice)
    {
        TempData["Notice"] = notice;
        return Redirect($"/assessment/{Uri.EscapeDataString(StandardId)}?{Query}");
    }
}

/// <summary>One claim, as the form holds it.</summary>
public sealed class ClaimForm
{
    [Display(Name = "工作名称"), StringLength(100, ErrorMessage = "工作名称不超过100字。")]
    public string? Work { get; set; }

    [Display(Name = "荣誉记录")]
    public Guid? ActivityId { get; set; }

    [Display(Name = "级别")]
    public string? Level { get; set; }

    [Display(Name = "加分")]
    public decimal? Points { get; set; }

    [Display(Name = "依据"), StringLength(500, ErrorMessage = "依据不超过500字。")]
    public string? Reason { get; set; }

    // What the form offers; set by the page, never taken from the request.
    internal IReadOnlyList<Activity> Records { get; private set; } = [];
    internal IReadOnlyList<BonusLevel> Levels { get; private set; } = [];

    internal ClaimForm For(BonusCheck check, IReadOnlyList<Activity> records)
    {
        (Levels, Records) = (check.Levels, records);
        return this;
    }

    /// <summary>What is wrong, by field.</summary>
    internal IEnumerable<(string Field, string Message)> Faults()
    {
        if (string.IsNullOrWhiteSpace(Work))
            yield return (nameof(Work), "请填写工作名称；同一工作只计最高的一项。");
        if (ActivityId is null || Records.All(record => record.Id != ActivityId))
            yield return (nameof(ActivityId), "请选择本年度“评选表彰”的活动记录；没有的先登记并补充佐证。");
        if (Levels.Count > 0 && Levels.All(level => level.Name != Level))
            yield return (nameof(Level), "请选择级别。");
        if (Levels.Count == 0 && !(Points is > 0 and <= 1000 && Points * 100 == decimal.Truncate(Points.Value * 100)))
            yield return (nameof(Points), "请填写加分，大于0，最多两位小数。");
        if (string.IsNullOrWhiteSpace(Reason))
            yield return (nameof(Reason), "请写明依据：何时由何单位授予何种荣誉。");
    }
}
