using Mingce.Rules;

namespace Mingce.Web.Pages.Activities;

/// <summary>补充佐证 of an entered activity: files, a link, or the whereabouts of an original.</summary>
[AccessRule(Resource.Evidence, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(Server.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = Server.LargestUpload)]
internal sealed class NewEvidenceModel(LedgerDb db, Session session, FormFiles files, KindCatalogue kinds) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Activity Activity { get; private set; } = null!;

    /// <summary>Made with the form: files that come ahead of it are told by it.</summary>
    [BindProperty]
    public Guid FormId { get; set; }

    /// <summary>Files that came ahead of the form.</summary>
    public IReadOnlyList<PendingFile> Waiting => files.Waiting;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public bool IsScreenshot { get; set; }

    // Each form of the page fills only its own part, so these are checked by the handlers.
    [BindProperty]
    public LinkForm Link { get; set; } = new();

    [BindProperty]
    public OriginalForm Original { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindActivityAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindActivityAsync(cancellation))
            return NotFound();
        await files.KeepAsync(ModelState, nameof(Files), Files, cancellation);
        if (!ModelState.IsValid)
        {
            await files.HoldAsync(FormId, cancellation);
            return this.Unprocessable();
        }
        var kept = await files.TakeAsync(FormId, Activity, IsScreenshot, cancellation);
        if (kept.Count == 0)
            return this.Unprocessable(nameof(Files), Files.Count + Waiting.Count == 0 ? "请选择要上传的照片或文件。" : "所选文件已在本活动的佐证材料中，无需重复上传。");
        var hashes = kept.Select(e => e.Sha256).ToList();
        var elsewhere = await db.Evidence.CountAsync(e => hashes.Contains(e.Sha256) && e.ActivityId != Id, cancellation);
        var saved = await SaveAsync(kept, elsewhere == 0 ? "" : $"其中有文件已用于其他活动（{elsewhere} 处），请核对是否重复使用。", cancellation);
        files.Prepare(kept);
        return saved;
    }

    /// <summary>移除 without JavaScript: the same form without a file that came ahead of it.</summary>
    public async Task<IActionResult> OnPostDropAsync(string? hash, CancellationToken cancellation)
    {
        if (!await FindActivityAsync(cancellation))
            return NotFound();
        await files.KeepAsync(ModelState, nameof(Files), Files, cancellation);
        await files.HoldAsync(FormId, cancellation);
        await files.DropAsync(FormId, hash, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation)
    {
        if (!await FindActivityAsync(cancellation))
            return NotFound();
        Require("Link.Title", Link.Title, 200, "请填写链接名称。");
        if (!Uri.TryCreate(Link.Url?.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || Link.Url!.Length > 2000)
            ModelState.AddModelError("Link.Url", "网址不正确，应以 http:// 或 https:// 开头。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        return await SaveAsync([NewRow(EvidenceForm.Link, Link.Title!, url: url!.AbsoluteUri)], "", cancellation);
    }

    public async Task<IActionResult> OnPostOriginalAsync(CancellationToken cancellation)
    {
        if (!await FindActivityAsync(cancellation))
            return NotFound();
        Require("Original.Title", Original.Title, 200, "请填写材料名称。");
        Require("Original.Place", Original.Place, 100, "请填写存放处。");
        Require("Original.Keeper", Original.Keeper, 50, "请填写保管人。");
        if (Original.Number?.Length > 100)
            ModelState.AddModelError("Original.Number", "文号或编号不超过100字。");
        if (!ModelState.IsValid)
            return this.Unprocessable();
        return await SaveAsync([NewRow(EvidenceForm.Original, Original.Title!, original: Original)], "", cancellation);
    }

    private async Task<bool> FindActivityAsync(CancellationToken cancellation)
    {
        var activity = await db.Activities.Include(a => a.Kinds).Include(a => a.Evidence)
            .FirstOrDefaultAsync(a => a.Id == Id && a.Status == ActivityStatus.Entered, cancellation);
        Activity = activity!;
        // The other forms of the page do not carry it.
        if (FormId == Guid.Empty)
            FormId = Guid.CreateVersion7();
        return activity is not null && !activity.KindIds.Any(kinds.HasNoContent);
    }

    private void Require(string field, string? value, int longest, string message)
    {
        if (string.IsNullOrWhiteSpace(value))
            ModelState.AddModelError(field, message);
        else if (value.Length > longest)
            ModelState.AddModelError(field, $"不超过{longest}字，请缩短。");
    }

    private Evidence NewRow(EvidenceForm form, string title, string url = "", OriginalForm? original = null) => new()
    {
        UnitId = Activity.UnitId,
        ActivityId = Id,
        Form = form,
        Title = title.Trim(),
        AddedAt = session.Change().At,
        Url = url,
        OriginalNumber = original?.Number?.Trim() ?? "",
        OriginalPlace = original?.Place?.Trim() ?? "",
        OriginalKeeper = original?.Keeper?.Trim() ?? "",
    };

    private async Task<IActionResult> SaveAsync(IReadOnlyList<Evidence> rows, string remark, CancellationToken cancellation)
    {
        files.Add(rows);
        db.Record(session.Change(), Activity, $"补充佐证 {rows.Count} 件：{string.Join("、", rows.Take(5).Select(e => e.Title))}");
        await db.SaveChangesAsync(cancellation);
        TempData["Notice"] = $"已补充佐证 {rows.Count} 件。{remark}";
        return Redirect($"/activities/{Id}#evidence");
    }
}

/// <summary>网页链接.</summary>
public sealed class LinkForm
{
    public string? Title { get; set; }
    public string? Url { get; set; }
}

/// <summary>原件备查.</summary>
public sealed class OriginalForm
{
    public string? Title { get; set; }
    public string? Number { get; set; }
    public string? Place { get; set; }
    public string? Keeper { get; set; }
}
