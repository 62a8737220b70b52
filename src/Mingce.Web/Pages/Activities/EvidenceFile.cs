using Mingce.Core.Storage;
using Microsoft.Net.Http.Headers;

namespace Mingce.Web.Pages.Activities;

/// <summary>The original bytes of a piece of evidence, checked against their hash while they go out.</summary>
internal static class EvidenceFile
{
    public static void Map(WebApplication app) =>
        app.MapGet("/activities/{activityId:guid}/evidence/{evidenceId:guid}", SendAsync)
            .WithMetadata(new AccessRuleAttribute(Resource.Activity, AccessAction.View, Relation.OwnUnit));

    private static async Task SendAsync(HttpContext context)
    {
        var activityId = Guid.Parse((string)context.GetRouteValue("activityId")!);
        var evidenceId = Guid.Parse((string)context.GetRouteValue("evidenceId")!);
        var evidence = await context.RequestServices.GetRequiredService<LedgerDb>().Evidence.AsNoTracking()
            .FirstOrDefaultAsync(e => e.Id == evidenceId && e.ActivityId == activityId, context.RequestAborted);
        if (evidence is not { HasFile: true })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = new EntityTagHeaderValue($"\"{evidence.Sha256}\"");
        // Kept by the browser, but asked for each time: after signing out nothing is shown.
        headers.CacheControl = new CacheControlHeaderValue { Private = true, MaxAge = TimeSpan.Zero, MustRevalidate = true };
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(headers.ETag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var disposition = new ContentDispositionHeaderValue(EvidenceIntake.IsShownInline(evidence.MediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(evidence.FileName);
        headers.ContentDisposition = disposition;
        context.Response.ContentType = evidence.MediaType;
        // No Content-Length: bytes that turn out wrong at the end must not look complete.
        await context.RequestServices.GetRequiredService<EvidenceStore>().CopyToAsync(evidence.Sha256, context.Response.Body, context.RequestAborted);
    }
}
