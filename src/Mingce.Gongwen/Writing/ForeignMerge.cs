using System.Xml.Linq;
using Mingce.Gongwen.Reading;

namespace Mingce.Gongwen.Writing;

/// <summary>Puts our styles and settings beside those of a file that another program wrote.</summary>
internal static class ForeignMerge
{
    private static readonly XNamespace W = FixedParts.MainNamespace;

    // The schema lays down an order; these stand before what we set.
    private static readonly string[] BeforeMirror =
    [
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries", "displayBackgroundShape",
        "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData",
    ];

    private static readonly string[] BeforeEvenAndOdd =
    [
        .. BeforeMirror, "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
        "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
        "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting",
        "documentProtection", "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit",
        "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle",
    ];

    public static void Add(PackageParts parts, ForeignParts foreign, StyleSheet styles)
    {
        if (foreign.Styles is null)
        {
            parts.Add("gwStyles", "styles", "gwStyles.xml", styles.ToXml());
        }
        else
        {
            var sheet = new XElement(foreign.Styles);
            sheet.Add(styles.Own().Select(Parse));
            parts.Replace(foreign.StylesPart, sheet);
        }
        if (foreign.Settings is null)
        {
            parts.Add("gwSettings", "settings", "gwSettings.xml", FixedParts.Settings);
        }
        else
        {
            var settings = new XElement(foreign.Settings);
            Set(settings, "mirrorMargins", BeforeMirror);
            Set(settings, "evenAndOddHeaders", BeforeEvenAndOdd);
            parts.Replace(foreign.SettingsPart, settings);
        }
    }

    private static XElement Parse(string style)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"""<w:styles xmlns:w="{W}">{style}</w:styles>"""));
        using var reader = SafeXml.Read(stream);
        return XElement.Load(reader).Elements().Single();
    }

    private static void Set(XElement settings, string name, string[] before)
    {
        settings.Elements(W + name).Remove();
        var last = settings.Elements().LastOrDefault(element => element.Name.Namespace == W && before.Contains(element.Name.LocalName));
        if (last is null) settings.AddFirst(new XElement(W + name));
        else last.AddAfterSelf(new XElement(W + name));
    }
}
