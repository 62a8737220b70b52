using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>The original bytes of a 来文 and of a 报送.</summary>
internal static class PaperFiles
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/incoming-papers/{id:guid}/file", context => SendAsync<IncomingPaper>(context))
            .WithMetadata(new AccessRuleAttribute(Resource.IncomingPaper, AccessAction.View, Relation.OwnUnit));
        app.MapGet("/returns/{id:guid}/file", context => SendAsync<Return>(context))
            .WithMetadata(new AccessRuleAttribute(Resource.Return, AccessAction.View, Relation.OwnUnit));
    }

    private static async Task SendAsync<T>(HttpContext context)
        where T : FiledEntity
    {
        var id = Guid.Parse((string)context.GetRouteValue("id")!);
        var row = await context.RequestServices.GetRequiredService<LedgerDb>().Set<T>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, context.RequestAborted);
        if (row is { HasFile: true })
            await KeptFiles.SendAsync(context, row.Sha256, row.FileName, row.MediaType);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
