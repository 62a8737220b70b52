using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Mingce.Web.Infrastructure;

/// <summary>A page that shows nothing but the unit's ledger, the account and the day: the same request gets the same bytes until one of them changes.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CachedPageAttribute : Attribute;

/// <summary>
/// Answers with the bytes that the same account got from the same address, while nothing of the unit has changed (ADR 9).
/// Stands behind the check of session and access, so that both are asked every time.
/// </summary>
internal sealed class CachedPages(RequestDelegate next, IOptions<AntiforgeryOptions> forms, IOptions<CookieTempDataProviderOptions> notices)
{
    private const string Html = "text/html; charset=utf-8";
    private const int LongestKey = 1000;

    public async Task InvokeAsync(HttpContext context, Session session)
    {
        if (KeyOf(context, session) is not { } key)
        {
            await next(context);
            return;
        }
        var page = await session.Cache!.GetAsync(key, () => RenderAsync(context), kept => kept.Bytes.Length);
        if (page is not null && !context.Response.HasStarted)
        {
            context.Response.ContentType = Html;
            context.Response.ContentLength = page.Bytes.Length;
            context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            context.Response.Headers.ContentEncoding = page.Encoding;
            await context.Response.Body.WriteAsync(page.Bytes, context.RequestAborted);
        }
    }

    // The forms of a page are made for the browser's cookie; a waiting notice is shown once.
    private string? KeyOf(HttpContext context, Session session)
    {
        var request = context.Request;
        return session is { Account: { } account, Cache: not null } && HttpMethods.IsGet(request.Method)
            && context.GetEndpoint()?.Metadata.GetMetadata<CachedPageAttribute>() is not null
            && request.Cookies[forms.Value.Cookie.Name!] is { } form && !request.Cookies.ContainsKey(notices.Value.Cookie.Name!)
            && $"page {account.Id} {form} {request.Headers.AcceptEncoding} {request.PathBase}{request.Path}{request.QueryString}" is { Length: <= LongestKey } key ? key : null;
    }

    /// <returns>Null for what is not kept and is sent as it is: anything but a whole page that sets no cookie.</returns>
    private async Task<Page?> RenderAsync(HttpContext context)
    {
        var (response, body) = (context.Response, context.Response.Body);
        using var rendered = new MemoryStream();
        response.Body = rendered;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }
        // Every page deletes the notice that it may have shown; here there was none.
        var shown = $"{notices.Value.Cookie.Name}=;";
        if (response is { StatusCode: StatusCodes.Status200OK, ContentType: Html }
            && response.Headers.SetCookie.All(cookie => cookie!.StartsWith(shown, StringComparison.Ordinal)))
        {
            return new Page(rendered.ToArray(), response.Headers.ContentEncoding);
        }
        rendered.Position = 0;
        await rendered.CopyToAsync(body, context.RequestAborted);
        return null;
    }

    /// <param name="Encoding">How the bytes are compressed; empty for not at all.</param>
    private sealed record Page(byte[] Bytes, StringValues Encoding);
}
