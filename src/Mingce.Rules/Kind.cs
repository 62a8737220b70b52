namespace Mingce.Rules;

/// <summary>活动类型: a kind of activity of the catalogue.</summary>
/// <param name="Id">Stable id, used by every command that prints JSON.</param>
/// <param name="Name">The name on screen.</param>
/// <param name="Signals">Words that point a reader of reports to the kind.</param>
public sealed record Kind(string Id, string Name, IReadOnlyList<string> Signals);
