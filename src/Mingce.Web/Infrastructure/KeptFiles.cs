using Mingce.Core.Storage;
using Microsoft.Net.Http.Headers;

namespace Mingce.Web.Infrastructure;

/// <summary>Sends the original bytes of a kept file, checked against their hash while they go out.</summary>
internal static class KeptFiles
{
    public static async Task SendAsync(HttpContext context, string sha256, string fileName, string mediaType)
    {
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{sha256}\"");
        // Kept by the browser, but asked for each time: after signing out nothing is shown.
        headers.CacheControl = new CacheControlHeaderValue { Private = true, MaxAge = TimeSpan.Zero, MustRevalidate = true };
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(headers.ETag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var disposition = new ContentDispositionHeaderValue(EvidenceIntake.IsShownInline(mediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(fileName);
        headers.ContentDisposition = disposition;
        context.Response.ContentType = mediaType;
        // No Content-Length: bytes that turn out wrong at the end must not look complete.
        await context.RequestServices.GetRequiredService<EvidenceStore>().CopyToAsync(sha256, context.Response.Body, context.RequestAborted);
    }
}
