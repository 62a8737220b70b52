namespace Mingce.Core.Texts;

/// <summary>Cuts a text without leaving half a character, which no database stores.</summary>
public static class Truncation
{
    /// <summary>The text, or its beginning where it is longer.</summary>
    /// <param name="longest">UTF-16 units, at least 1.</param>
    public static string Truncated(this string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
