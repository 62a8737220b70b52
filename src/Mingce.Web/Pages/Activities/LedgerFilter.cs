using Mingce.Rules;

namespace Mingce.Web.Pages.Activities;

/// <summary>What the list of activities shows: the query of its address, so that every figure can link to its records.</summary>
internal sealed class LedgerFilter
{
    public const string Timeline = "timeline";
    public const string Gallery = "gallery";

    private static readonly int[] Sizes = [25, 100, 500];

    /// <summary>A kind, or several parted by commas; records of those that count as it are found too.</summary>
    public string? Kind { get; set; }
    public string? Q { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>主办: a group, or a department.</summary>
    public Guid? Host { get; set; }

    /// <summary>主办科室.</summary>
    public Guid? Department { get; set; }

    /// <summary>专项工作, by its name.</summary>
    public string? Campaign { get; set; }

    /// <summary>任务来源.</summary>
    public ActivitySource? Source { get; set; }

    /// <summary>some, none, or a form of evidence; else all.</summary>
    public string? Evidence { get; set; }

    /// <summary>draft, superseded or all; else the entered ones.</summary>
    public string? Status { get; set; }

    /// <summary>timeline or gallery; else the table.</summary>
    public string? View { get; set; }

    /// <summary>Records on a page.</summary>
    public int? Size { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? P { get; set; }

    public static IReadOnlyList<int> PageSizes => Sizes;

    public int PageSize => Sizes.Contains(Size ?? 0) ? Size!.Value : Sizes[0];

    public bool IsEmpty => Kind is null && Q is null && From is null && To is null && !HasMore;

    /// <summary>Whether a condition is set that the page folds away.</summary>
    public bool HasMore => Host is not null || Department is not null || Campaign is not null || Source is not null || Evidence is not null || Status is not null;

    public IQueryable<Activity> Apply(IQueryable<Activity> activities, KindCatalogue kinds)
    {
        activities = Status?.ToLowerInvariant() switch
        {
            "all" => activities.Where(a => a.Status != ActivityStatus.Deleted),
            "draft" => activities.Where(a => a.Status == ActivityStatus.Draft),
            "superseded" => activities.Where(a => a.Status == ActivityStatus.Superseded),
            _ => activities.Where(a => a.Status == ActivityStatus.Entered),
        };
        if (Kind is { Length: > 0 } kind)
        {
            List<string> ids = [.. kind.Split(',').SelectMany(kinds.CountingAs)];
            activities = activities.Where(a => a.Kinds.Any(k => ids.Contains(k.KindId)));
        }
        if (From is { } from)
            activities = activities.Where(a => a.ToOn >= from);
        if (To is { } to)
            activities = activities.Where(a => a.FromOn <= to);
        foreach (var host in new[] { Host, Department }.OfType<Guid>())
            activities = activities.Where(a => a.Hosts.Any(h => h.DepartmentId == host || h.GroupId == host));
        if (Campaign?.Trim() is { Length: > 0 } campaign)
            activities = activities.Where(a => a.Campaign == campaign);
        if (Source is { } source)
            activities = activities.Where(a => a.Source == source);
        foreach (var word in ListQuery.Words(Q))
            activities = activities.Where(a => a.Title.Contains(word) || a.Text.Contains(word) || a.Place.Contains(word));
        return ByEvidence(activities);
    }

    private IQueryable<Activity> ByEvidence(IQueryable<Activity> activities) => Evidence switch
    {
        "some" => activities.Where(a => a.Evidence.Count > 0),
        "none" => activities.Where(a => a.Evidence.Count == 0),
        _ when Enum.TryParse<EvidenceForm>(Evidence, ignoreCase: true, out var form) => activities.Where(a => a.Evidence.Any(e => e.Form == form)),
        _ => activities,
    };
}
