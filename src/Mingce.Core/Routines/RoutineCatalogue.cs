using Mingce.Core.Activities;
using Mingce.Core.Units;
using Mingce.Rules.Routines;
using YamlDotNet.RepresentationModel;

namespace Mingce.Core.Routines;

/// <summary>How sure the source of a preset is.</summary>
public enum Certainty
{
    /// <summary>Seen in the text of the rule or in an excerpt.</summary>
    Seen,
    /// <summary>Common knowledge of the rule; its text was not seen.</summary>
    Known,
    /// <summary>A local practice.</summary>
    Local,
    /// <summary>Derived from the rules that are named.</summary>
    Derived,
}

/// <summary>A routine that offices of this kind have, offered where the unit has the body that it needs.</summary>
public sealed record RoutinePreset(
    string Id, string Title, string KindId, RoutineRule Rule, IReadOnlyList<string> Words, string Needs, Certainty Certainty, string Source, string Note)
{
    public bool IsOffered(Unit unit) => Needs switch
    {
        "" => true,
        RoutineCatalogue.PartyGroup => unit.HasPartyGroup,
        RoutineCatalogue.BranchCommittee => unit.HasBranchCommittee,
        RoutineCatalogue.PartySubgroups => unit.HasPartySubgroups,
        _ => throw new InvalidOperationException($"Not a body of a unit: {Needs}"),
    };
}

/// <summary>Presets of routines, and which kinds are Party meetings, from catalogue/routines.yaml.</summary>
public sealed class RoutineCatalogue
{
    internal const string PartyGroup = "party-group";
    internal const string BranchCommittee = "branch-committee";
    internal const string PartySubgroups = "party-subgroups";

    private static readonly Dictionary<string, string> Bodies = new() { [PartyGroup] = PartyGroup, [BranchCommittee] = BranchCommittee, [PartySubgroups] = PartySubgroups };

    /// <summary>As the files of the catalogue mark them.</summary>
    internal static readonly Dictionary<string, Certainty> Certainties = new() { ["V"] = Certainty.Seen, ["K"] = Certainty.Known, ["L"] = Certainty.Local, ["D"] = Certainty.Derived };

    private readonly HashSet<string> partyMeetings;

    private RoutineCatalogue(IReadOnlyList<RoutinePreset> presets, IEnumerable<string> partyMeetings) =>
        (Presets, this.partyMeetings) = (presets, [.. partyMeetings]);

    public IReadOnlyList<RoutinePreset> Presets { get; }

    /// <summary>The preset; null where there is none of that id.</summary>
    public RoutinePreset? Find(string? id) => Presets.FirstOrDefault(preset => preset.Id == id);

    /// <summary>Whether activities of a kind are Party meetings, which are put off or merged and never 本期不开展.</summary>
    public bool IsPartyMeeting(string kindId) => partyMeetings.Contains(kindId);

    /// <summary>The catalogue that came with the program.</summary>
    /// <exception cref="UserFaultException">The file is not a catalogue of routines; the message names line and reason.</exception>
    public static RoutineCatalogue LoadDefault(KindCatalogue kinds) => YamlMap.ReadDelivered("routines.yaml", root => Read(root, kinds));

    private static RoutineCatalogue Read(YamlNode root, KindCatalogue kinds)
    {
        var map = new YamlMap(root, "party_meetings", "presets");
        var presets = map.List("presets").Select(node => ReadPreset(node, kinds)).ToList();
        if (presets.GroupBy(preset => preset.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw map.Fault($"“{twice.Key}”重复");
        return new RoutineCatalogue(presets, map.List("party_meetings").Select(kinds.IdAt));
    }

    private static RoutinePreset ReadPreset(YamlNode node, KindCatalogue kinds)
    {
        var map = new YamlMap(node, "id", "title", "kind", "rule", "words", "needs", "certainty", "source", "note");
        return new RoutinePreset(
            map.Text("id"),
            map.Text("title"),
            kinds.IdAt(map["kind"]),
            RuleText.Read(map.Text("rule")) ?? throw YamlFaultException.At(map["rule"], $"看不懂周期“{map.Text("rule")}”"),
            map.Texts("words"),
            map.OneOf("needs", Bodies, ""),
            YamlMap.OneOf(map["certainty"], "certainty", Certainties),
            map.Text("source"),
            map.TextOr("note", ""));
    }
}
