namespace Mingce.Web.Pages.Activities;

/// <summary>What the list of activities shows: the query of its address, so that every figure can link to its records.</summary>
internal sealed class LedgerFilter
{
    public string? Kind { get; set; }
    public string? Q { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>A department or a group.</summary>
    public Guid? Host { get; set; }

    /// <summary>专项工作, by its name.</summary>
    public string? Campaign { get; set; }

    /// <summary>some or none; else both.</summary>
    public string? Evidence { get; set; }

    /// <summary>draft, superseded or all; else the entered ones.</summary>
    public string? Status { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? P { get; set; }

    public bool IsEmpty => Kind is null && Q is null && From is null && To is null && Host is null && Campaign is null && Evidence is null && Status is null;

    public IQueryable<Activity> Apply(IQueryable<Activity> activities)
    {
        activities = Status switch
        {
            "all" => activities,
            "draft" => activities.Where(a => a.Status == ActivityStatus.Draft),
            "superseded" => activities.Where(a => a.Status == ActivityStatus.Superseded),
            _ => activities.Where(a => a.Status == ActivityStatus.Entered),
        };
        if (Kind is { Length: > 0 } kind)
            activities = activities.Where(a => a.Kinds.Any(k => k.KindId == kind));
        if (From is { } from)
            activities = activities.Where(a => a.ToOn >= from);
        if (To is { } to)
            activities = activities.Where(a => a.FromOn <= to);
        if (Host is { } host)
            activities = activities.Where(a => a.Hosts.Any(h => h.DepartmentId == host || h.GroupId == host));
        if (Campaign?.Trim() is { Length: > 0 } campaign)
            activities = activities.Where(a => a.Campaign == campaign);
        if (Evidence == "some")
            activities = activities.Where(a => a.Evidence.Count > 0);
        if (Evidence == "none")
            activities = activities.Where(a => a.Evidence.Count == 0);
        foreach (var word in (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(5))
            activities = activities.Where(a => a.Title.Contains(word) || a.Text.Contains(word) || a.Place.Contains(word));
        return activities;
    }
}
