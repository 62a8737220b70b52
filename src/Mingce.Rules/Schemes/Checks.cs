namespace Mingce.Rules.Schemes;

/// <summary>One way to earn points of a standard. The set is closed: a new rule type is a new record here and an arm in <see cref="Scorer"/>.</summary>
public abstract record Check
{
    private protected Check(string id, string name, int points) => (Id, Name, Points) = (id, name, points);

    /// <summary>Unique in the scheme: the standard's id and the place in it, 1.3-2.</summary>
    public string Id { get; }

    /// <summary>What is asked, in the source's words.</summary>
    public string Name { get; }

    /// <summary>The most it can give, in hundredths, 0 or more.</summary>
    public int Points { get; }
}

/// <summary>达到次数: so many records in each period.</summary>
/// <param name="Id">Unique in the scheme.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Points">The most it can give, in hundredths.</param>
/// <param name="What">What is counted.</param>
/// <param name="Minimum">Records wanted in each period, 1 or more.</param>
/// <param name="Per">The period.</param>
/// <param name="Award">Whether a period short of the minimum costs all the points or only its share.</param>
public sealed record ThresholdCheck(
    string Id,
    string Name,
    int Points,
    Selection What,
    int Minimum = 1,
    Cycle Per = Cycle.Window,
    Award Award = Award.AllOrNothing) : Check(Id, Name, Points);

/// <summary>文件材料: documents which together hold every required part, in each period; all or nothing in each.</summary>
/// <param name="Id">Unique in the scheme.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Points">The most it can give, in hundredths.</param>
/// <param name="What">Records whose documents are looked at.</param>
/// <param name="Parts">Required parts, at least one.</param>
/// <param name="Per">The period in which they are wanted.</param>
/// <param name="Before">Only what is dated before this day of each year; needs <paramref name="Per"/> to be a year.</param>
public sealed record DocumentsCheck(
    string Id,
    string Name,
    int Points,
    Selection What,
    IReadOnlyList<Part> Parts,
    Cycle Per = Cycle.Window,
    DayOfYear? Before = null) : Check(Id, Name, Points);

/// <summary>达到比例: a ratio that the unit states for a day, with who counts.</summary>
/// <param name="Id">Unique in the scheme.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Points">The most it can give, in hundredths.</param>
/// <param name="RatioId">Which ratio: see <see cref="Ratio.Id"/>.</param>
/// <param name="Percent">The percentage to reach, 0 to 100.</param>
/// <param name="Above">Whether the percentage must be exceeded (大于90%), not only reached.</param>
public sealed record RatioCheck(
    string Id,
    string Name,
    int Points,
    string RatioId,
    decimal Percent,
    bool Above = false) : Check(Id, Name, Points);

/// <summary>人工评分: a grade that a named person gives with a reason, where the source has no measurable criterion.</summary>
/// <param name="Id">Unique in the scheme.</param>
/// <param name="Name">What is asked.</param>
/// <param name="Points">The most it can give, in hundredths.</param>
/// <param name="What">Records shown to the grader as a basis; null shows none. They change no points.</param>
public sealed record GradeCheck(string Id, string Name, int Points, Selection? What = null) : Check(Id, Name, Points);

/// <summary>What a check counts. Everything named must hold; what is left empty is not asked.</summary>
/// <param name="Kinds">活动类型, any of them.</param>
/// <param name="Words">Words in the record's title or text.</param>
/// <param name="MinimumPeople">People who took part, at least; 0 asks nothing.</param>
/// <param name="Evidence">Evidence that each record needs; empty asks for one piece of any form.</param>
public sealed record Selection(
    IReadOnlyList<string> Kinds,
    Wording? Words = null,
    int MinimumPeople = 0,
    IReadOnlyList<EvidenceNeed>? Evidence = null)
{
    /// <summary>Evidence that each record needs; empty asks for one piece of any form.</summary>
    public IReadOnlyList<EvidenceNeed> Evidence { get; } = Evidence ?? [];

    /// <summary>Whether a record is of the kinds and has the words, evidenced or not.</summary>
    public bool Matches(ScoringRecord record) =>
        (Kinds.Count == 0 || record.Kinds.Any(kind => Kinds.Contains(kind, StringComparer.Ordinal)))
        && (Words is null || Words.IsIn(record.Title + "\n" + record.Text));
}

/// <summary>Words to be found in a text: at least one of every group.</summary>
/// <param name="Groups">Groups of words that say the same; none of them empty.</param>
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
public sealed record EvidenceNeed(IReadOnlyList<EvidenceForm> Forms, int Minimum = 1);

/// <summary>A part that documents must have.</summary>
/// <param name="Name">Its name on screen: 领导小组.</param>
/// <param name="Words">Words by which a document's title or text shows it.</param>
public sealed record Part(string Name, Wording Words);

/// <summary>A day in any year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to the last day of the month; 29 February is not used.</param>
public sealed record DayOfYear(int Month, int Day);

/// <summary>The period over which a check counts.</summary>
public enum Cycle
{
    /// <summary>测评期: the whole window.</summary>
    Window,
    /// <summary>每年, by calendar year.</summary>
    Year,
    /// <summary>每季度, by calendar quarter.</summary>
    Quarter,
    /// <summary>每月.</summary>
    Month,
}

/// <summary>How the points of a threshold follow from its periods.</summary>
public enum Award
{
    /// <summary>All points when every period is met, else none.</summary>
    AllOrNothing,
    /// <summary>An equal share for every period met.</summary>
    EachPeriod,
}
