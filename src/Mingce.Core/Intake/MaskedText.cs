using Mingce.Rules.Reading;

namespace Mingce.Core.Intake;

/// <summary>A text as it may be kept, and where in it a piece of the source stands.</summary>
internal sealed class MaskedText
{
    private readonly string[] source;
    private readonly string[] masked;
    private readonly int[] sourceStarts;
    private readonly int[] maskedStarts;

    public MaskedText(string text)
    {
        source = text.Split('\n');
        masked = Masking.Mask(text).Split('\n');
        // A cue reaches over the end of a line; a mask that swallowed one is laid on line by line.
        if (masked.Length != source.Length)
            masked = [.. source.Select(Masking.Mask)];
        (sourceStarts, maskedStarts) = (Starts(source), Starts(masked));
        Text = string.Join('\n', masked);
    }

    public string Text { get; }

    /// <summary>Where a piece of the source stands in <see cref="Text"/>; the whole line where masking took a part of it away.</summary>
    /// <param name="start">First UTF-16 unit in the source.</param>
    /// <param name="end">The unit after the last.</param>
    public (int Start, int End) SpanOf(int start, int end)
    {
        var (first, last) = (LineOf(start), LineOf(Math.Max(start, end - 1)));
        if (first == last && source[first] != masked[first])
            return InMaskedLine(first, start - sourceStarts[first], end - sourceStarts[first]);
        var from = source[first] == masked[first] ? maskedStarts[first] + start - sourceStarts[first] : maskedStarts[first];
        var to = source[last] == masked[last] ? maskedStarts[last] + end - sourceStarts[last] : maskedStarts[last] + masked[last].Length;
        return (from, to);
    }

    // The quote where it still stands, the same one of several alike; else the whole line, so that nothing is shown beside the wrong words.
    private (int Start, int End) InMaskedLine(int line, int start, int end)
    {
        var quote = source[line][start..end];
        foreach (var wanted in new[] { quote, Masking.Mask(quote) })
        {
            var earlier = Places(source[line][..start], wanted).Count();
            if (Places(masked[line], wanted).Skip(earlier).Select(at => (int?)at).FirstOrDefault() is { } place)
                return (maskedStarts[line] + place, maskedStarts[line] + place + wanted.Length);
        }
        return (maskedStarts[line], maskedStarts[line] + masked[line].Length);
    }

    private static IEnumerable<int> Places(string text, string wanted)
    {
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0 && wanted.Length > 0; at = text.IndexOf(wanted, at + wanted.Length, StringComparison.Ordinal))
            yield return at;
    }

    private int LineOf(int offset)
    {
        var line = Array.BinarySearch(sourceStarts, offset);
        return line >= 0 ? line : ~line - 1;
    }

    private static int[] Starts(string[] lines)
    {
        var starts = new int[lines.Length];
        for (var i = 1; i < lines.Length; i++)
            starts[i] = starts[i - 1] + lines[i - 1].Length + 1;
        return starts;
    }
}
