using Microsoft.AspNetCore.StaticFiles;

namespace Mingce.Web.Infrastructure;

/// <summary>Headers of every answer.</summary>
internal static class SecurityHeaders
{
    private const string Csp =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task SendAsync(HttpContext context, RequestDelegate next)
    {
        // At the very end: the exception handler clears headers that were set earlier.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Csp;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            // Only files say how long they last; pages are never kept.
            if (!headers.CacheControl.ToString().Contains("max-age", StringComparison.Ordinal) || context.Response.StatusCode >= StatusCodes.Status400BadRequest)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>A file asked for by its version never changes.</summary>
    public static void CacheStaticFile(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
}
