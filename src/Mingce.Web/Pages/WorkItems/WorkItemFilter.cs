using Mingce.Core.WorkItems;

namespace Mingce.Web.Pages.WorkItems;

/// <summary>What the list of tasks shows: the query of its address.</summary>
internal sealed class WorkItemFilter
{
    /// <summary>Days ahead in which a task falls due soon.</summary>
    public const int SoonDays = 7;

    public WorkList? List { get; set; }

    /// <summary>Null for 工作年度 with all that is open.</summary>
    public int? Year { get; set; }

    /// <summary>A department or group, responsible or supporting.</summary>
    public Guid? Body { get; set; }
    public Guid? Person { get; set; }

    /// <summary>Empty for all; open, overdue, soon, check (待复查), closed or withdrawn.</summary>
    public string? Status { get; set; }
    public string? Q { get; set; }

    /// <summary>我的任务: of the own person and of those for whom the account stands in.</summary>
    public bool Mine { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? P { get; set; }

    public bool IsEmpty => List is null && Year is null && Body is null && Person is null && string.IsNullOrEmpty(Status) && string.IsNullOrWhiteSpace(Q);

    public IQueryable<WorkItem> Apply(IQueryable<WorkItem> items, Session session, DateOnly today)
    {
        var year = Year ?? session.WorkYear;
        // What an earlier year left open is still to be done, and this year's tasks are whichever year the unit works on.
        var openUntil = Year is null ? session.LatestYear : Year == today.Year ? today.Year : 0;
        items = items.Where(i => i.Year == year || (i.Year <= openUntil && IsOpenStatus.Contains(i.Status)));
        if (Mine)
            items = OfPeople(items, [.. session.Me.PersonIds]);
        if (List is { } list)
            items = items.Where(i => i.List == list);
        if (Body is { } body)
            items = items.Where(i => i.Bodies.Any(b => b.DepartmentId == body || b.GroupId == body));
        if (Person is { } person)
            items = OfPeople(items, [person]);
        foreach (var word in ListQuery.Words(Q))
            items = items.Where(i => i.Title.Contains(word) || i.Text.Contains(word));
        return OfStatus(items, today);
    }

    /// <summary>Open ones first, by the day on which they are due.</summary>
    public static IQueryable<WorkItem> Ordered(IQueryable<WorkItem> items) => items
        .OrderBy(i => i.Status == WorkStatus.Closed || i.Status == WorkStatus.Withdrawn).ThenBy(i => i.DueOn == null).ThenBy(i => i.DueOn).ThenBy(i => i.Id);

    private static readonly WorkStatus[] IsOpenStatus = [WorkStatus.NotStarted, WorkStatus.Running, WorkStatus.Rectified];

    public static IQueryable<WorkItem> Open(IQueryable<WorkItem> items) => items.Where(i => IsOpenStatus.Contains(i.Status));

    private static IQueryable<WorkItem> OfPeople(IQueryable<WorkItem> items, Guid[] people) =>
        items.Where(i => i.Bodies.Any(b => b.PersonId != null && people.Contains(b.PersonId.Value)));

    private IQueryable<WorkItem> OfStatus(IQueryable<WorkItem> items, DateOnly today)
    {
        var soon = today.AddDays(SoonDays);
        return Status switch
        {
            "open" => Open(items),
            "overdue" => Open(items).Where(i => i.DueOn < today && i.Status != WorkStatus.Rectified),
            "soon" => Open(items).Where(i => i.DueOn >= today && i.DueOn <= soon),
            "check" => items.Where(i => i.Status == WorkStatus.Rectified),
            "closed" => items.Where(i => i.Status == WorkStatus.Closed),
            "withdrawn" => items.Where(i => i.Status == WorkStatus.Withdrawn),
            _ => items,
        };
    }
}
