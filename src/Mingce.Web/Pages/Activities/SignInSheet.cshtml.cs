using Mingce.Rules;

namespace Mingce.Web.Pages.Activities;

/// <summary>上传签到表: the signed sheet, scanned or photographed, as a document of the same activity. Its title names it, so that standards find it.</summary>
[AccessRule(Resource.Evidence, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(Server.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = Server.LargestUpload)]
internal sealed class SignInSheetModel(LedgerDb db, Session session, FormFiles files, KindCatalogue kinds) : PageModel
{
    private const string Sheet = "签到表";
    private const int LongestTitle = 200;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public Activity Activity { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Files.Count == 0)
            ModelState.AddModelError(nameof(Files), "请选择签到表的照片或扫描件。");
        await files.KeepAsync(ModelState, nameof(Files), Files, cancellation);
        if (!ModelState.IsValid)
            return this.Unprocessable();
        var change = session.Change();
        var kept = await files.TakeAsync(Guid.Empty, Activity, isScreenshot: false, cancellation);
        if (kept.Count == 0)
            return this.Unprocessable(nameof(Files), "所选文件已在本活动的佐证材料中，无需重复上传。");
        foreach (var (number, evidence) in kept.Index())
        {
            // A photo shows a deed; a photographed paper is a document.
            evidence.Form = EvidenceForm.Document;
            evidence.Title = TitleOf(number + 1, kept.Count);
        }
        files.Add(kept);
        db.Record(change, Activity, kept.Count == 1 ? "上传签到表" : $"上传签到表 {kept.Count} 页");
        await db.SaveChangesAsync(cancellation);
        files.Prepare(kept);
        TempData["Notice"] = "签到表已作为本活动的佐证保存。实到人数请按签到表核对后填写。";
        return Redirect($"/activities/{Id}#evidence");
    }

    private string TitleOf(int page, int pages)
    {
        var end = Sheet + (pages == 1 ? "" : $"（第{page}页）");
        var title = Activity.Title.Length > LongestTitle - end.Length ? Activity.Title[..(LongestTitle - end.Length)] : Activity.Title;
        return title.Contains(Sheet, StringComparison.Ordinal) ? title : title + end;
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        Activity = (await db.Activities.Include(a => a.Evidence).Include(a => a.Kinds).FirstOrDefaultAsync(a => a.Id == Id && a.Status == ActivityStatus.Entered, cancellation))!;
        return Activity is not null && !Activity.KindIds.Any(kinds.HasNoContent);
    }
}
