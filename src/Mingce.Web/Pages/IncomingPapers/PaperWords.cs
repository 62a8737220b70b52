using Mingce.Core.Audit;
using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>What 来文 and 报送 are called, and where they are.</summary>
internal static class PaperWords
{
    public static string NounOf(FiledEntity paper) => paper is IncomingPaper ? "来文" : "报送记录";

    public static string ListOf(FiledEntity paper) => paper is IncomingPaper ? "/incoming-papers" : "/returns";

    public static string AddressOf(FiledEntity paper) => $"{ListOf(paper)}/{paper.Id}";

    public static string AddressOf(PaperLink link) => link.Row is FiledEntity paper ? AddressOf(paper) : $"/work-items/{link.Row.Id}";

    /// <summary>Says in the history of what belongs to a paper where that has gone.</summary>
    public static void Tell(LedgerDb db, Change change, FiledEntity paper, IEnumerable<PaperLink> links, string what)
    {
        foreach (var link in links)
            db.Record(change, link.Row, $"{NounOf(paper)}“{paper.Title}”{what}");
    }
}
