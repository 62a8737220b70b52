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

    private const string Namespaces = $"""
        xmlns:w="{FixedParts.MainNamespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        """;

    private const int EmuInTwip = 635;

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

    private static string Footer(string paragraph) => $"""{FixedParts.Head}<w:ftr {Namespaces}>{paragraph}</w:ftr>""";

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
        return $"""
            <w:p><w:pPr><w:pStyle w:val="{Styles.PageNumber}"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>{left * EmuInTwip}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{page.Top * EmuInTwip}</wp:posOffset></wp:positionV><wp:extent cx="{line * EmuInTwip}" cy="{page.TypeHeight * EmuInTwip}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{id}" name="页码{id}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{line * EmuInTwip}" cy="{page.TypeHeight * EmuInTwip}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>{number}</w:txbxContent></wps:txbx><wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>
            """;
    }
}
