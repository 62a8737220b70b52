using System.Text.RegularExpressions;

namespace Mingce.Core.Search;

/// <summary>What somebody typed into the search box: words that all have to be found; a phrase in quotes is one word.</summary>
/// <param name="Words">Folded; empty where nothing was typed that could be found.</param>
public sealed partial record SearchQuery(IReadOnlyList<string> Words)
{
    public const int MostWords = 10;
    public const int LongestWord = 200;

    public static SearchQuery Parse(string? typed) => new(
        [.. Word().Matches(typed ?? "").Select(m => Folding.Fold(m.Groups["phrase"].Success ? m.Groups["phrase"].Value : m.Value))
            .Where(w => w.Length is > 0 and <= LongestWord).Distinct(StringComparer.Ordinal).Take(MostWords)]);

    /// <summary>The words as terms of the unit's index; none for words of one character, which are compared with every text of the unit.</summary>
    internal int[] GramsOf(Guid unitId) => [.. Words.SelectMany(w => Grams.Of(unitId, w)).Distinct()];

    [GeneratedRegex("[\"“”](?<phrase>[^\"“”]+)[\"“”]|[^\\s\"“”]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
