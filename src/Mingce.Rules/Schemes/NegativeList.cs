namespace Mingce.Rules.Schemes;

/// <summary>负面清单: what must not have happened. It is 未自查 until a named person signs it.</summary>
/// <param name="Id">Unique in the scheme: n1.</param>
/// <param name="Name">The name in the source.</param>
/// <param name="Effect">What follows when something on it happened.</param>
/// <param name="Items">What it lists; empty where the source's list is not held here, and an incident is then stated of the list as a whole.</param>
public sealed record NegativeList(string Id, string Name, NegativeEffect Effect, IReadOnlyList<NegativeItem> Items)
{
    /// <summary>Looks back so many months from the day of scoring (申报前12个月); 0 does not.</summary>
    public int Months { get; init; }

    /// <summary>Looks back to this day (自指定日期以来); null does not. With neither, the assessed period counts.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>With <see cref="NegativeEffect.Deduct"/>: hundredths taken for each item that happened; null is 未赋分, then whoever states the incident says the points.</summary>
    public int? Deduct { get; init; }

    /// <summary>How many times as much is taken for what was not reported truly and in time: 2; 1 takes no more.</summary>
    public int Concealed { get; init; } = 1;

    /// <summary>Items that are asked; those with a reason in <see cref="NegativeItem.Retired"/> are only shown.</summary>
    public IEnumerable<NegativeItem> Asked => Items.Where(item => item.Retired.Length == 0);
}

/// <summary>One thing on a negative list.</summary>
/// <param name="Id">Unique in the scheme: n1.2.</param>
/// <param name="Name">In the source's words.</param>
/// <param name="Retired">Why it is no longer asked (旧口径); empty where it is.</param>
public sealed record NegativeItem(string Id, string Name, string Retired = "");

/// <summary>What follows from a negative list.</summary>
public enum NegativeEffect
{
    /// <summary>不得申报: a status, no points.</summary>
    Veto,
    /// <summary>从总分中扣分.</summary>
    Deduct,
    /// <summary>撤销称号: a status, no points.</summary>
    Revoke,
}
