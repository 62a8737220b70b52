namespace Mingce.Web.Infrastructure;

/// <summary>How a form comes back that cannot be taken.</summary>
internal static class Forms
{
    /// <summary>The same page again, with what has to be put right.</summary>
    public static PageResult Unprocessable(this PageModel page, int status = StatusCodes.Status422UnprocessableEntity)
    {
        page.Response.StatusCode = status;
        return page.Page();
    }

    /// <summary>The same page again with one fault.</summary>
    /// <param name="field">The field that it is about; empty for the whole form.</param>
    public static PageResult Unprocessable(this PageModel page, string field, string message, int status = StatusCodes.Status422UnprocessableEntity)
    {
        page.ModelState.AddModelError(field, message);
        return page.Unprocessable(status);
    }
}
