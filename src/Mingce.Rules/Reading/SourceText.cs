using System.Runtime.CompilerServices;

namespace Mingce.Rules.Reading;

/// <summary>
/// A text in the form that the rules read (half-width digits, no soft spaces) with the way back to the source,
/// so that every quote and offset is the source's own.
/// </summary>
internal sealed class SourceText
{
    private readonly string _source;
    /// <summary>From which place of <see cref="Text"/> on how many characters of the source are left out.</summary>
    private readonly List<(int At, int LeftOut)> _shifts = [];
    /// <summary>Places in the source of the second halves of characters of two code units.</summary>
    private readonly List<int> _lowHalves = [];
    private readonly HashSet<int> _wraps;

    public SourceText(string source)
    {
        _source = source;
        for (var i = source.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i > -1 && i < source.Length; i++)
        {
            if (IsWithinPair(i))
                _lowHalves.Add(i);
        }
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
    private int SourceStart(int start) => Origin(start) is var at && IsWithinPair(at) ? at - 1 : at;

    private int SourceEnd(int end) => Origin(end - 1) + 1 is var at && IsWithinPair(at) ? at + 1 : at;

    private int Origin(int at) => Clauses.FirstFrom(_shifts, at + 1, shift => shift.At) is > 0 and var next ? at + _shifts[next - 1].LeftOut : at;

    private bool IsWithinPair(int index) => index > 0 && index < _source.Length && char.IsSurrogatePair(_source[index - 1], _source[index]);

    private int CodePoint(int index) => index - Clauses.FirstFrom(_lowHalves, index + 1, half => half);

    private string Normalize()
    {
        var text = new char[_source.Length];
        var length = 0;
        for (var i = 0; i < _source.Length; i++)
        {
            var c = Fold(_source[i]);
            if (c == '\0' || (c is ' ' or '\r' or '\n' && (_wraps.Contains(i) || (c == ' ' && IsSoftSpace(text.AsSpan(0, length), i)))))
                continue;
            if (i - length != (_shifts.Count > 0 ? _shifts[^1].LeftOut : 0))
                _shifts.Add((length, i - length));
            text[length++] = c;
        }
        return _source.AsSpan().SequenceEqual(text.AsSpan(0, length)) ? _source : new(text, 0, length);
    }

    /// <summary>A space between a figure and a Chinese word, or within a figure, carries no meaning: “12 名”, “1 4 0人”, “2 316人”.</summary>
    private bool IsSoftSpace(ReadOnlySpan<char> before, int index)
    {
        var next = NextShown(index + 1);
        if (before.Length == 0 || next >= _source.Length)
            return false;
        var (left, right) = (before[^1], Fold(_source[next]));
        if (left is '万' or '亿' or '余' or '多' && Han.IsHan(right))
            return before.Length > 1 && (char.IsAsciiDigit(before[^2]) || before[^2] is '万' or '千' or '百' or '十');
        return (char.IsAsciiDigit(left) && Han.IsHan(right)) || (Han.IsHan(left) && char.IsAsciiDigit(right))
            || (char.IsAsciiDigit(left) && char.IsAsciiDigit(right) && IsWithinFigure(before, index, next));
    }

    /// <summary>
    /// One space, and either digits that all stand apart or a group of three; Chinese words on both sides of the whole
    /// figure keep columns and list marks out.
    /// </summary>
    private bool IsWithinFigure(ReadOnlySpan<char> before, int index, int next)
    {
        if (next != index + 1 || _source[index] == '\t')
            return false;
        var left = 0;
        while (left < 4 && left < before.Length && char.IsAsciiDigit(before[^(left + 1)]))
            left++;
        if (left == before.Length || !(Han.IsHan(before[^(left + 1)]) || before[^(left + 1)] is '、' or '，' or '：' or '（'))
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
            if (Han.IsHan(after))
                return true;
            at = NextShown(at + 1);
            if (at >= _source.Length)
                return false;
        }
        return false;
    }

    private (int Length, char After) Run(int at)
    {
        var end = at;
        while (end < _source.Length && end - at < 4 && char.IsAsciiDigit(Fold(_source[end])))
            end++;
        var length = end - at;
        end = NextShown(end);
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
        >= '\u4E00' and <= '\u9FFF' => c,
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        >= 'Ａ' and <= 'Ｚ' => (char)(c - 'Ａ' + 'A'),
        >= 'ａ' and <= 'ｚ' => (char)(c - 'ａ' + 'a'),
        '％' or '﹪' => '%',
        '．' => '.',
        '〇' or '○' => '〇',
        '\u00A0' or '\u3000' => ' ',
        '\uFEFF' or '\u00AD' or '\u2060' or (>= '\u200B' and <= '\u200D') => '\0',
        _ => c,
    };
}

/// <summary>Questions about single Chinese characters.</summary>
internal static class Han
{
    public static bool IsHan(char c) =>
        c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' || char.IsSurrogate(c);

    public static bool StartsWithAny(ReadOnlySpan<char> text, Words words) => words.PrefixOf(text) is not null;

    public static string? PrefixOf(ReadOnlySpan<char> text, Words words) => words.PrefixOf(text);

    public static string? SuffixOf(ReadOnlySpan<char> text, Words words) => words.SuffixOf(text);

    public static bool ContainsAny(ReadOnlySpan<char> text, Words words) => text.ContainsAny(words.Anywhere);

    [OverloadResolutionPriority(1)]
    public static bool StartsWithAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words) => PrefixOf(text, words) is not null;

    [OverloadResolutionPriority(1)]
    public static string? PrefixOf(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        string? best = null;
        foreach (var word in words)
        {
            if (word.Length > (best?.Length ?? 0) && text.StartsWith(word))
                best = word;
        }
        return best;
    }

    [OverloadResolutionPriority(1)]
    public static string? SuffixOf(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        string? best = null;
        foreach (var word in words)
        {
            if (word.Length > (best?.Length ?? 0) && text.EndsWith(word))
                best = word;
        }
        return best;
    }

    [OverloadResolutionPriority(1)]
    public static bool ContainsAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word) >= 0)
                return true;
        }
        return false;
    }
}
