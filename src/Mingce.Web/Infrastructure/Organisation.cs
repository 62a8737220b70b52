namespace Mingce.Web.Infrastructure;

/// <summary>机构人员: the pages behind that entry of the menu.</summary>
internal static class Organisation
{
    private static readonly (string Address, string Name, Resource Resource)[] All =
    [
        ("/people", "人员", Resource.Person),
        ("/departments", "", Resource.Body),
        ("/groups", "组织", Resource.Body),
        ("/volunteering", "志愿服务", Resource.Volunteering),
        ("/my-hours", "我的服务时长", Resource.OwnHours),
    ];

    /// <summary>Those that the session may open; departments are named by the unit's own word.</summary>
    public static IEnumerable<SettingsPage> PagesFor(Session session, string departmentWord = "") =>
        All.Where(page => session.May(page.Resource, AccessAction.View)).Select(page => new SettingsPage(page.Address, page.Name.Length > 0 ? page.Name : departmentWord));

    public static bool Covers(PathString path) => Array.Exists(All, page => path.StartsWithSegments(page.Address, StringComparison.OrdinalIgnoreCase));
}
