using System.Globalization;
using System.Text;

namespace Mingce.Core.Search;

/// <summary>
/// What search takes for the same: capital and small letters, full-width and half-width forms, the brackets of a 文号 (〔2026〕, [2026], （2026）), and blanks, which count only between two words of
/// letters or digits (张　三 is 张三, New York is not NewYork).
/// </summary>
public static class Folding
{
    /// <summary>Stands between the fields of an entry: nothing that is searched for goes across it.</summary>
    public const char FieldEnd = '\n';

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var (character, _) in Walk(text))
        {
            folded.Append(character);
        }
        return folded.ToString();
    }

    /// <summary>The fields of an entry as one searched text.</summary>
    public static string Join(params IEnumerable<string> fields) => string.Join(FieldEnd, fields.Select(Fold).Where(f => f.Length > 0));

    /// <summary>Where in the text, unfolded, a folded word stands.</summary>
    /// <param name="start">The first place that is looked at.</param>
    /// <returns>Start and end; null where it does not stand there.</returns>
    public static (int Start, int End)? Find(string text, string word, int start = 0)
    {
        var rest = text[start..];
        var at = Fold(rest).IndexOf(word, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }
        var places = Walk(rest).Skip(at).Take(word.Length).Select(c => c.Place);
        return (start + places.First(), start + places.Last() + 1);
    }

    private static IEnumerable<(char Character, int Place)> Walk(string text)
    {
        var last = '\0';
        var blank = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Form(text[i]);
            if (char.IsWhiteSpace(c))
            {
                blank = i;
                continue;
            }
            if (IsNoCharacter(text, i))
            {
                continue;
            }
            if (blank >= 0 && char.IsAsciiLetterOrDigit(last) && char.IsAsciiLetterOrDigit(c))
            {
                yield return (' ', blank);
            }
            blank = -1;
            yield return (c, i);
            last = c;
        }
    }

    private static char Form(char c) =>
        c is '〔' or '【' or '［' or '[' ? '(' : c is '〕' or '】' or '］' or ']' ? ')'
        : c is >= '！' and <= '～' ? char.ToLowerInvariant((char)(c - 0xFEE0)) : char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c;

    // Marks that nobody sees, and halves of pairs, which no database stores.
    private static bool IsNoCharacter(string text, int i) => char.GetUnicodeCategory(text[i]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format => true,
        UnicodeCategory.Surrogate => char.IsHighSurrogate(text[i])
            ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
            : i == 0 || !char.IsHighSurrogate(text[i - 1]),
        _ => false,
    };
}
