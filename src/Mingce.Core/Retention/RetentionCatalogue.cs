using System.Globalization;
using Mingce.Core.Activities;
using Mingce.Core.Routines;

namespace Mingce.Core.Retention;

/// <summary>Which rows of the ledger a material is.</summary>
public enum MaterialRows
{
    /// <summary>Activities of its kinds; without kinds all that no other material names.</summary>
    Activities,
    /// <summary>Photos and screenshots.</summary>
    Photos,
    /// <summary>签到表 among the evidence.</summary>
    SignInSheets,
    /// <summary>People who left and still have a telephone number.</summary>
    Departed,
    /// <summary>Nothing that the page lists.</summary>
    None,
}

/// <summary>A kind of material with the term that applies where the unit sets no other.</summary>
/// <param name="Years">Whole years; null is 永久.</param>
/// <param name="Least">至少多久, in words; empty where nothing is prescribed.</param>
/// <param name="IsPersonal">Whether it holds personal data.</param>
public sealed record Material(
    string Id, string Name, MaterialRows Rows, IReadOnlyList<string> Kinds, bool IsPersonal, int? Years, string Least, Certainty Certainty, string Source);

/// <summary>Materials and their terms, from catalogue/retention.yaml.</summary>
public sealed class RetentionCatalogue
{
    public const string Permanent = "永久";

    private static readonly Dictionary<string, MaterialRows> Rows = new()
    {
        ["activities"] = MaterialRows.Activities,
        ["photos"] = MaterialRows.Photos,
        ["sign-in-sheets"] = MaterialRows.SignInSheets,
        ["departed"] = MaterialRows.Departed,
        ["none"] = MaterialRows.None,
    };

    private RetentionCatalogue(IReadOnlyList<Material> all) => All = all;

    public IReadOnlyList<Material> All { get; }

    /// <summary>The material; null where there is none of that id.</summary>
    public Material? Find(string id) => All.FirstOrDefault(material => material.Id == id);

    /// <exception cref="UserFaultException">The file is not a catalogue of materials; the message names line and reason.</exception>
    public static RetentionCatalogue LoadDefault(KindCatalogue kinds) => YamlMap.ReadDelivered("retention.yaml", root =>
        new RetentionCatalogue([.. YamlMap.List(root).Select(node => Read(new(node, "id", "name", "what", "kinds", "personal", "term", "least", "certainty", "source"), kinds))]));

    private static Material Read(YamlMap map, KindCatalogue kinds) => new(
        map.Text("id"),
        map.Text("name"),
        YamlMap.OneOf(map["what"], "what", Rows),
        kinds.IdsAt(map, "kinds"),
        map.Has("personal", "yes"),
        map.Text("term") == Permanent ? null
            : int.TryParse(map.Text("term"), NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years > 0 ? years
            : throw map.Fault("term 应为“永久”或年数"),
        map.TextOr("least", ""),
        YamlMap.OneOf(map["certainty"], "certainty", RoutineCatalogue.Certainties),
        map.Text("source"));
}
