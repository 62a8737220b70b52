using Microsoft.AspNetCore.Authentication;

namespace Mingce.Web.Infrastructure.Access;

/// <summary>Enforces the access rule of the endpoint; rows of other units are kept out by the ledger's own filter.</summary>
internal sealed class AccessMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Session session)
    {
        // Routing answers 405 and 415 by endpoints of its own, which have no route.
        if (context.GetEndpoint() is RouteEndpoint endpoint)
        {
            var rule = endpoint.Metadata.GetMetadata<AccessRuleAttribute>()
                ?? throw new InvalidOperationException($"{endpoint.DisplayName} carries no access rule.");
            if (rule.Relation != Relation.Public && session.Account is null)
            {
                await context.ChallengeAsync();
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
