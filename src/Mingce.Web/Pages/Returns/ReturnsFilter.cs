using Mingce.Core.Papers;

namespace Mingce.Web.Pages.Returns;

/// <summary>What the list of 报送 shows: the query of its address.</summary>
internal sealed class ReturnsFilter
{
    public string? Q { get; set; }
    public ReturnWay? Way { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    /// <summary>The page, from 1.</summary>
    public int? P { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && Way is null && From is null && To is null;

    public IQueryable<Return> Apply(IQueryable<Return> returns)
    {
        if (From is { } from)
            returns = returns.Where(r => r.SentOn >= from);
        if (To is { } to)
            returns = returns.Where(r => r.SentOn <= to);
        if (Way is { } way)
            returns = returns.Where(r => r.Way == way);
        foreach (var word in ListQuery.Words(Q))
            returns = returns.Where(r => r.Title.Contains(word) || r.Recipient.Contains(word) || r.Edition.Contains(word) || r.Receipt.Contains(word));
        return returns.OrderByDescending(r => r.SentOn).ThenByDescending(r => r.Id);
    }
}
