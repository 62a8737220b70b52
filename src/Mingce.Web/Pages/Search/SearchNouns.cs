using Mingce.Core.Search;

namespace Mingce.Web.Pages.Search;

/// <summary>What can be found, in the order of the page, and who may find it.</summary>
internal static class SearchNouns
{
    private static readonly (Noun Noun, string Name, Resource Resource)[] All =
    [
        (Noun.Activity, "活动记录", Resource.Activity),
        (Noun.Evidence, "佐证材料", Resource.Activity),
        (Noun.Document, "文件内容", Resource.Activity),
        (Noun.WorkItem, "任务", Resource.WorkItem),
        (Noun.IncomingPaper, "来文", Resource.IncomingPaper),
        (Noun.IncomingDocument, "来文文件内容", Resource.IncomingPaper),
        (Noun.Return, "报送记录", Resource.Return),
        (Noun.ReturnDocument, "报送文件内容", Resource.Return),
    ];

    public static IReadOnlyList<Noun> For(Session session) => [.. All.Where(n => session.May(n.Resource, AccessAction.View)).Select(n => n.Noun)];

    /// <summary>Where a file that was found is 销毁'd.</summary>
    public static string DestructionOf(SearchEntry entry) => entry.Noun switch
    {
        Noun.IncomingDocument => $"/incoming-papers/{entry.OwnerId}/destruction",
        Noun.ReturnDocument => $"/returns/{entry.OwnerId}/destruction",
        _ => $"/activities/{entry.OwnerId}/evidence/{entry.SubjectId}/destruction",
    };

    public static string NameOf(Noun noun) => Array.Find(All, n => n.Noun == noun).Name;
}
