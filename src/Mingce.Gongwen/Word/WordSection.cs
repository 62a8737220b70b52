using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>The page of a section; lengths in twips. What is not said is what Word takes.</summary>
internal sealed class WordSection
{
    public WordSection(XElement? sectPr)
    {
        var (size, margins, grid, number) = (sectPr.Child("pgSz"), sectPr.Child("pgMar"), sectPr.Child("docGrid"), sectPr.Child("pgNumType"));
        Width = size.Number("w") ?? 12240;
        Height = size.Number("h") ?? 15840;
        Top = Math.Abs(margins.Number("top") ?? 1440);
        Bottom = Math.Abs(margins.Number("bottom") ?? 1440);
        Left = (margins.Number("left") ?? 1800) + (margins.Number("gutter") ?? 0);
        Right = margins.Number("right") ?? 1800;
        Footer = margins.Number("footer") ?? 720;
        GridType = grid.Get("type") is { } type and not "default" ? type : null;
        LinePitch = grid.Number("linePitch");
        CharacterSpace = grid.Number("charSpace") ?? 0;
        HasFirstPage = sectPr.OnOff("titlePg") == true;
        NumberFormat = number.Get("fmt") ?? "decimal";
        NumberStart = number.Number("start");
        Break = sectPr.Child("type").Val() ?? "nextPage";
    }

    public int Width { get; }

    public int Height { get; }

    public int Top { get; }

    public int Bottom { get; }

    public int Left { get; }

    public int Right { get; }

    /// <summary>Lower edge of the footer from the edge of the page.</summary>
    public int Footer { get; }

    /// <summary>lines, linesAndChars, snapToChars; null: no grid.</summary>
    public string? GridType { get; }

    public int? LinePitch { get; }

    /// <summary>What the grid adds to every character, in 4096ths of a point.</summary>
    public int CharacterSpace { get; }

    /// <summary>The first page has a header and a footer of its own.</summary>
    public bool HasFirstPage { get; }

    public string NumberFormat { get; }

    public int? NumberStart { get; }

    /// <summary>How the section begins: nextPage, continuous, oddPage …</summary>
    public string Break { get; }

    /// <summary>Paragraphs of its footers and headers by kind (default, even, first), with what is taken over from the section before.</summary>
    public Dictionary<string, IReadOnlyList<WordParagraph>> Margins { get; } = new(StringComparer.Ordinal);

    public bool IsLandscape => Width > Height;

    public int TypeWidth => Width - Left - Right;

    public int TypeHeight => Height - Top - Bottom;
}
