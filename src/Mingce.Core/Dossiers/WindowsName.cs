using System.Globalization;
using System.Text;
using Mingce.Core.Texts;

namespace Mingce.Core.Dossiers;

/// <summary>
/// Names of files and folders that open on Windows as well: no reserved characters, nothing invisible, no dot or space at an end, bounded length.
/// Device names (CON, NUL) cannot come about: every name of a dossier begins with a number.
/// </summary>
public static class WindowsName
{
    private const string Reserved = "<>:\"/\\|?*";
    private const string FullWidth = "＜＞：＂／＼｜？＊";

    /// <param name="text">Any text.</param>
    /// <param name="length">The most UTF-16 units it may have, 2 or more; what is cut off shows as ….</param>
    /// <returns>Empty where nothing printable is left.</returns>
    public static string Of(string text, int length)
    {
        var name = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var reserved = rune.IsBmp ? Reserved.IndexOf((char)rune.Value) : -1;
            if (reserved >= 0)
            {
                name.Append(FullWidth[reserved]);
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                name.Append(name.Length > 0 && name[^1] != ' ' ? " " : "");
            }
            else if (IsPrintable(rune))
            {
                name.Append(rune);
            }
        }
        return Cut(name.ToString().Trim(' ', '.'), length);
    }

    // A dossier's names are compared without regard to case or composition on other systems: one form for all.
    private static string Cut(string name, int length)
    {
        name = name.Normalize(NormalizationForm.FormC);
        return name.Length <= length ? name : name.Truncated(length - 1).TrimEnd(' ', '.') + "…";
    }

    private static bool IsPrintable(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
