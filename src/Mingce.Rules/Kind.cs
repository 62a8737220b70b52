namespace Mingce.Rules;

/// <summary>活动类型: a kind of activity of the catalogue.</summary>
/// <param name="Id">Stable id, used by every command that prints JSON.</param>
/// <param name="Name">The name on screen.</param>
/// <param name="Signals">Words that name the thing done and so point a reader of reports to the kind.</param>
/// <param name="Hints">Words that go with it and with deeds of other kinds; they count where no signal is near.</param>
/// <param name="Except">Words that contain a signal and do not speak of the kind.</param>
public record Kind(
    string Id,
    string Name,
    IReadOnlyList<string> Signals,
    IReadOnlyList<string> Hints,
    IReadOnlyList<string> Except)
{
    /// <summary>The id of the kind of what fits no other one.</summary>
    public const string Other = "other";
}
