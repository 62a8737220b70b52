using Microsoft.AspNetCore.Authentication;

namespace Mingce.Web.Infrastructure.Access;

/// <summary>Enforces the access rule of the endpoint; rows of other units are kept out by the ledger's own filter.</summary>
internal sealed class AccessMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Session session, FirstSetup setup)
    {
        // Routing answers 405 and 415 by endpoints of its own, which have no route.
        if (context.GetEndpoint() is RouteEndpoint endpoint)
        {
            var rule = endpoint.Metadata.GetMetadata<AccessRuleAttribute>()
                ?? throw new InvalidOperationException($"{endpoint.DisplayName} carries no access rule.");
            if (setup.IsOpen && rule.Resource is not (Resource.Setup or Resource.Error))
            {
                context.Response.Redirect("/setup");
                return;
            }
            if (rule.Relation != Relation.Public && session.Account is null)
            {
                // What was typed when the session ended is not lost: the page of the status asks for the password and keeps it.
                if (await KeptForm.ReadAsync(context.Request) is { } form)
                {
                    context.Items[typeof(KeptForm)] = form;
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return;
                }
                await context.ChallengeAsync();
                return;
            }
            if (session.Account is { MustChangePassword: true } && rule.Resource != Resource.Session && rule.Relation != Relation.Public)
            {
                context.Response.Redirect("/password");
                return;
            }
            if (rule.Relation == Relation.OwnUnit && !session.May(rule.Resource, rule.Action))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }
        }
        await next(context);
    }
}
