using System.Security;
using Mingce.Gongwen.Profiles;

namespace Mingce.Gongwen.Writing;

/// <summary>
/// The footers. §7.5 [V]: 4号半角宋体 Arabic numerals between two 一字线, one character from the outer margin. On a page laid across the number
/// stays where it is on an upright one, so that all stand in one place when the paper is bound (§8 [V]).
/// </summary>
internal sealed class PageNumbers(Profile profile, Layout layout)
{
    public const string Odd = "gwFooterOdd";
    public const string Even = "gwFooterEven";
    public const string LandscapeOdd = "gwFooterLandscapeOdd";
    public const string LandscapeEven = "gwFooterLandscapeEven";

    /// <summary>Id of the relation and XML of each footer.</summary>
    public IEnumerable<(string Id, string Xml)> Footers(bool withLandscape)
    {
        var (odd, even) = profile.PageNumber.Place.Value switch
        {
            PageNumberPlace.Outer => ("right", "left"),
            PageNumberPlace.Center => ("center", "center"),
            PageNumberPlace.Right => ("right", "right"),
            _ => throw new InvalidOperationException("No such place."),
        };
        yield return (Odd, Footer(Number(odd)));
        yield return (Even, Footer(Number(even)));
        if (!withLandscape) yield break;
        yield return (LandscapeOdd, Footer(Turned(Number(odd), 1)));
        yield return (LandscapeEven, Footer(Turned(Number(even), 2)));
    }

    private static string Footer(string paragraph) => $"""{FixedParts.Head}<w:ftr xmlns:w="{FixedParts.MainNamespace}">{paragraph}</w:ftr>""";

    private string Number(string side)
    {
        var indent = (int)Math.Round(profile.PageNumber.Indent.Value * layout.CharPitch);
        var place = side == "center" ? "" : $"""<w:ind w:{side}="{indent}"/>""";
        return $"""<w:p><w:pPr><w:pStyle w:val="{Styles.PageNumber}"/>{place}<w:jc w:val="{side}"/></w:pPr>{Run(profile.PageNumber.Before.Value)}<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>{Run(profile.PageNumber.After.Value)}</w:p>""";
    }

    private static string Run(string text) => $"""<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{SecurityElement.Escape(text)}</w:t></w:r>""";

    // The foot of the upright page is the left edge of the one laid across; the number is turned with the sheet.
    private string Turned(string number, int id)
    {
        var page = layout.Landscape;
        var line = 2 * Measure.PointTwips(profile.PageNumber.Text.Size.Value);
        var left = page.Left - Measure.Twips(profile.PageNumber.Below.Value) - (line / 2);
        var box = new TextBox(TextBox.FirstId + id, $"页码{id}", line, page.TypeHeight, BoxPlace.At(left), BoxPlace.At(page.Top), "wrapNone", "vert", "ctr");
        return $"""<w:p><w:pPr><w:pStyle w:val="{Styles.PageNumber}"/></w:pPr><w:r>{box.Head}{number}{box.Tail}</w:r></w:p>""";
    }
}
