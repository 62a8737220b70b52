using System.Xml.Linq;

namespace Mingce.Gongwen.Word;

/// <summary>How a paragraph is set, as far as a check asks; lengths in twips, those in characters and lines in hundredths. Null: nothing said here.</summary>
internal sealed record ParagraphFormat
{
    public static readonly ParagraphFormat Empty = new();

    /// <summary>start, end, left, right, center, both, distribute …</summary>
    public string? Alignment { get; init; }

    public int? Left { get; init; }

    public int? Right { get; init; }

    /// <summary>Negative: hanging.</summary>
    public int? FirstLine { get; init; }

    public int? LeftChars { get; init; }

    public int? RightChars { get; init; }

    /// <summary>Negative: hanging.</summary>
    public int? FirstLineChars { get; init; }

    public int? Before { get; init; }

    public int? After { get; init; }

    public int? BeforeLines { get; init; }

    public int? AfterLines { get; init; }

    /// <summary>Twips, or 240ths of a line where the rule is auto.</summary>
    public int? Line { get; init; }

    /// <summary>auto, exact or atLeast.</summary>
    public string? LineRule { get; init; }

    public bool? SnapToGrid { get; init; }

    public bool? PageBreakBefore { get; init; }

    public int? ListId { get; init; }

    public int? ListLevel { get; init; }

    public Border? Top { get; init; }

    public Border? Bottom { get; init; }

    /// <summary>Where a frame around the paragraph stands (outside, center …), or null.</summary>
    public string? FramePlace { get; init; }

    public static ParagraphFormat Read(XElement? pPr)
    {
        if (pPr is null) return Empty;
        var (indent, spacing, list) = (pPr.Child("ind"), pPr.Child("spacing"), pPr.Child("numPr"));
        return new ParagraphFormat
        {
            Alignment = pPr.Child("jc").Val(),
            Left = indent.Number("left") ?? indent.Number("start"),
            Right = indent.Number("right") ?? indent.Number("end"),
            FirstLine = -indent.Number("hanging") ?? indent.Number("firstLine"),
            LeftChars = indent.Number("leftChars") ?? indent.Number("startChars"),
            RightChars = indent.Number("rightChars") ?? indent.Number("endChars"),
            FirstLineChars = -indent.Number("hangingChars") ?? indent.Number("firstLineChars"),
            Before = spacing.Number("before"),
            After = spacing.Number("after"),
            BeforeLines = spacing.Number("beforeLines"),
            AfterLines = spacing.Number("afterLines"),
            Line = spacing.Number("line"),
            LineRule = spacing.Get("lineRule") ?? (spacing.Get("line") is null ? null : "auto"),
            SnapToGrid = pPr.OnOff("snapToGrid"),
            PageBreakBefore = pPr.OnOff("pageBreakBefore"),
            ListId = list.Child("numId").Number(),
            ListLevel = list.Child("ilvl").Number(),
            Top = Border.Read(pPr.Child("pBdr").Child("top")),
            Bottom = Border.Read(pPr.Child("pBdr").Child("bottom")),
            FramePlace = pPr.Child("framePr").Get("xAlign"),
        };
    }

    /// <summary>This, where it says something, else what is below.</summary>
    public ParagraphFormat Over(ParagraphFormat below) => ReferenceEquals(this, Empty) ? below : ReferenceEquals(below, Empty) ? this : new()
    {
        Alignment = Alignment ?? below.Alignment,
        Left = Left ?? below.Left,
        Right = Right ?? below.Right,
        FirstLine = FirstLine ?? below.FirstLine,
        LeftChars = LeftChars ?? below.LeftChars,
        RightChars = RightChars ?? below.RightChars,
        FirstLineChars = FirstLineChars ?? below.FirstLineChars,
        Before = Before ?? below.Before,
        After = After ?? below.After,
        BeforeLines = BeforeLines ?? below.BeforeLines,
        AfterLines = AfterLines ?? below.AfterLines,
        Line = Line ?? below.Line,
        LineRule = LineRule ?? below.LineRule,
        SnapToGrid = SnapToGrid ?? below.SnapToGrid,
        PageBreakBefore = PageBreakBefore ?? below.PageBreakBefore,
        ListId = ListId ?? below.ListId,
        ListLevel = ListLevel ?? below.ListLevel,
        Top = Top ?? below.Top,
        Bottom = Bottom ?? below.Bottom,
        FramePlace = FramePlace ?? below.FramePlace,
    };
}

/// <summary>A line at a side of a paragraph, a cell or a table.</summary>
/// <param name="Eighths">Thickness in eighths of a point; 0: no line.</param>
/// <param name="Color">RRGGBB, or auto.</param>
internal sealed record Border(int Eighths, string Color)
{
    public static Border? Read(XElement? side) => side is null ? null
        : new Border(side.Val() is "nil" or "none" ? 0 : side.Number("sz") ?? 4, (side.Get("color") ?? "auto").ToUpperInvariant());
}
