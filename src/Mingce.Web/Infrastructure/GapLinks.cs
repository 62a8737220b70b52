using Mingce.Rules.Schemes;

namespace Mingce.Web.Infrastructure;

/// <summary>A gap with the standard and check it belongs to.</summary>
internal sealed record GapRow(StandardResult Standard, CheckResult Check, Gap Gap)
{
    /// <summary>Every gap that hangs on points, those of the most points first.</summary>
    public static IReadOnlyList<GapRow> Of(Scorecard scorecard) =>
        [.. scorecard.Standards.SelectMany(s => s.Checks.SelectMany(c => c.Gaps.Where(g => g.Points > 0).Select(g => new GapRow(s, c, g)))).OrderByDescending(row => row.Gap.Points)];
}

/// <summary>One thing to do about a gap.</summary>
internal sealed record GapLink(string Word, string Href);

/// <summary>
/// Where 待完善 leads to: to what exists already, to the plan while there is still time, to a record that lacks only its evidence.
/// Nothing here invites to make a paper afterwards.
/// </summary>
internal static class GapLinks
{
    private const int LongestTitle = 100;

    public static IEnumerable<GapLink> Of(GapRow row, Session session)
    {
        if (row.Check.Check is RecordCheck check)
        {
            if (session.May(Resource.Evidence, AccessAction.Create) && WithoutEvidence(row.Check) is { Count: > 0 } claimed)
                yield return new GapLink("上传", claimed.Count == 1 ? $"/activities/{claimed[0]}/evidence/new" : SearchHref(row.Check, check) + "&evidence=none");
            var plans = row.Gap.DueOn is not null && session.May(Resource.WorkItem, AccessAction.Create);
            // A deed of the days to come cannot be found yet; a document may have been there all the time.
            if (!plans || check is DocumentsCheck)
                yield return new GapLink("查找已有材料", SearchHref(row.Check, check));
            if (plans)
                yield return new GapLink("列入计划", PlanHref(row, row.Gap.DueOn!.Value));
        }
        else if (session.May(Resource.Attestation, AccessAction.Edit))
        {
            yield return new GapLink("核定", $"/assessment/{row.Standard.Id}");
        }
    }

    private static List<string> WithoutEvidence(CheckResult check) =>
        [.. check.Claimed.Where(claim => claim.Reason == "缺佐证材料").Select(claim => claim.Id).Distinct()];

    // The ledger, by the standard's kinds and the periods that lack something.
    private static string SearchHref(CheckResult result, RecordCheck check)
    {
        var open = result.Periods.Where(period => !period.Met).ToList();
        var query = new Dictionary<string, string?>();
        if (check.What.Kinds.Count > 0)
            query["kind"] = string.Join(',', check.What.Kinds);
        else if (check.What.Words is { Groups: [[var word, ..], ..] })
            query["q"] = word;
        if (open.Count > 0)
        {
            query["from"] = $"{open.Min(period => period.From):yyyy-MM-dd}";
            query["to"] = $"{open.Max(period => period.To):yyyy-MM-dd}";
        }
        return "/activities" + (query.Count == 0 ? "?status=" : QueryString.Create(query));
    }

    private static string PlanHref(GapRow row, DateOnly due) => "/work-items/new" + QueryString.Create(new Dictionary<string, string?>
    {
        ["list"] = "Plan",
        ["title"] = row.Check.Check.Name is { Length: > LongestTitle } name ? name[..LongestTitle] : row.Check.Check.Name,
        ["due"] = $"{due:yyyy-MM-dd}",
    });
}
