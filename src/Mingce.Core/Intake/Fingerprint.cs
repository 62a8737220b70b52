using Mingce.Rules;
using Mingce.Rules.Reading;

namespace Mingce.Core.Intake;

/// <summary>What a fact says, apart from its wording: kind, actor and units, then after # the figures.</summary>
public static class Fingerprint
{
    public static string OfFigures(Fact fact) =>
        $"{fact.Kind}|{fact.Actor}|{string.Join('+', fact.Quantities.Select(q => q.Unit))}"
        + $"#{string.Join('+', fact.Quantities.Select(q => $"{q.Value:0.##} {q.Bound}"))}|{fact.Date?.Period?.From:yyyyMMdd}";

    public static string OfRecurrence(Fact fact, Recurrence r) =>
        $"{fact.Kind}|{fact.Actor}|{r.Frequency}#{r.Interval}x{r.Times} {string.Join(',', r.Days.Select(Weekdays.ToCode))} {r.Part} {r.Hours}";

    /// <summary>The same without its figures: two facts of one shape may be versions of each other.</summary>
    public static string Shape(string fingerprint) => fingerprint[..fingerprint.IndexOf('#', StringComparison.Ordinal)];
}
