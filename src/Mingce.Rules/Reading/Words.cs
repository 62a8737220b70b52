using System.Buffers;
using System.Collections;
using System.Runtime.CompilerServices;

namespace Mingce.Rules.Reading;

/// <summary>A list of words that is looked up by its first or last character: a place where none of them stands costs one look.</summary>
[CollectionBuilder(typeof(Words), nameof(Create))]
internal sealed class Words : IReadOnlyCollection<string>
{
    private readonly string[] _words;
    private readonly string[][] _byFirst;
    private readonly Lazy<string[][]> _byLast;
    private readonly Lazy<SearchValues<string>> _anywhere;

    private Words(string[] words)
    {
        _words = words;
        _byFirst = Buckets(words, word => word[0]);
        _byLast = new(() => Buckets(words, word => word[^1]));
        _anywhere = new(() => SearchValues.Create(words, StringComparison.Ordinal));
    }

    /// <summary>How many words.</summary>
    public int Count => _words.Length;

    /// <summary>For collection expressions.</summary>
    public static Words Create(ReadOnlySpan<string> words) => new(words.ToArray());

    /// <summary>The longest word that the text begins with, else null.</summary>
    public string? PrefixOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        foreach (var word in _byFirst[text[0] & (_byFirst.Length - 1)])
        {
            if (text.StartsWith(word))
                return word;
        }
        return null;
    }

    /// <summary>The longest word that the text ends with, else null.</summary>
    public string? SuffixOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return null;
        var buckets = _byLast.Value;
        foreach (var word in buckets[text[^1] & (buckets.Length - 1)])
        {
            if (text.EndsWith(word))
                return word;
        }
        return null;
    }

    /// <summary>To look for any of the words in a text.</summary>
    public SearchValues<string> Anywhere => _anywhere.Value;

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _words.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _words.GetEnumerator();

    /// <summary>The words by the low bits of a character, longest first; the number of buckets is a power of two.</summary>
    private static string[][] Buckets(string[] words, Func<string, char> key)
    {
        var size = 16;
        while (size < words.Length * 4)
            size *= 2;
        var buckets = new string[size][];
        Array.Fill(buckets, []);
        foreach (var group in words.GroupBy(word => key(word) & (size - 1)))
            buckets[group.Key] = [.. group.OrderByDescending(word => word.Length)];
        return buckets;
    }
}
