namespace Mingce.Rules;

/// <summary>Adds amounts without claiming more than their parts say.</summary>
public static class QuantitySum
{
    /// <summary>The sum of the values, with the unit and item of the first.</summary>
    /// <param name="parts">One or more amounts of one unit.</param>
    /// <exception cref="ArgumentException">There are none, or their units differ.</exception>
    public static Quantity Of(IReadOnlyList<Quantity> parts) =>
        parts.Count > 0 && parts.All(part => part.Unit == parts[0].Unit)
            ? parts[0] with { Value = parts.Sum(part => part.Value), Bound = parts.Select(part => part.Bound).Aggregate(Combine) }
            : throw new ArgumentException("Amounts of one unit are added, at least one.", nameof(parts));

    /// <summary>What is known of a sum: 余 beside exact parts stays 余, 近 stays 近, any other mixture is 约.</summary>
    public static Bound Combine(Bound left, Bound right) => (left, right) switch
    {
        _ when left == right => left,
        (Bound.Exact, _) => right,
        (_, Bound.Exact) => left,
        _ => Bound.About,
    };
}
