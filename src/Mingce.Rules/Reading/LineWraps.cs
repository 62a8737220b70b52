using System.Buffers;

namespace Mingce.Rules.Reading;

/// <summary>
/// Finds the line ends of a text that only fill its width: lines of one length that break off in the middle of a sentence,
/// as in text copied from a PDF. Elsewhere a line end ends a paragraph.
/// </summary>
internal static class LineWraps
{
    /// <summary>A narrower line is a heading or the end of a paragraph. Widths are in half-width characters.</summary>
    private const int NarrowestFull = 32;
    private const int WidestLine = 160;
    /// <summary>A full line may fall this much short, where figures or marks are not parted.</summary>
    private const int Slack = 8;
    /// <summary>So many lines must break off before a text counts as wrapped.</summary>
    private const int Fewest = 4;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    private readonly record struct Line(int Head, int Start, int End, int Width, bool BreaksOff);

    /// <summary>Places of the characters of such line ends, and of spaces beside them; empty for a text that is not wrapped.</summary>
    public static HashSet<int> Find(string text)
    {
        var lines = Lines(text);
        var width = FullWidth(lines);
        HashSet<int> wraps = [];
        for (var i = 0; width > 0 && i + 1 < lines.Count; i++)
        {
            if (!lines[i].BreaksOff || lines[i].Width < width - Slack || !Continues(text, lines[i + 1]))
                continue;
            for (var at = lines[i].End; at < lines[i + 1].Start; at++)
                wraps.Add(at);
        }
        return wraps;
    }

    /// <summary>The width of the full lines: that of most lines that break off; else 0.</summary>
    private static int FullWidth(List<Line> lines)
    {
        var broken = lines.FindAll(line => line.BreaksOff && line.Width >= NarrowestFull);
        if (broken.Count < Fewest || broken.Count * 2 < lines.Count)
            return 0;
        var width = broken.Max(line => line.Width);
        return width <= WidestLine && broken.Count(line => line.Width >= width - Slack) * 4 >= broken.Count * 3 ? width : 0;
    }

    /// <summary>Begins without indent.</summary>
    private static bool Continues(string text, Line line) =>
        line.Head == line.Start && (Han.IsHan(text[line.Start]) || char.IsAsciiDigit(text[line.Start]) || text[line.Start] is '“' or '《' or '（' or '(');

    /// <summary>The lines that are not blank.</summary>
    private static List<Line> Lines(string text)
    {
        List<Line> lines = [];
        for (var from = 0; from < text.Length;)
        {
            var to = text.AsSpan(from).IndexOfAny(LineEnds) is >= 0 and var length ? from + length : text.Length;
            var (start, end) = (from, to);
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
            if (end > start)
                lines.Add(Measure(text, from, start, end));
            from = to + 1;
        }
        return lines;
    }

    private static Line Measure(string text, int head, int start, int end)
    {
        var line = text.AsSpan(start..end);
        if (line.Length > WidestLine)
            return new(head, start, end, WidestLine + 1, false);
        var width = start - head;
        foreach (var c in line)
            width += char.IsAscii(c) ? 1 : 2;
        return new(head, start, end, width, BreaksOff(line));
    }

    /// <summary>Ends in a word, a figure or a comma, and is no row of a table.</summary>
    private static bool BreaksOff(ReadOnlySpan<char> line) =>
        (Han.IsHan(line[^1]) || char.IsAsciiDigit(line[^1]) || line[^1] is '，' or ',' or '、' or '”' or '》') && line.IndexOfAny('\t', '｜', '|') < 0;
}
