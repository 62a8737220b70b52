using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>The fonts of a theme (word/theme/theme1.xml).</summary>
internal sealed class WordTheme(XElement? root)
{
    private readonly XElement? scheme = root?.Below("fontScheme").FirstOrDefault();

    /// <summary>The font of a slot such as minorEastAsia, or null. An empty East Asian font means the one for simplified Chinese.</summary>
    public string? Font(string slot)
    {
        var fonts = scheme.Child(slot.StartsWith("major", StringComparison.Ordinal) ? "majorFont" : "minorFont");
        if (!slot.EndsWith("EastAsia", StringComparison.Ordinal)) return fonts.Child("latin").Get("typeface");
        var eastAsian = fonts.Child("ea").Get("typeface");
        return eastAsian is { Length: > 0 } ? eastAsian : fonts.Children("font").FirstOrDefault(font => font.Get("script") == "Hans").Get("typeface");
    }
}
