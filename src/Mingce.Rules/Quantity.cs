namespace Mingce.Rules;

/// <summary>How far a stated amount can be trusted: 20 (exact), 约20 (about), 20余 (over), 近20 or 不足20 (under).</summary>
public enum Bound
{
    /// <summary>The amount as written.</summary>
    Exact,
    /// <summary>约, 左右: near the amount, on either side.</summary>
    About,
    /// <summary>余, 多, 超过: the amount or more.</summary>
    Over,
    /// <summary>近, 不足: less than the amount.</summary>
    Under,
}

/// <summary>An amount as a report states it, in base units: 5万余元 is 50000 元, <see cref="Bound.Over"/>.</summary>
/// <param name="Value">The amount, 0 or more, in <paramref name="Unit"/>; 万 and 亿 are multiplied out.</param>
/// <param name="Unit">The measure word: 人, 元, 次, 场, 斤, 小时 …; 名 and 位 of people are 人, 毫升 is ml.</param>
/// <param name="Bound">Whether the amount is exact.</param>
/// <param name="Item">What is counted, as far as the text names it: 党员先锋队 in “4支党员先锋队”; else empty.</param>
public sealed record Quantity(decimal Value, string Unit, Bound Bound = Bound.Exact, string Item = "");
