using Mingce.Gongwen.Word;

namespace Mingce.Gongwen.Checking;

/// <summary>Heights and widths in twips as an office program lays them out, computed from the settings alone.</summary>
internal sealed class LineMetrics(WordDocument document)
{
    private const double NaturalLine = 1.3; // of the type size: what Word gives a line of Chinese without grid

    /// <summary>Height of a line of a paragraph.</summary>
    public double Height(WordParagraph paragraph)
    {
        var format = paragraph.Format;
        var natural = paragraph.Size * 10 * NaturalLine;
        if (format is { LineRule: "exact", Line: { } exact }) return exact;
        var section = document.Sections[Math.Min(paragraph.Section, document.Sections.Count - 1)];
        if (section is { GridType: not null, LinePitch: { } pitch and > 0 } && format.SnapToGrid != false) natural = Math.Ceiling(natural / pitch) * pitch;
        return format switch
        {
            { LineRule: "atLeast", Line: { } least } => Math.Max(least, natural),
            { LineRule: "auto", Line: { } part } => natural * part / 240,
            _ => natural,
        };
    }

    /// <summary>What a Chinese character of this run takes of the line.</summary>
    public double Advance(RunFormat run, WordSection section)
    {
        var size = (run.Size ?? 20) * 10 * (run.Scale ?? 100) / 100.0;
        var added = section.CharacterSpace * 20 / 4096.0;
        if (section.GridType == "snapToChars" && run.SnapToGrid != false)
        {
            var cell = Math.Max(1, (document.Styles.NormalSize * 10) + added);
            return Math.Ceiling((size + (run.Spacing ?? 0) - 0.5) / cell) * cell;
        }
        return size + (run.Spacing ?? 0) + (section.GridType == "linesAndChars" && run.SnapToGrid != false ? added : 0);
    }

    /// <summary>Space before and behind a paragraph.</summary>
    public (double Before, double After) Space(WordParagraph paragraph)
    {
        var pitch = Pitch(paragraph);
        var format = paragraph.Format;
        return (format.BeforeLines is { } before and > 0 ? before * pitch / 100 : format.Before ?? 0, format.AfterLines is { } after and > 0 ? after * pitch / 100 : format.After ?? 0);
    }

    /// <summary>The line in which empty lines are counted: that of the grid, or 3号's.</summary>
    public double Pitch(WordItem item)
    {
        var section = document.Sections[Math.Min(item.Section, document.Sections.Count - 1)];
        return section is { GridType: not null, LinePitch: { } pitch and > 0 } ? pitch : 579;
    }

    /// <summary>An indent in characters: those given in characters first, as Word takes them.</summary>
    public static double Characters(int? hundredths, int? twips, WordParagraph paragraph) =>
        hundredths is { } chars and not 0 ? chars / 100.0 : (twips ?? 0) / (paragraph.Size * 10.0);
}
