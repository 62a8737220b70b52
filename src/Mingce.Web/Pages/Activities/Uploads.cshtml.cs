using Mingce.Core;
using Mingce.Core.Storage;

namespace Mingce.Web.Pages.Activities;

/// <summary>Files that a script sends ahead of their form, one by one: sent again after a lost answer, a file arrives once.</summary>
[AccessRule(Resource.Evidence, AccessAction.Create, Relation.OwnUnit)]
[RequestSizeLimit(Server.LargestUpload), RequestFormLimits(MultipartBodyLengthLimit = Server.LargestUpload)]
internal sealed class UploadsModel(LedgerDb db, Session session, EvidenceStore store, PictureWorker pictures, PhotoUses uses) : PageModel
{
    private const int LongestKey = 64;

    private PendingFiles Pending => new(db, session.Me.Id);

    /// <summary>What has arrived for a form, and whether its record is entered.</summary>
    /// <param name="prepare">Waits until the pictures are compared with those of other records.</param>
    public async Task<IActionResult> OnGetAsync(Guid form, bool prepare, CancellationToken cancellation)
    {
        var waiting = await Pending.ReadAsync(form, cancellation);
        foreach (var picture in waiting.Where(p => prepare && p.File.IsPicture))
            await pictures.PrepareAsync(new(picture.UnitId, picture.Sha256, picture.MediaType, picture.Width, picture.Height), cancellation);
        var found = await uses.ReadAsync([.. waiting.Select(p => p.Sha256)], null, cancellation);
        return new JsonResult(new
        {
            saved = form != Guid.Empty && await db.Activities.AnyAsync(a => a.Id == form, cancellation),
            files = waiting.Select(p => Told(p.Key, p.File, found[p.Sha256])),
        });
    }

    public async Task<IActionResult> OnPostAsync(Guid form, string? key, string? path, IFormFile? file, CancellationToken cancellation)
    {
        if (form == Guid.Empty || file is null || !ModelState.IsValid || key?.Length > LongestKey)
            return Refused("未收到文件，请重新选择。");
        if (await db.Activities.AnyAsync(a => a.Id == form, cancellation))
            return Refused("这份登记已经保存，请用“补充佐证”上传。");
        try
        {
            await using var content = file.OpenReadStream();
            // The folders before the name may tell the day of a photo; they are not kept.
            var name = path is { Length: > 0 and < 2000 } && path.EndsWith(file.FileName, StringComparison.Ordinal) ? path : file.FileName;
            var kept = await EvidenceIntake.KeepAsync(store, name, content, session.Change().At, cancellation);
            await Pending.AddAsync(session.Me.UnitId, form, [kept], key ?? "", session.Change().At, cancellation);
            return new JsonResult(Told(key ?? "", kept, []));
        }
        catch (UserFaultException e)
        {
            return Refused(e.Message);
        }
    }

    /// <summary>Takes a file back before its form is saved.</summary>
    public async Task<IActionResult> OnPostDropAsync(Guid form, string? hash, CancellationToken cancellation)
    {
        await Pending.DropAsync(form, hash ?? "", cancellation);
        return new JsonResult(new { });
    }

    private static object Told(string key, ReceivedFile file, IEnumerable<PhotoUse> uses) => new
    {
        key,
        hash = file.Sha256,
        name = file.FileName,
        size = Words.Size(file.Size),
        day = file.PhotoOn?.ToString("yyyy-MM-dd"),
        mayBeOlder = file.PhotoDay?.MayBeOlder ?? false,
        dayText = file.PhotoDay is { } day ? Words.Of(day) : null,
        uses = uses.Select(use => new { text = use.Text, href = $"/activities/{use.ActivityId}" }),
    };

    private static JsonResult Refused(string message) => new(new { error = message }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
