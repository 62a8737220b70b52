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

    /// <summary>The same page again after a lost race, with what was typed; the page shows the version that the next try is made against.</summary>
    public static PageResult LostRace(this PageModel page)
    {
        page.ModelState.Clear();
        return page.Unprocessable("", "这条内容刚被他人修改，您的内容未保存，但保留在下面。请先查看最新内容，核对后再保存。", StatusCodes.Status409Conflict);
    }

    /// <summary>The same page again with one fault.</summary>
    /// <param name="field">The field that it is about; empty for the whole form.</param>
    public static PageResult Unprocessable(this PageModel page, string field, string message, int status = StatusCodes.Status422UnprocessableEntity)
    {
        page.ModelState.AddModelError(field, message);
        return page.Unprocessable(status);
    }
}
