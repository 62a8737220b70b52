namespace Mingce.Rules.Schemes;

/// <summary>Everything that a score follows from.</summary>
/// <param name="From">First day of the assessed period (测评期).</param>
/// <param name="To">Its last day, not before <paramref name="From"/>; its year is the year of the attestations.</param>
/// <param name="Today">The day of scoring: what is dated later has not happened.</param>
/// <param name="Records">The unit's records, each id once; also earlier ones, where the scheme's evidence windows reach back.</param>
/// <param name="Attestations">What named persons state, of any year.</param>
public sealed record ScoringInput(
    DateOnly From,
    DateOnly To,
    DateOnly Today,
    IReadOnlyList<ScoringRecord> Records,
    IReadOnlyList<Attestation>? Attestations = null)
{
    /// <summary>What named persons state, of any year.</summary>
    public IReadOnlyList<Attestation> Attestations { get; init; } = Attestations ?? [];

    /// <summary>Whether a day lies in the assessed period and is not ahead.</summary>
    internal bool Holds(DateOnly day) => day >= From && day <= To && day <= Today;

    /// <summary>What is stated for the year.</summary>
    internal IEnumerable<T> Stated<T>()
        where T : Attestation => Attestations.OfType<T>().Where(stated => stated.Year == To.Year);
}

/// <summary>活动记录 as the scorer sees it.</summary>
/// <param name="Id">Its id, returned in the scorecard.</param>
/// <param name="Kinds">活动类型, by id.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">What was done.</param>
/// <param name="Period">When, as exactly as is known.</param>
/// <param name="Actor">Who did it; only the unit's own deeds count.</param>
/// <param name="Count">How often, as the record claims; 1 or more. Only a claim: a dated record is one deed.</param>
/// <param name="IsSummary">汇总: a figure without dates (道德讲堂4次), which is claimed and never counted.</param>
/// <param name="Headcount">People who took part, where known.</param>
/// <param name="Evidence">佐证材料.</param>
/// <param name="Quantities">Amounts of the deed as a whole: 小时 are the hours of all who took part.</param>
public sealed record ScoringRecord(
    string Id,
    IReadOnlyList<string> Kinds,
    string Title,
    string Text,
    Period Period,
    Actor Actor = Actor.Own,
    int Count = 1,
    bool IsSummary = false,
    int? Headcount = null,
    IReadOnlyList<ScoringEvidence>? Evidence = null,
    IReadOnlyList<Quantity>? Quantities = null)
{
    /// <summary>佐证材料.</summary>
    public IReadOnlyList<ScoringEvidence> Evidence { get; init; } = Evidence ?? [];

    /// <summary>Amounts of the deed as a whole.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = Quantities ?? [];

    /// <summary>
    /// How much of a unit the record proves: 人 is its headcount, anything else the sum of its amounts. Amounts that are only
    /// about or under a number prove none of it. Null where the record proves nothing.
    /// </summary>
    /// <param name="unit">人, 小时, 元 …</param>
    public decimal? Measure(string unit)
    {
        if (unit == "人")
            return Headcount;
        decimal? sum = null;
        foreach (var quantity in Quantities)
        {
            if (quantity.Unit == unit && quantity.Bound is Bound.Exact or Bound.Over)
                sum = (sum ?? 0) + quantity.Value;
        }
        return sum;
    }
}

/// <summary>佐证材料 as the scorer sees it.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">Text of a document as far as it could be read.</param>
/// <param name="Parts">Names of parts (<see cref="Part.Name"/>) that a person found in it.</param>
public sealed record ScoringEvidence(
    EvidenceForm Form,
    string Title = "",
    string Text = "",
    IReadOnlyList<string>? Parts = null)
{
    /// <summary>Names of parts that a person found in it.</summary>
    public IReadOnlyList<string> Parts { get; } = Parts ?? [];

    /// <summary>Whether the piece shows a part: a person found it, or its title or text has the words.</summary>
    /// <param name="part">The part.</param>
    public bool Shows(Part part) =>
        Parts.Contains(part.Name, StringComparer.Ordinal) || part.Words.IsIn(Title + "\n" + Text);
}
