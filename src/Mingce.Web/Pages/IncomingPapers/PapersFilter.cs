using Mingce.Core.Papers;

namespace Mingce.Web.Pages.IncomingPapers;

/// <summary>What the list of 来文 shows: the query of its address.</summary>
internal sealed class PapersFilter
{
    public string? Q { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>unchecked for those to be checked, open for those without a task or with an open one; else all.</summary>
    public string? Status { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? P { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && From is null && To is null && string.IsNullOrEmpty(Status);

    public IQueryable<IncomingPaper> Apply(LedgerDb db)
    {
        var papers = db.IncomingPapers.AsNoTracking();
        if (From is { } from)
            papers = papers.Where(p => p.ReceivedOn >= from);
        if (To is { } to)
            papers = papers.Where(p => p.ReceivedOn <= to);
        papers = Status switch
        {
            "unchecked" => papers.Where(p => !p.IsChecked),
            "open" => papers.Where(p => !db.WorkItems.Any(i => i.PaperId == p.Id) || db.WorkItems.Any(i => i.PaperId == p.Id && i.ClosedOn == null)),
            _ => papers,
        };
        foreach (var word in ListQuery.Words(Q))
            papers = papers.Where(p => p.Title.Contains(word) || p.Number.Contains(word) || p.Issuer.Contains(word));
        return papers.OrderByDescending(p => p.ReceivedOn).ThenByDescending(p => p.Id);
    }
}
