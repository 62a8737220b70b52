using System.Text;

namespace Mingce.Rules.Reading;

/// <summary>
/// A text in the form that the rules read (half-width digits, no soft spaces) with the way back to the source,
/// so that every quote and offset is the source's own.
/// </summary>
internal sealed class SourceText
{
    private readonly string _source;
    private readonly List<int> _origin;
    private readonly HashSet<int> _wraps;
    private readonly int[]? _codePoints;

    public SourceText(string source)
    {
        _source = source;
        _origin = new(source.Length);
        _codePoints = CountCodePoints(source);
        _wraps = LineWraps.Find(source);
        Text = Normalize();
    }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>The source's words for a span of <see cref="Text"/>.</summary>
    public string Quote(int start, int end) => _source[SourceStart(start)..SourceEnd(end)];

    /// <summary>The source's code point offsets for a span of <see cref="Text"/>.</summary>
    public (int Start, int End) Offsets(int start, int end) =>
        (CodePoint(SourceStart(start)), CodePoint(SourceEnd(end)));

    // A quote that is cut to length never ends within a character of two code units.
    private int SourceStart(int start) => _origin[start] - (IsWithinPair(_origin[start]) ? 1 : 0);

    private int SourceEnd(int end) => _origin[end - 1] + (IsWithinPair(_origin[end - 1] + 1) ? 2 : 1);

    private bool IsWithinPair(int index) => index > 0 && index < _source.Length && char.IsSurrogatePair(_source[index - 1], _source[index]);

    private int CodePoint(int index) => _codePoints is null ? index : _codePoints[index];

    private string Normalize()
    {
        var text = new StringBuilder(_source.Length);
        for (var i = 0; i < _source.Length; i++)
        {
            var c = Fold(_source[i]);
            if (c == '\0' || (c is ' ' or '\r' or '\n' && (_wraps.Contains(i) || (c == ' ' && IsSoftSpace(text, i)))))
                continue;
            text.Append(c);
            _origin.Add(i);
        }
        return text.ToString();
    }

    /// <summary>A space between a figure and a Chinese word, or within a figure, carries no meaning: “12 名”, “1 4 0人”, “2 316人”.</summary>
    private bool IsSoftSpace(StringBuilder before, int index)
    {
        var next = NextShown(index + 1);
        if (before.Length == 0 || next >= _source.Length)
            return false;
        var (left, right) = (before[^1], Fold(_source[next]));
        return (char.IsAsciiDigit(left) && Han.IsHan(right)) || (Han.IsHan(left) && char.IsAsciiDigit(right))
            || (char.IsAsciiDigit(left) && char.IsAsciiDigit(right) && IsWithinFigure(before, index, next));
    }

    /// <summary>
    /// One space, and either digits that all stand apart or a group of three; Chinese words on both sides of the whole
    /// figure keep columns and list marks out.
    /// </summary>
    private bool IsWithinFigure(StringBuilder before, int index, int next)
    {
        if (next != index + 1 || _source[index] == '\t')
            return false;
        var left = 0;
        while (left < 4 && left < before.Length && char.IsAsciiDigit(before[^(left + 1)]))
            left++;
        if (left == before.Length || !Han.IsHan(before[^(left + 1)]))
            return false;
        var run = Run(next);
        return (run.Length == 3 && left <= 3 && Han.IsHan(run.After)) || (run.Length == 1 && IsSpaced(next, left));
    }

    /// <summary>Whether single digits, each apart, lead from here to a Chinese word; those already joined are the figure so far.</summary>
    private bool IsSpaced(int at, int left)
    {
        const int longest = 6;
        for (var count = left; count <= longest; count++)
        {
            var (length, after) = Run(at);
            if (length != 1)
                return false;
            var follows = NextShown(at + 1);
            if (Han.IsHan(after) || (follows < _source.Length && Han.IsHan(Fold(_source[follows]))))
                return true;
            if (after != ' ')
                return false;
            at += 2;
        }
        return false;
    }

    private (int Length, char After) Run(int at)
    {
        var end = at;
        while (end < _source.Length && end - at < 4 && char.IsAsciiDigit(Fold(_source[end])))
            end++;
        var length = end - at;
        while (end < _source.Length && _wraps.Contains(end))
            end++;
        return (length, end < _source.Length ? Fold(_source[end]) : '\0');
    }

    /// <summary>The next character that shows; of a long gap only the first few characters are looked at.</summary>
    private int NextShown(int at)
    {
        const int longest = 16;
        for (var from = at; at < _source.Length && at - from < longest && (_wraps.Contains(at) || Fold(_source[at]) is ' ' or '\0');)
            at++;
        return at;
    }

    /// <summary>The half-width form; NUL for characters that do not show.</summary>
    private static char Fold(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        >= 'Ａ' and <= 'Ｚ' => (char)(c - 'Ａ' + 'A'),
        >= 'ａ' and <= 'ｚ' => (char)(c - 'ａ' + 'a'),
        '％' or '﹪' => '%',
        '．' => '.',
        '〇' or '○' => '〇',
        '\u00A0' or '\u3000' or '\t' => ' ',
        '\uFEFF' or '\u00AD' or '\u2060' or (>= '\u200B' and <= '\u200D') => '\0',
        _ => c,
    };

    private static int[]? CountCodePoints(string source)
    {
        if (!source.Any(char.IsSurrogate))
            return null;
        var counts = new int[source.Length + 1];
        for (var i = 0; i < source.Length; i++)
            counts[i + 1] = counts[i] + (i > 0 && char.IsSurrogatePair(source[i - 1], source[i]) ? 0 : 1);
        // Both halves of a pair map to the pair's own offset.
        for (var i = 1; i < source.Length; i++)
        {
            if (char.IsSurrogatePair(source[i - 1], source[i]))
                counts[i] = counts[i - 1];
        }
        return counts;
    }
}

/// <summary>Questions about single Chinese characters.</summary>
internal static class Han
{
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' || char.IsSurrogate(c);

    public static bool StartsWithAny(ReadOnlySpan<char> text, IEnumerable<string> words) => PrefixOf(text, words) is not null;

    public static string? PrefixOf(ReadOnlySpan<char> text, IEnumerable<string> words)
    {
        string? best = null;
        foreach (var word in words)
        {
            if (word.Length > (best?.Length ?? 0) && text.StartsWith(word, StringComparison.Ordinal))
                best = word;
        }
        return best;
    }

    public static string? SuffixOf(ReadOnlySpan<char> text, IEnumerable<string> words)
    {
        string? best = null;
        foreach (var word in words)
        {
            if (word.Length > (best?.Length ?? 0) && text.EndsWith(word, StringComparison.Ordinal))
                best = word;
        }
        return best;
    }

    public static bool ContainsAny(ReadOnlySpan<char> text, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
