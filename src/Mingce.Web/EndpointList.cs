using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Mingce.Web;

/// <summary>One address of the server, its methods and who may use it.</summary>
public sealed record EndpointInfo(string Route, IReadOnlyList<string> Methods, AccessRuleAttribute Rule);

/// <summary>Every address of a server.</summary>
public static class EndpointList
{
    /// <exception cref="InvalidOperationException">An endpoint does not carry exactly one access rule.</exception>
    public static IReadOnlyList<EndpointInfo> Of(WebApplication app) =>
        [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => Describe(app, e))
            // A page named Index answers under two patterns, of which the longer is never linked.
            .Where(e => !e.Route.EndsWith("/Index", StringComparison.Ordinal))
            .OrderBy(e => e.Route, StringComparer.Ordinal)];

    private static EndpointInfo Describe(WebApplication app, RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        // A page's attributes and handlers are known only once it is loaded; compiled pages load at once.
        var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor
            ? app.Services.GetRequiredService<PageLoader>().LoadAsync(descriptor, EndpointMetadataCollection.Empty).GetAwaiter().GetResult()
            : null;
        var rules = (page?.Endpoint ?? endpoint).Metadata.GetOrderedMetadata<AccessRuleAttribute>();
        if (rules.Count != 1)
            throw new InvalidOperationException($"Endpoint {route} carries {rules.Count} access rules instead of one.");

        var methods = page is null
            ? endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
            : [.. page.HandlerMethods.Select(m => m.HttpMethod.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new EndpointInfo(route, methods, rules[0]);
    }
}
