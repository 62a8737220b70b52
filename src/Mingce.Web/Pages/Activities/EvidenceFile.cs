using Mingce.Core.Pictures;

namespace Mingce.Web.Pages.Activities;

/// <summary>The bytes of a piece of evidence: the original, checked against its hash while it goes out, and a small copy of a picture.</summary>
internal static class EvidenceFile
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/activities/{activityId:guid}/evidence/{evidenceId:guid}", SendAsync)
            .WithMetadata(new AccessRuleAttribute(Resource.Activity, AccessAction.View, Relation.OwnUnit));
        app.MapGet("/activities/{activityId:guid}/evidence/{evidenceId:guid}/thumbnail", SendThumbnailAsync)
            .WithMetadata(new AccessRuleAttribute(Resource.Activity, AccessAction.View, Relation.OwnUnit));
    }

    private static async Task SendAsync(HttpContext context)
    {
        if (await FindAsync(context) is { } evidence)
            await KeptFiles.SendAsync(context, evidence.Sha256, evidence.FileName, evidence.MediaType, Thumbnails.MayDecode(evidence.MediaType, evidence.Width, evidence.Height));
    }

    private static async Task SendThumbnailAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { } evidence)
            return;
        var thumbnails = context.RequestServices.GetRequiredService<Thumbnails>();
        if (await thumbnails.FindAsync(evidence.Sha256, evidence.MediaType, evidence.Width, evidence.Height, context.RequestAborted) is not { } path)
        {
            context.Response.ContentType = "image/svg+xml";
            await context.Response.WriteAsync(Tile(evidence), context.RequestAborted);
            return;
        }
        if (KeptFiles.IsKnown(context, evidence.Sha256 + "-480"))
            return;
        context.Response.ContentType = "image/jpeg";
        await context.Response.SendFileAsync(path, context.RequestAborted);
    }

    // Answers 404 where the unit has none of that id.
    private static async Task<Evidence?> FindAsync(HttpContext context)
    {
        var activityId = Guid.Parse((string)context.GetRouteValue("activityId")!);
        var evidenceId = Guid.Parse((string)context.GetRouteValue("evidenceId")!);
        var evidence = await context.RequestServices.GetRequiredService<LedgerDb>().Evidence.AsNoTracking()
            .FirstOrDefaultAsync(e => e.Id == evidenceId && e.ActivityId == activityId, context.RequestAborted);
        if (evidence is { HasFile: true })
            return evidence;
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return null;
    }

    // Stands for what cannot be shown; the type is one of a few words, never the file's own.
    private static string Tile(Evidence evidence)
    {
        var word = evidence.MediaType switch
        {
            "image/jpeg" => "JPEG 图片",
            "image/png" => "PNG 图片",
            "image/gif" => "GIF 图片",
            "image/webp" => "WebP 图片",
            "image/heic" => "HEIC 照片",
            _ when evidence.IsPicture => "图片",
            _ => "文件",
        };
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"360\"><rect width=\"480\" height=\"360\" fill=\"#e6eaef\"/>"
            + $"<text x=\"240\" y=\"192\" font-size=\"36\" font-family=\"sans-serif\" text-anchor=\"middle\" fill=\"#59626e\">{word}</text></svg>";
    }
}
