namespace Mingce.Gongwen.Writing;

/// <summary>A box without border that lies where it is told on the page, as Word has it since 2010.</summary>
/// <param name="Id">Of the drawing, one of its own in the part.</param>
/// <param name="Name">What a list of drawings calls it.</param>
/// <param name="Width">In twips, like the height.</param>
/// <param name="Across">Where it lies across: what that is relative to, and the place.</param>
/// <param name="Down">Where it lies down the page.</param>
/// <param name="Wrap">wrapNone, or wrapTopAndBottom to keep text off.</param>
/// <param name="Direction">horz, or vert: its lines run from top to bottom.</param>
/// <param name="Floor">Where its lines stand: ctr, or b.</param>
internal sealed record TextBox(int Id, string Name, int Width, int Height, BoxPlace Across, BoxPlace Down, string Wrap, string Direction, string Floor)
{
    /// <summary>Above those of pictures, which count from 1.</summary>
    public const int FirstId = 100_001;

    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const string Art = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private string Extent => $"cx=\"{Width * BoxPlace.EmuInTwip}\" cy=\"{Height * BoxPlace.EmuInTwip}\"";

    /// <summary>What stands before its paragraphs, within a run.</summary>
    public string Head => $"""
        <mc:AlternateContent xmlns:mc="{Compatibility}"><mc:Choice xmlns:wps="{Shape}" Requires="wps"><w:drawing><wp:anchor xmlns:wp="{Drawing}" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{Id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{Across.From}">{Across.Place}</wp:positionH><wp:positionV relativeFrom="{Down.From}">{Down.Place}</wp:positionV><wp:extent {Extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:{Wrap}/><wp:docPr id="{Id}" name="{Name}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{Art}"><a:graphicData uri="{Shape}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {Extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>
        """;

    /// <summary>What stands behind them.</summary>
    public string Tail => $"""
        </w:txbxContent></wps:txbx><wps:bodyPr vert="{Direction}" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{Floor}"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>
        """;
}

/// <summary>A place on the page.</summary>
/// <param name="From">page or margin.</param>
/// <param name="Place">An element that says where.</param>
internal readonly record struct BoxPlace(string From, string Place)
{
    public const int EmuInTwip = 635;

    public static BoxPlace At(int twips) => new("page", $"<wp:posOffset>{twips * EmuInTwip}</wp:posOffset>");

    public static BoxPlace Margin(string side) => new("margin", $"<wp:align>{side}</wp:align>");
}
