using Microsoft.AspNetCore.Mvc.Filters;

namespace Mingce.Web.Infrastructure;

/// <summary>
/// 405 for a method that a page does not handle: Razor Pages would show the page without having read anything.
/// 400 for a NUL, which PostgreSQL does not take, and for U+FFFE, which cannot be normalized: nobody types either.
/// </summary>
internal sealed class KnownRequestsFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null)
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        else if (context.ModelState.Values.Any(field => field.AttemptedValue.AsSpan().ContainsAny('\0', '\uFFFE')))
            context.Result = new BadRequestResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
