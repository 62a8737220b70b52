using Mingce.Core.Data;
using Mingce.Rules.Routines;

namespace Mingce.Core.Ideas;

/// <summary>Where an idea is carried out.</summary>
public enum IdeaPlace
{
    /// <summary>室内外均可.</summary>
    Either,
    /// <summary>室内.</summary>
    Indoor,
    /// <summary>室外.</summary>
    Outdoor,
}

/// <summary>活动参考: an idea for an activity, delivered with the program or the office's own.</summary>
public sealed class Idea : AuditedEntity
{
    private const int DaysBeforeFestival = 20;
    private const int DaysAfterFestival = 7;

    public required string Title { get; set; }

    /// <summary>Ids of kinds, parted by commas.</summary>
    public string KindIds { get; set; } = "";

    /// <summary>Names of festivals it belongs to, parted by commas.</summary>
    public string Festivals { get; set; } = "";

    /// <summary>Numbers of months it belongs to, parted by commas; with no festival and no month it fits all year.</summary>
    public string Months { get; set; } = "";

    /// <summary>怎么开展: one step to a line.</summary>
    public string Steps { get; set; } = "";

    /// <summary>需要准备.</summary>
    public string Needs { get; set; } = "";

    /// <summary>适合人数.</summary>
    public string People { get; set; } = "";
    public IdeaPlace Place { get; set; }

    /// <summary>花费.</summary>
    public string Cost { get; set; } = "";

    /// <summary>The delivered idea in whose place it stands; empty for one of the office's own.</summary>
    public string PresetId { get; init; } = "";

    /// <summary>停用: not proposed any more.</summary>
    public bool IsRetired { get; set; }

    /// <summary>The past record that it was taken from.</summary>
    public Guid? ActivityId { get; init; }

    /// <summary>How addresses name it.</summary>
    public string Key => PresetId.Length > 0 ? PresetId : $"{Id}";

    public IReadOnlyList<string> Kinds => Split(KindIds);

    /// <summary>The first of its kinds; null where it has none.</summary>
    public string? MainKind => Kinds is [var first, ..] ? first : null;
    public IReadOnlyList<string> FestivalNames => Split(Festivals);
    public IReadOnlyList<int> MonthNumbers => [.. Split(Months).Select(int.Parse)];
    public IReadOnlyList<string> StepLines => Steps.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <param name="line">The kind of an activity and all that it counts as.</param>
    public bool IsFor(IEnumerable<string> line) => line.Intersect(Kinds).Any();

    /// <summary>Whether it belongs to a time of the year at all.</summary>
    public bool IsSeasonal => Festivals.Length > 0 || Months.Length > 0;

    /// <summary>Whether it fits on the day or in the weeks after it; what belongs to no season always does.</summary>
    public bool Suits(DateOnly day) => !IsSeasonal || MonthNumbers.Contains(day.Month) || FestivalNames.Any(name => IsNear(name, day));

    private static bool IsNear(string festival, DateOnly day) =>
        FestivalCalendar.Names.Contains(festival)
        && new[] { day.Year, day.Year + 1 }.Any(year => FestivalCalendar.DayOf(festival, year) is { } on
            && on.DayNumber - day.DayNumber is <= DaysBeforeFestival and >= -DaysAfterFestival);

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
