namespace Mingce.Web.Infrastructure;

/// <summary>设置: the pages behind that entry of the menu.</summary>
internal static class Settings
{
    private static readonly (string Address, string Name, Resource Resource, AccessAction Action)[] All =
    [
        ("/unit", "单位情况", Resource.Unit, AccessAction.Edit),
        ("/schemes", "测评体系", Resource.Unit, AccessAction.Edit),
        ("/kinds", "活动类型", Resource.Kind, AccessAction.Edit),
        ("/holidays", "节假日", Resource.Holiday, AccessAction.Edit),
        ("/reminders/robot", "群机器人提醒", Resource.ReminderRobot, AccessAction.Edit),
        ("/templates", "模板", Resource.Template, AccessAction.Edit),
        ("/phrases", "规范表述", Resource.Phrase, AccessAction.View),
        ("/retention", "保管期限", Resource.Retention, AccessAction.Edit),
        ("/accounts", "账号", Resource.Account, AccessAction.View),
        ("/stand-ins", "AB角", Resource.StandIn, AccessAction.View),
        ("/sign-ins", "登录记录", Resource.SignIn, AccessAction.View),
        ("/destructions", "销毁记录", Resource.Destruction, AccessAction.View),
    ];

    /// <summary>Those that the session may open.</summary>
    public static IEnumerable<SettingsPage> PagesFor(Session session) =>
        All.Where(page => session.May(page.Resource, page.Action)).Select(page => new SettingsPage(page.Address, page.Name));

    public static bool Covers(PathString path) => Array.Exists(All, page => path.StartsWithSegments(page.Address, StringComparison.OrdinalIgnoreCase));
}

/// <summary>One entry of 设置.</summary>
internal sealed record SettingsPage(string Address, string Name);
