using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>How a run of characters is set, as far as a check asks. Null: nothing said here.</summary>
internal sealed record RunFormat
{
    public static readonly RunFormat Empty = new();

    public FontSlot? EastAsia { get; init; }

    public FontSlot? Ascii { get; init; }

    public FontSlot? HighAnsi { get; init; }

    public string? Hint { get; init; }

    /// <summary>Half points.</summary>
    public int? Size { get; init; }

    public bool? Bold { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>RRGGBB, or auto.</summary>
    public string? Color { get; init; }

    /// <summary>Twips added to every character.</summary>
    public int? Spacing { get; init; }

    /// <summary>Width of the characters in percent.</summary>
    public int? Scale { get; init; }

    public bool? Underlined { get; init; }

    public bool? Italic { get; init; }

    public bool? SnapToGrid { get; init; }

    public static RunFormat Read(XElement? rPr, WordTheme theme)
    {
        if (rPr is null) return Empty;
        var fonts = rPr.Child("rFonts");
        return new RunFormat
        {
            EastAsia = Slot(fonts, "eastAsia", theme),
            Ascii = Slot(fonts, "ascii", theme),
            HighAnsi = Slot(fonts, "hAnsi", theme),
            Hint = fonts.Get("hint"),
            Size = rPr.Child("sz").Number() is { } size and > 0 ? size : null,
            Bold = rPr.OnOff("b"),
            Hidden = rPr.OnOff("vanish"),
            Color = rPr.Child("color").Val()?.ToUpperInvariant(),
            Spacing = rPr.Child("spacing").Number(),
            Scale = rPr.Child("w").Number(),
            Underlined = rPr.OnOff("u"),
            Italic = rPr.OnOff("i"),
            SnapToGrid = rPr.OnOff("snapToGrid"),
        };
    }

    /// <summary>This, where it says something, else what is below.</summary>
    public RunFormat Over(RunFormat below) => ReferenceEquals(this, Empty) ? below : ReferenceEquals(below, Empty) ? this : new()
    {
        EastAsia = EastAsia ?? below.EastAsia,
        Ascii = Ascii ?? below.Ascii,
        HighAnsi = HighAnsi ?? below.HighAnsi,
        Hint = Hint ?? below.Hint,
        Size = Size ?? below.Size,
        Bold = Bold ?? below.Bold,
        Hidden = Hidden ?? below.Hidden,
        Color = Color ?? below.Color,
        Spacing = Spacing ?? below.Spacing,
        Scale = Scale ?? below.Scale,
        Underlined = Underlined ?? below.Underlined,
        Italic = Italic ?? below.Italic,
        SnapToGrid = SnapToGrid ?? below.SnapToGrid,
    };

    // A theme's font stands before the name beside it.
    private static FontSlot? Slot(XElement? fonts, string slot, WordTheme theme)
    {
        var (named, themed) = (fonts.Get(slot), fonts.Get(slot + "Theme"));
        if (themed is not null && theme.Font(themed) is { Length: > 0 } font) return new FontSlot(font, themed, named);
        return named is null ? null : new FontSlot(named, null, null);
    }
}

/// <summary>The font of one kind of characters.</summary>
/// <param name="Name">What is used.</param>
/// <param name="Theme">The theme's slot it comes from, or null.</param>
/// <param name="Overridden">The name that the theme's font stands before, or null.</param>
internal sealed record FontSlot(string Name, string? Theme, string? Overridden);
