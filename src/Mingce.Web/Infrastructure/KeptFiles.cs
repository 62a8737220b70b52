using Mingce.Core.Storage;
using Microsoft.Net.Http.Headers;

namespace Mingce.Web.Infrastructure;

/// <summary>Sends the original bytes of a kept file, checked against their hash while they go out.</summary>
internal static class KeptFiles
{
    /// <param name="mayShow">Whether a browser may decode it, if it is a picture that every browser shows.</param>
    public static async Task SendAsync(HttpContext context, string sha256, string fileName, string mediaType, bool mayShow = true)
    {
        if (IsKnown(context, sha256))
            return;
        var headers = context.Response.GetTypedHeaders();
        var disposition = new ContentDispositionHeaderValue(mayShow && EvidenceIntake.IsShownInline(mediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(fileName);
        headers.ContentDisposition = disposition;
        context.Response.ContentType = mediaType;
        // No Content-Length: bytes that turn out wrong at the end must not look complete.
        await context.RequestServices.GetRequiredService<EvidenceStore>().CopyToAsync(sha256, context.Response.Body, context.RequestAborted);
    }

    /// <summary>Answers 304 where the browser has it. What it keeps it asks for each time: after signing out nothing is shown.</summary>
    public static bool IsKnown(HttpContext context, string tag)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{tag}\"");
        headers.CacheControl = new CacheControlHeaderValue { Private = true, MaxAge = TimeSpan.Zero, MustRevalidate = true };
        if (!context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(headers.ETag, useStrongComparison: false)))
            return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
