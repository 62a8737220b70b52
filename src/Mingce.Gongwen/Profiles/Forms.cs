namespace Mingce.Gongwen.Profiles;

/// <summary>幅面、页边 in mm.</summary>
public sealed class PageForm
{
    internal PageForm(ProfileValues values)
    {
        Width = values.Number("page", "width", 50, 1000);
        Height = values.Number("page", "height", 50, 1000);
        Top = values.Number("page", "top", 0, 200);
        Bottom = values.Number("page", "bottom", 0, 200);
        Left = values.Number("page", "left", 0, 200);
        Right = values.Number("page", "right", 0, 200);
        Tolerance = values.Number("page", "tolerance", 0, 20);
        Mirrored = values.Flag("page", "mirrored");
    }

    /// <summary>210.</summary>
    public Setting<double> Width { get; }

    /// <summary>297.</summary>
    public Setting<double> Height { get; }

    /// <summary>天头 37.</summary>
    public Setting<double> Top { get; }

    /// <summary>35, what is left of 版心 225.</summary>
    public Setting<double> Bottom { get; }

    /// <summary>订口 28.</summary>
    public Setting<double> Left { get; }

    /// <summary>26, what is left of 版心 156.</summary>
    public Setting<double> Right { get; }

    /// <summary>How much a margin may differ: 1.</summary>
    public Setting<double> Tolerance { get; }

    /// <summary>Printed on both sides and bound at the left: margins are mirrored. Null: as one likes.</summary>
    public Setting<bool?> Mirrored { get; }
}

/// <summary>行数、字数 and what gives them.</summary>
public sealed class GridForm
{
    internal GridForm(ProfileValues values)
    {
        Lines = values.Number("grid", "lines", 1, 100);
        Characters = values.Number("grid", "characters", 1, 100);
        Types = values.Texts("grid", "types");
        LinePitch = values.Number("grid", "linePitch", 5, 100);
        CharacterSpacing = values.Number("grid", "characterSpacing", -10, 10);
    }

    /// <summary>Lines on a full page: 22.</summary>
    public Setting<double> Lines { get; }

    /// <summary>Characters in a full line: 28.</summary>
    public Setting<double> Characters { get; }

    /// <summary>Kinds of the document grid (w:docGrid type): the first is written, any is accepted.</summary>
    public Setting<IReadOnlyList<string>> Types { get; }

    /// <summary>Pitch of the lines in points.</summary>
    public Setting<double> LinePitch { get; }

    /// <summary>What is added to the width of every character, in points.</summary>
    public Setting<double> CharacterSpacing { get; }
}

/// <summary>署名、成文日期, measured in characters.</summary>
public sealed class SignatureForm
{
    internal SignatureForm(ProfileValues values)
    {
        Text = new ElementForm(values, "signature");
        RightIndent = values.Number("signature", "rightIndent", 0, 28);
        DateShift = values.Number("signature", "dateShift", -28, 28);
        SealDateRightIndent = values.Number("signature", "sealDateRightIndent", 0, 28);
        SealSize = values.Number("signature", "sealSize", 10, 100);
    }

    /// <summary>How both are set.</summary>
    public ElementForm Text { get; }

    /// <summary>Without seal: what is between 署名 and the right margin.</summary>
    public Setting<double> RightIndent { get; }

    /// <summary>Without seal: how far the first character of the date stands to the right of that of the 署名.</summary>
    public Setting<double> DateShift { get; }

    /// <summary>With a seal: what is between the date and the right margin; the 署名 is centred above the date.</summary>
    public Setting<double> SealDateRightIndent { get; }

    /// <summary>Diameter of the seal for which room is left, in mm.</summary>
    public Setting<double> SealSize { get; }
}

/// <summary>版记.</summary>
public sealed class ImprintForm
{
    internal ImprintForm(ProfileValues values)
    {
        Text = new ElementForm(values, "imprint");
        Indent = values.Number("imprint", "indent", 0, 28);
        OuterLine = values.Number("imprint", "outerLine", 0.05, 5);
        InnerLine = values.Number("imprint", "innerLine", 0.05, 5);
    }

    /// <summary>How 抄送机关, 印发机关 and 印发日期 are set.</summary>
    public ElementForm Text { get; }

    /// <summary>Characters (of its own size) on both sides.</summary>
    public Setting<double> Indent { get; }

    /// <summary>Thickness of the first and the last line in mm.</summary>
    public Setting<double> OuterLine { get; }

    /// <summary>Thickness of a line between in mm.</summary>
    public Setting<double> InnerLine { get; }
}

/// <summary>页码.</summary>
public sealed class PageNumberForm
{
    internal PageNumberForm(ProfileValues values)
    {
        Text = new ElementForm(values, "pageNumber");
        Before = values.Text("pageNumber", "before");
        After = values.Text("pageNumber", "after");
        Place = values.Choice<PageNumberPlace>("pageNumber", "place");
        Indent = values.Number("pageNumber", "indent", 0, 28);
        Below = values.Number("pageNumber", "below", 0, 50);
    }

    /// <summary>How it is set.</summary>
    public ElementForm Text { get; }

    /// <summary>What stands before the number: a 一字线 and a space.</summary>
    public Setting<string> Before { get; }

    /// <summary>What stands behind the number.</summary>
    public Setting<string> After { get; }

    /// <summary>Where it stands.</summary>
    public Setting<PageNumberPlace> Place { get; }

    /// <summary>Characters between it and the margin.</summary>
    public Setting<double> Indent { get; }

    /// <summary>The middle of the 一字线 under the lower edge of the type area, in mm.</summary>
    public Setting<double> Below { get; }
}
