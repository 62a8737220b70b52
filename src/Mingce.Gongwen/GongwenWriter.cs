using Mingce.Gongwen.Profiles;
using Mingce.Gongwen.Writing;

namespace Mingce.Gongwen;

/// <summary>
/// Writes a document as .docx in the form of a profile, GB/T 9704-2012 if none is named: A4, 22 lines of 28 characters, page numbers at the outer margin.
/// The same document gives the same bytes. Fonts are named, none is embedded.
/// </summary>
public static class GongwenWriter
{
    /// <summary>The media type of a .docx.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="output">Takes the .docx; it need not be seekable and stays open.</param>
    /// <param name="profile">The form; null: <see cref="Profile.Standard"/>.</param>
    public static void Write(GongwenDocument document, Stream output, Profile? profile = null)
    {
        profile ??= Profile.Standard;
        var layout = new Layout(profile);
        var styles = new StyleSheet(profile, layout);
        var blocks = document.Blocks.Concat(document.Attachments.SelectMany(attachment => attachment.Blocks)).ToList();
        var pictures = new PictureWriter(blocks.OfType<Picture>());
        var parts = new PackageParts(document.Foreign);
        if (document.Foreign is { } foreign)
        {
            ForeignMerge.Add(parts, foreign, styles);
        }
        else
        {
            parts.Add("gwStyles", "styles", "styles.xml", styles.ToXml());
            parts.Add("gwSettings", "settings", "settings.xml", FixedParts.Settings);
            parts.Add("gwFontTable", "fontTable", "fontTable.xml", FixedParts.FontTable);
        }
        var withLandscape = blocks.Exists(block => block is Table { IsLandscape: true });
        foreach (var (id, xml) in new PageNumbers(profile, layout).Footers(withLandscape)) parts.Add(id, "footer", id + ".xml", xml);
        foreach (var picture in pictures.Parts) parts.Add(picture);
        parts.WriteTo(output, xml => new BodyWriter(xml, profile, layout, pictures).Write(document));
    }
}
