namespace Mingce.Gongwen.Profiles;

/// <summary>How one element of a document (标题, 正文 …) is set. What the standard does not say of an element is said of all text (§5.2.2).</summary>
public sealed class ElementForm
{
    internal ElementForm(ProfileValues values, string element)
    {
        Fonts = values.Fonts(element, "fonts");
        LatinFonts = values.Fonts(element, "latinFonts");
        Size = values.Number(element, "size", 1, 200);
        Bold = values.Flag(element, "bold");
        Color = values.Color(element, "color");
        Alignment = values.Choice<TextAlignment>(element, "alignment");
        FirstLine = values.Number(element, "firstLine", 0, 28);
        LinesBefore = values.Number(element, "linesBefore", 0, 22);
    }

    /// <summary>East Asian fonts: the first is written, any is accepted. At least one.</summary>
    public Setting<IReadOnlyList<string>> Fonts { get; }

    /// <summary>Fonts of letters and digits that a check accepts besides <see cref="Fonts"/>. At least one.</summary>
    public Setting<IReadOnlyList<string>> LatinFonts { get; }

    /// <summary>Type size in points: 2号 22, 3号 16, 4号 14.</summary>
    public Setting<double> Size { get; }

    /// <summary>Whether it is bold; null: as one likes.</summary>
    public Setting<bool?> Bold { get; }

    /// <summary>Colour of the text, RRGGBB.</summary>
    public Setting<string> Color { get; }

    /// <summary>How its lines stand; left and both are the same to a check.</summary>
    public Setting<TextAlignment> Alignment { get; }

    /// <summary>Indent of the first line in characters.</summary>
    public Setting<double> FirstLine { get; }

    /// <summary>Empty lines before it.</summary>
    public Setting<double> LinesBefore { get; }
}
