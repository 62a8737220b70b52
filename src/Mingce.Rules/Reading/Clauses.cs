namespace Mingce.Rules.Reading;

/// <summary>Cuts sentences into clauses and clauses into quotes.</summary>
internal static class Clauses
{
    /// <summary>Splits a sentence at the marks given, never inside a figure (每周二、五) or between two digits (7:30).</summary>
    public static List<(int Start, int End)> Split(string text, Sentence sentence, List<Figure> figures, string marks)
    {
        List<(int Start, int End)> clauses = [];
        var from = sentence.Start;
        var figure = 0;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            while (figure < figures.Count && figures[figure].End <= i)
                figure++;
            if (!marks.Contains(text[i]) || IsBetweenDigits(text, i) || (figure < figures.Count && figures[figure].Start <= i))
                continue;
            clauses.Add((from, i + 1));
            from = i + 1;
        }
        if (from < sentence.End)
            clauses.Add((from, sentence.End));
        return clauses;
    }

    /// <summary>From the first to the last piece that the figures lie in.</summary>
    public static (int Start, int End) Around(List<(int Start, int End)> pieces, List<Figure> figures) =>
        (At(pieces, figures[0].Start).Start, At(pieces, figures[^1].Start).End);

    /// <summary>The stretch that holds a place.</summary>
    public static (int Start, int End) At(List<(int Start, int End)> stretches, int at)
    {
        var index = FirstFrom(stretches, at + 1, stretch => stretch.Start) - 1;
        return index < 0 ? default : stretches[index];
    }

    /// <summary>The index of the first item, of those in order, that lies at <paramref name="from"/> or behind it.</summary>
    public static int FirstFrom<T>(List<T> items, int from, Func<T, int> place)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (place(items[middle]) < from)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>A quote without marks at its ends, cut to a margin around its figures where it is too long.</summary>
    public static (int Start, int End) Tighten(string text, (int Start, int End) quote, int from, int to, int longest, int margin)
    {
        var (start, end) = quote;
        if (end - start > longest)
            (start, end) = (Math.Max(start, from - margin), Math.Min(end, Math.Max(to, Math.Min(to + margin, from + longest))));
        while (end > to && IsEdge(text[end - 1]))
            end--;
        while (start < from && IsEdge(text[start]))
            start++;
        return (start, end);
    }

    private static bool IsBetweenDigits(string text, int at) =>
        text[at] != '、' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || "，。；、：！？,;:!?".Contains(c);
}
