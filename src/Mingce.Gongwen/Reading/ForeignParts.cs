using System.Xml.Linq;

namespace Mingce.Gongwen.Reading;

/// <summary>What a .docx holds besides the blocks of its text and our own parts, kept as it is to be written again.</summary>
internal sealed record ForeignParts
{
    /// <summary>Name of the main part, such as word/document.xml.</summary>
    public required string MainPart { get; init; }

    /// <summary>Name and bytes of every part that stays, in the order of the file; neither the main part nor what the package says about its parts.</summary>
    public required IReadOnlyList<(string Name, byte[] Bytes)> Parts { get; init; }

    /// <summary>[Content_Types].xml.</summary>
    public required XElement ContentTypes { get; init; }

    /// <summary>The relations of the main part without ours.</summary>
    public required XElement Relations { get; init; }

    /// <summary>Style sheet without our styles, or null.</summary>
    public XElement? Styles { get; init; }

    /// <summary>Name of the style sheet.</summary>
    public string StylesPart { get; init; } = "";

    /// <summary>Settings, or null.</summary>
    public XElement? Settings { get; init; }

    /// <summary>Name of the settings.</summary>
    public string SettingsPart { get; init; } = "";

    /// <summary>Names that the root of the main part declares, and what may be ignored.</summary>
    public required IReadOnlyList<XAttribute> RootAttributes { get; init; }

    /// <summary>What stands before the body (a background).</summary>
    public required IReadOnlyList<XElement> BeforeBody { get; init; }

    /// <summary>Headers, and footers that hold more than page numbers, of the last section.</summary>
    public required IReadOnlyList<XElement> HeaderReferences { get; init; }

    /// <summary>Its footers hold more than page numbers: they stay.</summary>
    public bool HasFooters { get; init; }
}
