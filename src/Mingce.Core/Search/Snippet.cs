namespace Mingce.Core.Search;

/// <summary>A piece of a text, and whether it is what was searched for.</summary>
public sealed record SnippetPiece(string Text, bool IsMatch);

/// <summary>The place of a text where words were found, with a little around it.</summary>
public static class Snippet
{
    private const int Before = 20;
    private const int Length = 90;

    /// <summary>The whole text with every match marked.</summary>
    public static IReadOnlyList<SnippetPiece> Mark(string text, SearchQuery query) => Cut(text, query, 0, text.Length);

    /// <summary>The neighbourhood of the first match in one line; empty where no word stands in the text.</summary>
    public static IReadOnlyList<SnippetPiece> Of(string text, SearchQuery query)
    {
        var first = query.Words.Select(w => Folding.Find(text, w)).OfType<(int Start, int End)>().OrderBy(m => m.Start).FirstOrDefault((-1, -1));
        if (first.Item1 < 0)
        {
            return [];
        }
        var start = Boundary(text, Math.Max(0, first.Item1 - Before));
        var end = Boundary(text, Math.Min(text.Length, Math.Max(start + Length, first.Item2)));
        return [.. start > 0 ? [new SnippetPiece("…", false)] : (SnippetPiece[])[], .. Cut(text, query, start, end), .. end < text.Length ? [new SnippetPiece("…", false)] : (SnippetPiece[])[]];
    }

    private static List<SnippetPiece> Cut(string text, SearchQuery query, int start, int end)
    {
        var part = text[start..end];
        var pieces = new List<SnippetPiece>();
        var at = 0;
        foreach (var (from, to) in Matches(part, query))
        {
            if (from > at)
            {
                pieces.Add(new(part[at..from], false));
            }
            pieces.Add(new(part[from..to], true));
            at = to;
        }
        if (at < part.Length)
        {
            pieces.Add(new(part[at..], false));
        }
        return pieces;
    }

    // Matches that touch or overlap are one.
    private static List<(int Start, int End)> Matches(string part, SearchQuery query)
    {
        var matches = new List<(int Start, int End)>();
        foreach (var word in query.Words)
        {
            for (var next = Folding.Find(part, word); next is { } match; next = Folding.Find(part, word, match.End))
            {
                matches.Add(match);
            }
        }
        var joined = new List<(int Start, int End)>();
        foreach (var match in matches.Order())
        {
            if (joined.Count > 0 && match.Start <= joined[^1].End)
            {
                joined[^1] = (joined[^1].Start, Math.Max(joined[^1].End, match.End));
            }
            else
            {
                joined.Add(match);
            }
        }
        return joined;
    }

    private static int Boundary(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
