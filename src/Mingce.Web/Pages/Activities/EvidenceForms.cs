using Mingce.Core;
using Mingce.Core.Storage;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Mingce.Web.Pages.Activities;

/// <summary>What the two forms that take files share.</summary>
internal static class EvidenceForms
{
    /// <summary>All names are looked at before the bytes of any file are kept.</summary>
    public static void RefuseSecrecyMarks(this ModelStateDictionary state, string field, IEnumerable<IFormFile> files)
    {
        foreach (var file in files)
        {
            try
            {
                EvidenceIntake.RefuseSecrecyMarks(file.FileName);
            }
            catch (UserFaultException e)
            {
                state.AddModelError(field, e.Message);
            }
        }
    }

    /// <summary>Keeps the files, each content once.</summary>
    /// <returns>Rows to save; null where a file cannot be taken, and the form says why.</returns>
    public static async Task<IReadOnlyList<Evidence>?> KeepFilesAsync(
        this PageModel page, EvidenceStore store, Activity activity, IEnumerable<IFormFile> files, bool isScreenshot, DateTime now, CancellationToken cancellation)
    {
        var kept = new List<Evidence>();
        try
        {
            foreach (var file in files.Where(f => f.Length > 0))
            {
                await using var content = file.OpenReadStream();
                kept.Add(await EvidenceIntake.KeepAsync(store, activity, file.FileName, content, isScreenshot, now, cancellation));
            }
        }
        catch (UserFaultException e)
        {
            page.ModelState.AddModelError("Files", e.Message);
            return null;
        }
        var known = activity.Evidence.Select(e => e.Sha256);
        return [.. kept.ExceptBy(known, e => e.Sha256)];
    }
}
