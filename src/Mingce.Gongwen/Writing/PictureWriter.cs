using System.Globalization;
using System.Security.Cryptography;
using System.Xml;

namespace Mingce.Gongwen.Writing;

/// <summary>The pictures of a document: one part for each file, however often it is shown.</summary>
internal sealed class PictureWriter
{
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const string Art = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Pictures = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const long EmuInPixel = 9525; // 96 to the inch
    private const long EmuInTwip = 635;

    private readonly Dictionary<string, PicturePart> parts = [];
    private readonly Dictionary<Picture, string> ids = new(ReferenceEqualityComparer.Instance);
    private int shown;

    public PictureWriter(IEnumerable<Picture> pictures)
    {
        foreach (var picture in pictures)
        {
            var hash = Convert.ToHexString(SHA256.HashData(picture.Data.Span));
            if (!parts.TryGetValue(hash, out var part))
            {
                part = parts[hash] = new(Invariant($"gwPicture{parts.Count + 1}"), picture.Header.Extension, picture.Data);
            }
            ids[picture] = part.Id;
        }
    }

    public IReadOnlyCollection<PicturePart> Parts => parts.Values;

    /// <param name="width">The most it may take across, in twips.</param>
    /// <param name="height">The most it may take down, in twips.</param>
    public void Write(XmlWriter xml, Picture picture, int width, int height)
    {
        var header = picture.Header;
        var (across, down) = header.IsTurned ? (header.Height, header.Width) : (header.Width, header.Height);
        // Word keeps the room of a turned picture as room around the one that lies; other programs add it to that of the turned one.
        var spare = header.IsTurned ? (header.Width - header.Height) / 2.0 : 0;
        var (roomAcross, roomDown) = (across + (2 * Math.Max(0, -spare)), down + (2 * Math.Max(0, spare)));
        var scale = Math.Min(width * EmuInTwip / (roomAcross * EmuInPixel), height * EmuInTwip / (roomDown * EmuInPixel));
        if (!picture.OnOwnPage) scale = Math.Min(1, scale);
        var (cx, cy) = (Math.Max(1, Emu(header.Width)), Math.Max(1, Emu(header.Height))); // as stored; the turn comes afterwards
        shown++;

        xml.WriteStartElement("wp", "inline", Drawing);
        Attributes(("distT", 0), ("distB", 0), ("distL", 0), ("distR", 0));
        Empty("wp", "extent", Drawing, ("cx", cx), ("cy", cy));
        Empty("wp", "effectExtent", Drawing, ("l", Emu(-spare)), ("t", Emu(spare)), ("r", Emu(-spare)), ("b", Emu(spare)));
        Empty("wp", "docPr", Drawing, ("id", shown), ("name", Invariant($"图片{shown}")), ("descr", picture.Caption.Replace('\n', ' ')));
        xml.WriteStartElement("a", "graphic", Art);
        xml.WriteStartElement("a", "graphicData", Art);
        Attributes(("uri", Pictures));
        xml.WriteStartElement("pic", "pic", Pictures);
        xml.WriteStartElement("pic", "nvPicPr", Pictures);
        Empty("pic", "cNvPr", Pictures, ("id", shown), ("name", Invariant($"图片{shown}")));
        Empty("pic", "cNvPicPr", Pictures);
        xml.WriteEndElement();
        xml.WriteStartElement("pic", "blipFill", Pictures);
        xml.WriteStartElement("a", "blip", Art);
        xml.WriteAttributeString("r", "embed", FixedParts.RelationsNamespace, ids[picture]);
        xml.WriteEndElement();
        xml.WriteStartElement("a", "stretch", Art);
        Empty("a", "fillRect", Art);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("pic", "spPr", Pictures);
        xml.WriteStartElement("a", "xfrm", Art);
        Attributes(Turn(header.Orientation));
        Empty("a", "off", Art, ("x", 0), ("y", 0));
        Empty("a", "ext", Art, ("cx", cx), ("cy", cy));
        xml.WriteEndElement();
        xml.WriteStartElement("a", "prstGeom", Art);
        Attributes(("prst", "rect"));
        Empty("a", "avLst", Art);
        for (var open = 6; open > 0; open--) xml.WriteEndElement();

        long Emu(double pixels) => (long)(Math.Max(0, pixels) * EmuInPixel * scale);

        void Empty(string prefix, string name, string space, params ReadOnlySpan<(string, object)> attributes)
        {
            xml.WriteStartElement(prefix, name, space);
            Attributes(attributes);
            xml.WriteEndElement();
        }

        void Attributes(params ReadOnlySpan<(string Name, object Value)> attributes)
        {
            foreach (var (name, value) in attributes) xml.WriteAttributeString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }

    // What EXIF says a viewer should do, as Word says it: in 1/60000 of a degree.
    private static (string, object)[] Turn(int orientation) => orientation switch
    {
        2 => [("flipH", 1)],
        3 => [("rot", 10_800_000)],
        4 => [("flipV", 1)],
        5 => [("rot", 5_400_000), ("flipV", 1)],
        6 => [("rot", 5_400_000)],
        7 => [("rot", 16_200_000), ("flipV", 1)],
        8 => [("rot", 16_200_000)],
        _ => [],
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>A picture's part.</summary>
/// <param name="Id">Of the relation, and the name of the part.</param>
internal sealed record PicturePart(string Id, string Extension, ReadOnlyMemory<byte> Data);
