namespace Mingce.Rules.Reading;

/// <summary>What a reader took from the text of a report.</summary>
/// <param name="Title">The title where the text begins with one, else empty.</param>
/// <param name="Facts">The facts, in the order of the text.</param>
/// <param name="Findings">Totals that their parts do not bear out, in the order of the text.</param>
public sealed record ReportReading(string Title, IReadOnlyList<Fact> Facts, IReadOnlyList<Finding> Findings);

/// <summary>勾稽不符: a total that differs from its parts, where they claim to be all of it, or that its parts exceed.</summary>
/// <param name="Total">The total as stated.</param>
/// <param name="Parts">The parts that were added.</param>
/// <param name="Sum">What the parts add up to.</param>
/// <param name="IsExhaustive">Whether the parts claim to be all of the total; else they merely exceed it.</param>
public sealed record Finding(StatedAmount Total, IReadOnlyList<StatedAmount> Parts, decimal Sum, bool IsExhaustive);

/// <summary>An amount where it stands in the source.</summary>
/// <param name="Quote">The number and its measure word as written.</param>
/// <param name="Start">Offset in the source in Unicode code points.</param>
/// <param name="End">Offset of the first code point after the quote.</param>
/// <param name="Value">The value in base units.</param>
/// <param name="Unit">The measure word.</param>
public sealed record StatedAmount(string Quote, int Start, int End, decimal Value, string Unit);

/// <summary>事实: one clause of a report that says what was done, how much or how often.</summary>
/// <param name="Kind">Id of the kind of activity; "other" where no signal points to one.</param>
/// <param name="Quote">The words of the source, unchanged: its slice from <paramref name="Start"/> to <paramref name="End"/>.</param>
/// <param name="Start">Offset in the source in Unicode code points; a byte order mark and line ends count.</param>
/// <param name="End">Offset of the first code point after the quote.</param>
/// <param name="Section">Headings above the quote, outermost first, joined by " / "; empty where there are none.</param>
/// <param name="Quantities">The amounts in the quote; empty for a mere arrangement and for a dated row of a table of activities.</param>
/// <param name="Recurrence">The regular arrangement that the quote states, else null.</param>
/// <param name="Date">When, where the text says so, else null.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="People">Who took part, as named by the text and masked; empty if not named.</param>
/// <param name="Place">Where, as named by the text; empty if not named.</param>
/// <param name="Campaign">专项工作 that it was part of, as named by the text (党史学习教育); empty if not named.</param>
public sealed record Fact(
    string Kind,
    string Quote,
    int Start,
    int End,
    string Section,
    IReadOnlyList<Quantity> Quantities,
    Recurrence? Recurrence,
    FactDate? Date,
    Actor Actor,
    string People,
    string Place,
    string Campaign);

/// <summary>When a fact took place. At least one member is known.</summary>
/// <param name="Period">The days; null where the text names a festival but no year is known.</param>
/// <param name="Festival">The festival that the text names (六一), else null.</param>
public sealed record FactDate(Period? Period, string? Festival);
