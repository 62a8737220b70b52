namespace Mingce.Gongwen.Writing;

/// <summary>What a paragraph has besides its style; measures in twips.</summary>
internal readonly record struct Form(string Style)
{
    public bool KeepNext { get; init; }

    /// <summary>Sets aside that its style keeps with the next.</summary>
    public bool IsParted { get; init; }

    public bool BreaksPage { get; init; }

    /// <summary>A line under it, in eighths of a point.</summary>
    public int LowerLine { get; init; }

    /// <summary>A tab stop at which text ends, from the left margin.</summary>
    public int RightTab { get; init; }

    public int? Before { get; init; }

    public int? After { get; init; }

    /// <summary>Fixed height of the lines.</summary>
    public int? Line { get; init; }

    public int Left { get; init; }

    public int Right { get; init; }

    public int Hanging { get; init; }

    public string? Alignment { get; init; }

    /// <summary>The last paragraph of its section.</summary>
    public bool EndsSection { get; init; }
}
