namespace Mingce.Rules.Schemes;

/// <summary>What a check counts. Everything named must hold; what is left empty is not asked.</summary>
/// <param name="Kinds">活动类型, any of them.</param>
/// <param name="Words">Words in the record's title or text.</param>
/// <param name="MinimumPeople">People who took part, at least; 0 asks nothing.</param>
/// <param name="Evidence">Evidence that each record needs; empty asks for one piece of any form.</param>
/// <param name="NeedsText">Whether each record needs a text of its own (另附文字说明).</param>
public sealed record Selection(
    IReadOnlyList<string> Kinds,
    Wording? Words = null,
    int MinimumPeople = 0,
    IReadOnlyList<EvidenceNeed>? Evidence = null,
    bool NeedsText = false)
{
    /// <summary>Evidence that each record needs; empty asks for one piece of any form.</summary>
    public IReadOnlyList<EvidenceNeed> Evidence { get; } = Evidence ?? [];
}

/// <summary>Words to be found in a text, whatever the case of Latin letters: at least one of every group.</summary>
/// <param name="Groups">Groups of words that say the same; none of them empty, nor any word.</param>
public sealed record Wording(IReadOnlyList<IReadOnlyList<string>> Groups)
{
    /// <summary>One group: any of the words.</summary>
    public static Wording Any(params string[] words) => new([words]);

    /// <summary>Whether the text has a word of every group.</summary>
    public bool IsIn(string text) =>
        Groups.All(group => group.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>Evidence that each record needs: 每次活动照片不少于3张.</summary>
/// <param name="Forms">Forms that will do; empty is any.</param>
/// <param name="Minimum">Pieces, 1 or more.</param>
/// <param name="Parts">Parts that the pieces must have between them: 议题、时间、地点、参加人员.</param>
public sealed record EvidenceNeed(IReadOnlyList<EvidenceForm> Forms, int Minimum = 1, IReadOnlyList<Part>? Parts = null)
{
    /// <summary>Parts that the pieces must have between them.</summary>
    public IReadOnlyList<Part> Parts { get; } = Parts ?? [];
}

/// <summary>A part that documents must have.</summary>
/// <param name="Name">Its name on screen: 领导小组.</param>
/// <param name="Words">Words by which a document's title or text shows it.</param>
public sealed record Part(string Name, Wording Words);
