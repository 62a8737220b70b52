namespace Mingce.Gongwen.Profiles;

/// <summary>How far a value can be relied on.</summary>
public enum Certainty
{
    /// <summary>V: read in the standard or in an excerpt of it.</summary>
    Verified,

    /// <summary>K: known, not yet compared with the printed standard.</summary>
    Known,

    /// <summary>D: derived from verified or known values.</summary>
    Derived,

    /// <summary>C: the standard says nothing; this is what the writer does. A check never reports it.</summary>
    Choice,

    /// <summary>H: laid down by a house profile.</summary>
    House,
}

/// <summary>One value of a profile and where it comes from.</summary>
/// <param name="Key">Its name in the profile's file, such as title.size; also the code of a finding. What an element takes from all text has the key text.….</param>
/// <param name="Value">The value; its unit is that of the property that holds it.</param>
/// <param name="Clause">The clause of the standard without §, such as 5.2.1.</param>
/// <param name="Certainty">How far it can be relied on.</param>
public sealed record Setting<T>(string Key, T Value, string Clause, Certainty Certainty);

/// <summary>How the lines of a paragraph stand.</summary>
public enum TextAlignment
{
    /// <summary>左对齐.</summary>
    Left,

    /// <summary>居中.</summary>
    Center,

    /// <summary>右对齐.</summary>
    Right,

    /// <summary>两端对齐.</summary>
    Both,
}

/// <summary>Where page numbers stand.</summary>
public enum PageNumberPlace
{
    /// <summary>Odd pages right, even pages left (单右双左).</summary>
    Outer,

    /// <summary>居中.</summary>
    Center,

    /// <summary>Always right.</summary>
    Right,
}
