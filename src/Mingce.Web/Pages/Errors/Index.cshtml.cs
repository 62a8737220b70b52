using Mingce.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;

namespace Mingce.Web.Pages.Errors;

/// <summary>The one page of what went wrong, with what to do next. The pipeline runs it in place of the page that failed.</summary>
[AccessRule(Resource.Error, AccessAction.View, Relation.Public)]
[IgnoreAntiforgeryToken]
internal sealed partial class IndexModel(ILogger<IndexModel> logger, IServiceProvider services) : PageModel
{
    public string Title { get; private set; } = "";
    public string Advice { get; private set; } = "";

    /// <summary>The form of signing in, with what was typed when the session was over.</summary>
    public SignInModel? SignInForm { get; private set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // Not bound as a parameter: where the form cannot be read, binding fails for this page too.
        var status = int.Parse((string)RouteData.Values["status"]!);
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (failure is not null)
            status = Response.StatusCode;
        else if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            status = StatusCodes.Status404NotFound; // typed into the address bar
        Response.StatusCode = status;

        (Title, var usual) = status switch
        {
            400 when Request.ContentLength > Server.LargestUpload => ("上传内容过大", "一次上传的文件合计不超过200 MB，请分几次上传。"),
            400 => ("请求无效", "页面可能已过期。请返回上一页，刷新后重新提交。"),
            401 => ("登录已过期", "您填写的内容已保留，尚未提交。请重新登录，登录后继续提交。"),
            403 => ("没有权限", "您的账号没有这项权限。如需办理，请联系本单位管理员。"),
            404 => ("没有找到", "这个页面或记录不存在，或不属于本单位。请核对网址，或从活动台账中查找。"),
            405 => ("不支持的操作", "请从页面上的按钮或链接进入。"),
            409 => ("已被他人修改", "这条记录刚被他人修改，未保存。请刷新后重试。"),
            413 => ("上传内容过大", "一次上传的文件合计不超过200 MB，请分几次上传。"),
            422 => ("填写有误", "请返回上一页更正后重新提交。"),
            503 => ("暂时无法处理", "请稍后重试。"),
            _ => ("程序出错", "操作没有完成。请稍后重试；仍不成功的，请将操作步骤和时间告知管理员。"),
        };
        if (HttpContext.Items[typeof(KeptForm)] is KeptForm form)
        {
            SignInForm = ActivatorUtilities.CreateInstance<SignInModel>(services);
            SignInForm.Kept = form.Seal(services.GetRequiredService<IDataProtectionProvider>());
        }
        Advice = (failure is null ? null : Faults.Explain(failure)) ?? usual;
        if (failure is not null && Faults.Explain(failure) is null)
            LogFailure(logger, failure);
    }

    [LoggerMessage(LogLevel.Error, "A request failed")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
