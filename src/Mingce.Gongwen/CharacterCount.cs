using System.Text;

namespace Mingce.Gongwen;

/// <summary>
/// The three figures that WPS and Word show as 字数统计. That a Chinese character and a full-width sign count one each, and a word of other
/// letters counts one, is what their public guides say [V]; how single signs between the two are taken is observed use [K]. Both
/// programs count line ends nowhere [K].
/// </summary>
public static class CharacterCount
{
    /// <summary>
    /// Counts every Chinese character and every Chinese or full-width punctuation mark as one, and every run of other characters
    /// (letters, digits, ASCII punctuation) up to a space or a Chinese character as one word. White space counts nothing.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>0 or more.</returns>
    public static int Count(string text)
    {
        var count = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsInvisible(rune.Value)) continue;
            var single = IsEastAsian(rune.Value);
            var wordCharacter = !single && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune);
            if (single || (wordCharacter && !inWord)) count++;
            inWord = wordCharacter;
        }
        return count;
    }

    /// <summary>字符数（不计空格）: every character but white space, half-width or full-width.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>0 or more, in Unicode code points.</returns>
    public static int CountCharacters(string text) => text.EnumerateRunes().Count(rune => !IsInvisible(rune.Value) && !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune));

    /// <summary>字符数（计空格）: the same, and every space; line ends and tabs do not count.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>0 or more, in Unicode code points.</returns>
    public static int CountCharactersAndSpaces(string text) => CountCharacters(text) + text.EnumerateRunes().Count(rune => Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune));

    private static bool IsInvisible(int value) => value is (>= 0x200B and <= 0x200F) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF;

    private static bool IsEastAsian(int value) => value
        is 0xB7 // · between the parts of a name
        or (>= 0x2010 and <= 0x2027) or (>= 0x2030 and <= 0x205E) // — “ ” ‘ ’ … ※, set full-width in Chinese text
        or (>= 0x2460 and <= 0x24FF) // ① ⑴
        or (>= 0x2500 and <= 0x25FF) // ■ ○
        or (>= 0x2E80 and <= 0x2FFF) or (>= 0x3001 and <= 0x9FFF) // radicals, punctuation, kana, ideographs; 0x3000 is white space
        or (>= 0xAC00 and <= 0xD7AF) // Hangul
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F)
        or (>= 0xFF01 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) // full-width forms
        or (>= 0x20000 and <= 0x3FFFF); // ideographs outside the BMP
}
