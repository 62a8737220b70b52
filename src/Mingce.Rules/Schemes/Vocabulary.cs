namespace Mingce.Rules.Schemes;

/// <summary>
/// The words and kinds that the checks of a scheme look for, each with a number, so that a text is read once for all of them.
/// Every pattern is made before the first text is read.
/// </summary>
internal sealed class Vocabulary
{
    private const int Buckets = 1024;

    private readonly Dictionary<string, int> numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> kinds = new(StringComparer.Ordinal);
    private readonly List<(string Word, int Number)>?[] byFirst = new List<(string, int)>?[Buckets];
    private int count;

    private int Slots => (count + 63) / 64;

    /// <summary>The kinds and words of a selection; all groups of it have to be found.</summary>
    public Pattern PatternOf(IReadOnlyList<string> kindIds, Wording? words)
    {
        var groups = new List<int[]>();
        if (kindIds.Count > 0)
            groups.Add([.. kindIds.Select(NumberOfKind)]);
        if (words is not null)
            groups.AddRange(words.Groups.Select(group => group.Select(NumberOfWord).ToArray()));
        return new Pattern(groups);
    }

    /// <summary>What is found in a record: its kinds, and the words of its title and text.</summary>
    public ulong[] Read(ScoringRecord record)
    {
        var found = new ulong[Slots];
        foreach (var kind in record.Kinds)
        {
            if (kinds.TryGetValue(kind, out var number))
                Mark(found, number);
        }
        Read(record.Title, found);
        Read(record.Text, found);
        return found;
    }

    /// <summary>What is found in the title and the text of a piece of evidence.</summary>
    public ulong[] Read(ScoringEvidence piece)
    {
        var found = new ulong[Slots];
        Read(piece.Title, found);
        Read(piece.Text, found);
        return found;
    }

    private void Read(ReadOnlySpan<char> text, ulong[] found)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (byFirst[text[i] % Buckets] is not { } words)
                continue;
            foreach (var (word, number) in words)
            {
                if (text[i..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                    Mark(found, number);
            }
        }
    }

    private static void Mark(ulong[] found, int number) => found[number / 64] |= 1UL << (number % 64);

    private int NumberOfKind(string id)
    {
        if (!kinds.TryGetValue(id, out var number))
            kinds.Add(id, number = count++);
        return number;
    }

    private int NumberOfWord(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            numbers.Add(word, number = count++);
            foreach (var first in new[] { char.ToUpperInvariant(word[0]), char.ToLowerInvariant(word[0]) }.Select(first => first % Buckets).Distinct())
            {
                (byFirst[first] ??= []).Add((word, number));
            }
        }
        return number;
    }
}

/// <summary>Groups of numbers of a <see cref="Vocabulary"/>: one of each group has to be found.</summary>
internal sealed class Pattern(IReadOnlyList<int[]> groups)
{
    // By slot, so that a group of many words costs one comparison.
    private readonly (int Slot, ulong Bits)[][] groups =
    [
        .. groups.Select(group => group
            .GroupBy(number => number / 64)
            .Select(slot => (slot.Key, slot.Aggregate(0UL, (bits, number) => bits | 1UL << (number % 64))))
            .ToArray()),
    ];

    public bool IsIn(ulong[] found)
    {
        foreach (var group in groups)
        {
            var any = false;
            foreach (var (slot, bits) in group)
                any |= (found[slot] & bits) != 0;
            if (!any)
                return false;
        }
        return true;
    }
}
