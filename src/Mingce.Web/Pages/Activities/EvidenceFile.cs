namespace Mingce.Web.Pages.Activities;

/// <summary>The original bytes of a piece of evidence.</summary>
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
        if (evidence is { HasFile: true })
            await KeptFiles.SendAsync(context, evidence.Sha256, evidence.FileName, evidence.MediaType);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
